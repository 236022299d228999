import { maskSecret } from "../mask-secret.ts";

/** Shorter values could be ordinary words; their owners mask them where they are known to stand. */
const shortest = 8;

/** Variables that hold something nobody else may see, by their name. */
const secretName =
  /(?:^|_)(?:API_?)?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWORT|KENNWORT|SCHLUESSEL|CREDENTIALS?)$/iu;

const secrets = new Set<string>();

/** Whether a variable holds a secret, by its name. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Remembers a value that no output may show; absent and short ones are let be. */
export function noteSecret(value: string | undefined): void {
  const secret = value?.trim() ?? "";
  if (secret.length >= shortest) secrets.add(secret);
}

/** Remembers the secrets among the variables: keys by their name, passwords inside addresses. */
export function noteSecrets(environment: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(environment)) {
    if (isSecretName(name)) noteSecret(value);
    else if (value?.includes("@") === true) notePassword(value);
  }
}

/** Remembers the password of an address such as that of a proxy. */
export function notePassword(address: string): void {
  const password = URL.canParse(address) ? new URL(address).password : "";
  if (password === "") return;
  noteSecret(password);
  noteSecret(safelyDecoded(password));
}

/** The secrets that are known so far. */
export function knownSecrets(): Iterable<string> {
  return secrets;
}

/** Whether there is anything to hide yet. */
export function knowsSecrets(): boolean {
  return secrets.size > 0;
}

/** A text without any of the secrets, in whatever form they stand there. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const secret of secrets) masked = maskSecret(masked, secret);
  return masked;
}

/** A value of plain data in which no string holds a secret; the same object where none does. */
export function maskValues<Value>(value: Value): Value {
  if (secrets.size === 0) return value;
  return mask(value) as Value;
}

function mask(value: unknown): unknown {
  if (typeof value === "string") return maskSecrets(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mask(one)]));
}

/** The variables for a child process: without secrets, by name and by value. */
export function withoutSecrets<Value extends string | undefined>(
  environment: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => !isSecretName(name) && !secrets.has(value?.trim() ?? ""),
    ),
  );
}

/** As {@link withoutSecrets}, and without variables that have a secret inside, such as a proxy's address. */
export function withoutTraces<Value extends string | undefined>(
  environment: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(withoutSecrets(environment)).filter(
      ([, value]) => value === undefined || maskSecrets(value) === value,
    ),
  );
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
