/** Shortest beginning of a secret that gives it away, when a message breaks off inside it. */
const tellingStart = 12;

const patterns = new Map<string, RegExp>();

/**
 * Makes a text free of a secret, whatever form it takes there: as it is, as part of an address or of
 * JSON or HTML, in hexadecimal, in Base64 (also in the middle of something longer, as in `Basic …`),
 * and broken off after its first half.
 */
export function maskSecret(text: string, secret: string | undefined): string {
  if (secret === undefined || secret === "") return text;
  let pattern = patterns.get(secret);
  if (pattern === undefined) {
    pattern = new RegExp(
      [...secretForms(secret).map((form) => RegExp.escape(form)), ...brokenOff(secret)].join("|"),
      "gu",
    );
    patterns.set(secret, pattern);
  }
  return text.replace(pattern, "•••");
}

/** The whole forms in which a secret is looked for, the longest first. */
export function secretForms(secret: string): string[] {
  const inAddress = encodeURIComponent(secret);
  const inJson = JSON.stringify(secret).slice(1, -1);
  const forms = new Set([
    secret,
    inAddress,
    inAddress.replaceAll(/%../gu, (code) => code.toLowerCase()),
    inJson,
    inJson.replaceAll("/", String.raw`\/`),
    ...inMarkup(secret),
    ...(secret.length >= 8 ? [...inBase64(secret), Buffer.from(secret).toString("hex")] : []),
  ]);
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** Escaped as HTML and XML do it. */
function inMarkup(secret: string): string[] {
  const named = secret
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return ["&#39;", "&#x27;", "&apos;"].map((quote) => named.replaceAll("'", quote));
}

/**
 * The characters of Base64 that depend on the secret alone, for each place at which it may begin
 * among the bytes around it.
 */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 4) / 3);
    const to = Math.floor((all.length * 4) / 3);
    const own = all.toString("base64").slice(from, to);
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Patterns for the beginning of a secret, as long as it goes: the second half character by character. */
export function brokenOff(secret: string): string[] {
  const least = Math.max(tellingStart, Math.ceil(secret.length / 2));
  const start = secret.slice(0, least);
  if (secret.length <= least || !start.isWellFormed()) return [];
  const rest = Array.from(secret.slice(least)).reduceRight(
    (inner, character) => `(?:${RegExp.escape(character)}${inner})?`,
    "",
  );
  return [`${RegExp.escape(start)}${rest}`];
}
