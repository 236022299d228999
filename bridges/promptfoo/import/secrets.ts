const secretName = /^(?:api[-_]?key|.*token|.*secret|password|authorization|x-api-key|cookie)$/iu;
const notSecret = /tokens$|tokenizer|token_?(?:limit|count|budget)/iu;

/** The name of a key that is written out, here or deeper inside; absent when there is none. */
export function secretIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (isSecret(name, part)) return name;
    const inner = secretIn(part);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isSecret(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value.includes("{{")) return false;
  return secretName.test(name) && !notSecret.test(name);
}
