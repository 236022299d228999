/** Gives every text through the whole value, with the key it stands under, its new wording. */
export function reword<Value>(value: Value, wording: (text: string, key: string) => string): Value {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return wording(part, key);
    if (Array.isArray(part)) return part.map((inner) => walk(inner, key));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [name, walk(inner, name)]),
    );
  };
  return walk(value, "") as Value;
}
