/**
 * Characters that change a text without being seen: control characters, direction marks and
 * overrides, zero-width characters, tags, noncharacters and lone surrogates. The joiners U+200C and
 * U+200D stay, as scripts and emoji need them.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Replaces every unseen character by what `show` makes of its name, e.g. `U+202E`. */
export function showUnseen(text: string, show: (name: string) => string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(unseen, (character) => show(codePoint(character)));
}

/** The same for places without markup: `[U+202E]`. */
export function visibleText(text: string): string {
  return showUnseen(text, (name) => `[${name}]`);
}

/** `U+202E` for a right-to-left override. */
function codePoint(character: string): string {
  const value = character.codePointAt(0) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
}
