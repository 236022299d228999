import { replaceMapped, type MappedText } from "./mapped-text.ts";

/** How often something may be escaped again: `%2553` is `%53` is `S`. */
const depth = 3;

/**
 * Replaces what stands for a character by the character: percent-encoding, quoted-printable, HTML
 * entities, `\u0053`, `\x53` and `\123`, characters of the invisible tag block.
 */
export function unescapeText(source: MappedText): MappedText {
  let text = withoutTagBlock(source);
  if (!/[%=&\\]/u.test(text.text)) return text;
  for (let round = 0; round < depth; round += 1) {
    const before = text;
    text = replaceMapped(text, /(?:(?:[%=]|\\x)[0-9a-f]{2})+/giu, ([bytes]) => fromBytes(bytes));
    text = replaceMapped(text, /(?:\\[0-3][0-7]{2})+/gu, ([bytes]) => fromOctal(bytes));
    text = replaceMapped(text, entity, (match) => fromEntity(match));
    if (text === before) break;
  }
  return text;
}

function withoutTagBlock(source: MappedText): MappedText {
  // All characters of the block begin with this half.
  if (!source.text.includes("\udb40")) return source;
  return replaceMapped(source, /[\u{e0020}-\u{e007e}]+/gu, ([tags]) => {
    return Array.from(tags, (tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) & 0x7f)).join(
      "",
    );
  });
}

const entity =
  /&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(lt|gt|amp|quot|nbsp|shy|zwnj|zwj|szlig|[aou]uml);|\\u\{?([0-9a-f]{4,6})\}?|%u([0-9a-f]{4})/giu;

function fromBytes(escaped: string): string {
  return textOf(Buffer.from(escaped.replaceAll(/[%=]|\\x/giu, ""), "hex"));
}

function fromOctal(escaped: string): string {
  const codes = escaped.match(/[0-7]{3}/gu) ?? [];
  return textOf(Buffer.from(codes.map((code) => Number.parseInt(code, 8))));
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? bytes.toString("latin1") : text;
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  nbsp: "\u00a0",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  szlig: "ß",
};

function fromEntity([, decimal, hex, name, ...codes]: RegExpExecArray): string {
  if (name !== undefined) {
    return named[name.toLowerCase()] ?? `${name.charAt(0)}\u0308`.normalize("NFC");
  }
  const digits = hex ?? codes.find((code) => code !== undefined);
  const code = decimal === undefined ? Number.parseInt(digits ?? "0", 16) : Number(decimal);
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : " ";
}
