/** The part of a JSON Schema that decides which kinds of values there are. */
interface Form {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly items?: Form;
}

/** Any JSON: node-llama-cpp would take a schema without a type for `null` alone. */
const anything = {
  oneOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "object", additionalProperties: true },
    { type: "array" },
  ],
} as const;

/**
 * A JSON Schema in the words of node-llama-cpp, which knows objects and lists only as the one type of a
 * value: several types become alternatives.
 */
export function llamaForm(schema: Form): object {
  const { type, properties, items, ...rest } = schema;
  if ("enum" in rest || "const" in rest) return rest;
  if (Array.isArray(type))
    return { oneOf: type.map((each) => llamaForm({ ...schema, type: each })) };
  if (type === "object") {
    const fields = Object.entries(properties ?? {}).map(
      ([name, field]) => [name, llamaForm(field)] as const,
    );
    return { ...rest, type, properties: Object.fromEntries(fields) };
  }
  if (type === "array") return { ...rest, type, ...(items && { items: llamaForm(items) }) };
  return type === undefined ? anything : { ...rest, type };
}
