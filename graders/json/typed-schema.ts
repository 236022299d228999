import type { JsonSchema } from "./json-schema.ts";

type Literal = NonNullable<JsonSchema["const"]> | null;

/**
 * A schema as it is meant: in `enum` and `const`, YAML and CSV give every value as text; where the
 * `type` beside them is no text, `6`, `true` and `null` become a number, a yes/no value and null.
 */
export function typedSchema(schema: JsonSchema): JsonSchema {
  const { properties, items, enum: listed, const: only, ...rest } = schema;
  const types = new Set<string>([schema.type ?? []].flat());
  const mapped = Object.entries(properties ?? {}).map(
    ([key, value]) => [key, typedSchema(value)] as const,
  );
  return {
    ...rest,
    ...(listed !== undefined && { enum: listed.map((value) => typedLiteral(value, types)) }),
    ...(only !== undefined && { const: typedLiteral(only, types) }),
    ...(properties !== undefined && { properties: Object.fromEntries(mapped) }),
    ...(items !== undefined && { items: typedSchema(items) }),
  };
}

function typedLiteral(value: Literal, types: ReadonlySet<string>): Literal {
  if (typeof value !== "string" || types.has("string")) return value;
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(value);
  if (isNumber && (types.has("number") || types.has("integer"))) return Number(value);
  if (types.has("boolean") && (value === "true" || value === "false")) return value === "true";
  return types.has("null") && value === "null" ? null : value;
}
