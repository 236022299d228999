import { codeAt } from "../text/code-at.ts";
import { beginsLike } from "./begins-like.ts";
import { hasWords } from "./has-words.ts";
import { phraseFinder } from "../text/style/phrase-list.ts";
import type { TextRange } from "../text/text-span.ts";
import { instructionRange, type Letter, type LetterLine } from "./letter.ts";
import data from "./parts.json" with { type: "json" };

export const letterParts = [
  "addressee",
  "reference",
  "date",
  "subject",
  "salutation",
  "operative",
  "reasons",
  "closing",
  "signature",
] as const;
export type LetterPart = (typeof letterParts)[number];

// Every repetition is bounded, so that no text makes the patterns slow.
const isRecipient = beginsLike(
  /^(?:(?:Herrn?|Frau|Firma|Familie|Eheleute|An(?: (?:den|die|das))?|Empfänger(?:in)?:|z\. ?Hd\.)(?:\s|$)|\[(?:NAME|VORNAME|EMPF|ADRESS|ANSCHRIFT)[^\]]{0,40}\])/iu,
  "Hh Ff Ee Aa Zz [",
);
const personName = /^\p{Lu}[\p{L}.-]{0,30}(?: (?:von |van |de )?\p{Lu}[\p{L}.-]{0,30}){1,4}$/u;
const company = /(?:e\. ?V\.|g?GmbH|AG|KG|OHG|UG|eG|GbR|Stiftung|Verein)(?:\s|$)/u;
const authority =
  /amt|behörde|stadt|gemeinde|kreis|jobcenter|kasse|ministerium|verwaltung|agentur|gericht/iu;
const isTown = beginsLike(/^(?:D-)?\d{5} \p{Lu}/u, "D0123456789");
const reference =
  /(?<!\p{L})(?:Aktenzeichen|A[zZ]|Geschäftszeichen|Geschäftsz|G[zZ]|(?:Unser|Mein|Ihr) Zeichen|Kassenzeichen|(?:Bearbeitungs|Vorgangs|BG-|Kunden|Steuer|Bescheid|Wohngeld|Akten|Antrags|Kindergeld|Förderungs|Förder|Personen|Mitglieds|Buchungs)-?(?:nummer|Nummer|Nr)|Ordnungsmerkmal)(?!\p{L})[\s:.\p{L}/-]{0,30}(?:\[[^\]\n]{2,40}\]|\d)/u;
const date =
  /\d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{L}{2,9})\s?\d{2,4}|\d{4}-\d\d-\d\d|\[DATUM[^\]]{0,20}\]/gu;
const dateLabel = /(?:Datum|Stand)(?::[^\d:]{0,45}|\s{0,5})$/u;
const beforeDate = /^(?:[\p{L} .()/-]{2,40}(?:,\s?(?:den\s|am\s)?|\sden\s))?$/u;
const behindDate = /^\.?\s{0,5}(?:$|[|·•,])/u;
const referenceLabel = new RegExp(`^${reference.source}`, "u");
const subjectCue =
  /bescheid|antrag|anhörung|mahnung|erinnerung|einladung|mitteilung|anfrage|verfügung|widerspruch|bewilligung|ablehnung|festsetzung|änderung|auskunft|bestätigung|termin|gebühr|beschwerde|information|^Ihre? /iu;
const reasonsHeading =
  /^(?:(?:\d{1,2}|[IVX]{1,4})\.\s*)?(?:Begründung|(?:Die |Unsere |Zu den )?Gründe|Entscheidungsgründe|Zur Begründung|So haben wir entschieden|Warum [^?:\n]{1,80})[^\S\n]*[?:]?/u;
const isReasonsHeading = beginsLike(reasonsHeading, "0123456789 I V X B D U Z G E S W");
const printed =
  /(?:maschinell|automatisch|elektronisch) (?:erstellt|erzeugt)[^.\n]{0,60}ohne Unterschrift/u;
const findOperative = phraseFinder(data.operative);
const findReasons = phraseFinder(data.reasons);
const remedyNoun = /(?<!\p{L})(?:Widerspruchs?|Einspruchs?|Klage)(?!\p{L})/u;
const filing =
  /einleg|eingelegt|einzuleg|erheb|erhoben|einreich|eingereicht|zulässig|möglich|gegeben|statthaft|leg(?:en|t) Sie/u;
const filingVerb = /(?<!\p{L})(?:widersprechen|klagen|Rechtsbehelf)(?!\p{L})/u;

/** Where each part of the letter stands; a part that is missing is left out. */
export function findParts(letter: Letter): Map<LetterPart, TextRange> {
  const { lines, head } = letter;
  const found: Record<LetterPart, TextRange | undefined> = {
    addressee: findAddressee(head),
    reference: lines.find(isReference),
    date: head.find(isDateLine),
    subject: findSubject(head),
    salutation: letter.salutation === undefined ? undefined : lines[letter.salutation],
    operative: firstPhrase(letter, findOperative),
    reasons: findReasonsPart(letter),
    closing: letter.closing === undefined ? undefined : lines[letter.closing],
    signature: findSignature(letter),
  };
  const parts = new Map<LetterPart, TextRange>();
  for (const part of letterParts) {
    const range = found[part];
    if (range !== undefined) parts.set(part, { start: range.start, end: range.end });
  }
  return parts;
}

/** Sentences on how to file a remedy, and the instruction they belong to. */
export function findInstruction(letter: Letter): TextRange | undefined {
  return instructionRange(letter, () =>
    letter.style.sentences.find(({ start, end }) => {
      const sentence = letter.text.slice(start, end);
      return filingVerb.test(sentence) || (remedyNoun.test(sentence) && filing.test(sentence));
    }),
  );
}

/** `Herrn …`, `An die …`, a placeholder, or a name or firm above a street and a postcode. */
function findAddressee(head: readonly LetterLine[]): LetterLine | undefined {
  const hasTown = head.some(isTown);
  return head.find((line, at) => {
    if (isRecipient(line)) return true;
    if (!hasTown) return false;
    const below = head.slice(at + 1, at + 4);
    const town = below.findIndex(isTown);
    if (town <= 0 || !/\d/u.test(below[town - 1]?.text ?? "")) return false;
    const isName = personName.test(line.text) || company.test(line.text);
    return isName && !authority.test(line.text);
  });
}

function isReference({ text }: LetterLine): boolean {
  return isNumbered(text) && reference.test(text);
}

/** Has it a digit or an opening bracket? */
function isNumbered(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = codeAt(text, at);
    if ((code >= 0x30 && code <= 0x39) || code === 0x5b) return true;
  }
  return false;
}

/** A date by itself, behind a town, or behind a label; `Ihr Antrag vom …` is none. */
function isDateLine({ text }: LetterLine): boolean {
  if (!isNumbered(text)) return false;
  date.lastIndex = 0;
  let found = date.exec(text);
  while (found !== null && !isDateOfLetter(found)) found = date.exec(text);
  return found !== null;
}

function isDateOfLetter({ 0: found, index, input: text }: RegExpExecArray): boolean {
  if (dateLabel.test(text.slice(Math.max(0, index - 60), index))) return true;
  const isAlone = index < 60 && beforeDate.test(text.slice(0, index));
  return isAlone && behindDate.test(text.slice(index + found.length));
}

function findSubject(head: readonly LetterLine[]): LetterLine | undefined {
  return head.find(isNamedSubject) ?? head.findLast(isSubject);
}

const isNamedSubject = beginsLike(/^(?:Betreff|Betr\.|Betrifft)\s?:?\s?\S/u, "B");

function isSubject(line: LetterLine): boolean {
  const { text, isMarked } = line;
  if (text.length > 200 || !/\p{L}{3}/u.test(text)) return false;
  if (!subjectCue.test(text) && (!isMarked || authority.test(text))) return false;
  if (/^(?:Telefon|Tel|Fax|E-Mail|Internet|Zimmer|Auskunft|Bearbeite)/u.test(text)) return false;
  return !(isRecipient(line) || isDateLine(line) || isTown(line) || referenceLabel.test(text));
}

/** A phrase outside of the instruction on legal remedies. */
function firstPhrase(letter: Letter, find: ReturnType<typeof phraseFinder>): TextRange | undefined {
  const heading = letter.instruction === undefined ? undefined : letter.lines[letter.instruction];
  const to = heading?.start ?? Infinity;
  for (const sentence of letter.style.sentences) {
    if (sentence.start >= to) return undefined;
    const found = find(sentence)[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A heading with text below it, or a sentence that gives a reason. */
function findReasonsPart(letter: Letter): TextRange | undefined {
  const at = letter.lines.findIndex(isReasonsHeading);
  const heading = letter.lines[at];
  if (heading !== undefined) {
    const below = letter.lines[at + 1]?.text ?? "";
    const body = `${heading.text.replace(reasonsHeading, "")} ${at + 1 === letter.instruction ? "" : below}`;
    if (hasWords(body, fewestReasons)) return heading;
  }
  return firstPhrase(letter, findReasons);
}

/** Words that a reason has at least. */
const fewestReasons = 4;

/** What stands below or behind the closing phrase, or the remark that no signature is needed. */
function findSignature({ lines, closing, instruction }: Letter): TextRange | undefined {
  const remark = lines.find(({ text }) => text.includes("ohne Unter") && printed.test(text));
  if (remark !== undefined) return remark;
  if (closing === undefined) return lines.findLast(isOnBehalf);
  const last = lines[closing];
  if (last !== undefined && nameBehind.test(last.text)) return last;
  const follows = instruction !== undefined && instruction > closing ? instruction : Infinity;
  const below = lines.slice(closing + 1, Math.min(closing + 3, follows));
  return below.find(({ text }) => /\p{L}{2}/u.test(text.replace(onBehalf, "")));
}

const onBehalf = /^(?:Im Auftrag|i\. ?A\.|i\. ?V\.|gez\.)/u;
const isOnBehalf = beginsLike(onBehalf, "Iig");
/** `Mit freundlichen Grüßen, Nils Overbeck` */
const nameBehind = /Gr[uü](?:ß|ss)en?,?\s(?:i\. ?A\.\s)?\p{Lu}\p{L}+ \p{Lu}/u;
