/** JSON with sorted keys and without absent values, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return write(value) ?? "null";
}

/** {@link canonicalJson} of an object in pieces: the items of one of its lists come one by one. */
export function* canonicalPieces<Key extends string>(
  value: Readonly<Record<Key, readonly unknown[]>>,
  list: Key,
): Generator<string> {
  const [before = "", after = ""] = canonicalJson({ ...value, [list]: placeholder }).split(
    `"${placeholder}"`,
  );
  yield `${before}[`;
  let comma = "";
  for (const item of value[list]) {
    yield `${comma}${canonicalJson(item)}`;
    comma = ",";
  }
  yield `]${after}`;
}

/** Stands in for the list; nobody writes this. */
const placeholder = "list-in-pieces-0b9d8f4e";

/** As `JSON.stringify`: nothing for what JSON has no word for. */
function write(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? "null").join(",")}]`;
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON());
  const inner = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of sortedKeys(inner)) {
    const part = write(inner[key]);
    if (part === undefined) continue;
    text += text === "" ? `${JSON.stringify(key)}:${part}` : `,${JSON.stringify(key)}:${part}`;
  }
  return `{${text}}`;
}

/** By UTF-16 code units, but whole numbers first and by size, as an object has them. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value).toSorted();
  if (!keys.some(beginsWithDigit)) return keys;
  return Object.keys(Object.fromEntries(keys.map((key) => [key, undefined])));
}

function beginsWithDigit(key: string): boolean {
  return key >= "0" && key < ":";
}
