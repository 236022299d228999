/**
 * Characters that XML 1.0 forbids, that no reader sees, or that turn the direction of what follows:
 * controls, overrides and isolates, noncharacters, lone surrogates. Marks and joiners stay, as Arabic,
 * Hebrew and emoji need them.
 */
const unwanted =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text as it may stand in every format: Unicode normal form C, LF, nothing unseen. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[\u2028\u2029]/gu, "\n")
    .replaceAll(unwanted, "")
    .trim();
}

/** A text in one line of at most `longest` UTF-16 code units; what is cut off ends in „…“. */
export function shortLine(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest - 1)
    .replace(/\p{Cs}$/u, "")
    .trimEnd()}…`;
}
