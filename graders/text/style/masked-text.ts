import { countLetters } from "../count-characters.ts";

// Every repetition is bounded, so that no text makes the patterns slow.
const addresses = /(?:https?:\/\/|www\.)[^\s]{1,500}/giu;
const mails = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,100}/gu;
const placeholders = /\[[A-ZÄÖÜ][A-ZÄÖÜ_0-9]{1,40}\]/gu;
const quotations = /[„»][^„“”«»\n]{1,300}[“”«]|“[^“”\n]{1,300}”|"[^"\n]{1,300}"/gu;

/** Blanks out web addresses, e-mail addresses and placeholders; offsets stay. */
export function withoutAddresses(text: string): string {
  const noAddress = /:\/\/|[wW]\./u.test(text) ? blankedOut(text, addresses) : text;
  const noMail = noAddress.includes("@") ? blankedOut(noAddress, mails) : noAddress;
  return noMail.includes("[") ? blankedOut(noMail, placeholders) : noMail;
}

/** Blanks out quotations, unless most of the text is one; offsets stay. */
export function withoutQuotations(text: string): string {
  const rest = blankedOut(text, quotations);
  if (rest === text) return text;
  return countLetters(rest) * 2 >= countLetters(text) ? rest : text;
}

function blankedOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replaceAll(/[^\n]/gu, blanks));
}

/** As many blanks as the character has code units. */
function blanks(character: string): string {
  return " ".repeat(character.length);
}
