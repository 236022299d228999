/** A secret that is planted, and where it comes in. */
export interface Planted {
  readonly title: string;
  /** The variable that holds it; none for the proxy's password, which is part of an address. */
  readonly variable?: string;
  readonly value: string;
}

/** Made up for the search: an ordinary key, one with every odd sign a key may have, and a password. */
export const planted: readonly Planted[] = [
  { title: "Schlüssel", variable: "HAUS_ZUGANG", value: "sk-proj-Geheim4711Probe0815Ende" },
  {
    title: "Schlüssel mit seltsamen Zeichen",
    variable: "HAUS_ZUGANG_ZWEI",
    value: String.raw`Ge/heim+4711"<&>'\=%;~$&{{x}}[0]`,
  },
  { title: "Kennwort des Proxys", value: "Kennwort-Fuers-Tor-1" },
];

/** Everything a server may say of a key: in every form, alone and inside something longer. */
export function echoOf(value: string): string {
  const around = [`nutzer:${value}`, `Bearer ${value}`, `ab${value}cd`].map((text) =>
    Buffer.from(text).toString("base64"),
  );
  // What is looked for inside Base64 is a part of what is said.
  const alone = Object.entries(formsOf(value)).filter(([form]) => !form.startsWith("Base64, nach"));
  return [...alone.map(([, text]) => text), ...around].join(" ");
}

/** The forms in which a key is looked for, each by itself readable for whoever sees it. */
export function formsOf(value: string): Readonly<Record<string, string>> {
  return {
    "wie er ist": value,
    "in einer Adresse": encodeURIComponent(value),
    "in JSON": JSON.stringify(value).slice(1, -1),
    "in HTML": escapeMarkup(value),
    "Base64, allein": Buffer.from(value).toString("base64").replaceAll("=", ""),
    "Base64, nach einem Byte": insideBase64(value, 1),
    "Base64, nach zwei Bytes": insideBase64(value, 2),
    "Base64 für Adressen": Buffer.from(value).toString("base64url"),
    hexadezimal: Buffer.from(value).toString("hex"),
    abgeschnitten: value.slice(0, Math.ceil(value.length * 0.7)),
  };
}

/** What of a Base64 text can only come from the secret, when so many bytes stand before it. */
function insideBase64(value: string, before: number): string {
  const text = Buffer.from("x".repeat(before) + value).toString("base64");
  return text.replaceAll("=", "").slice(before === 1 ? 2 : 3, -1);
}

function escapeMarkup(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/gu, (sign) => names[sign] ?? sign);
}
