import { z } from "zod";
import { flag, integer, number } from "../../core/coerce.ts";

const names = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
const literal = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const size = integer().pipe(z.int().min(0));

/** Which type each keyword needs: without it a validator would pass what the author did not mean. */
const keywordTypes: Readonly<Record<string, readonly (typeof names)[number][]>> = {
  required: ["object"],
  properties: ["object"],
  additionalProperties: ["object"],
  items: ["array"],
  minItems: ["array"],
  maxItems: ["array"],
  uniqueItems: ["array"],
  minLength: ["string"],
  maxLength: ["string"],
  format: ["string"],
  minimum: ["number", "integer"],
  maximum: ["number", "integer"],
};

/**
 * The part of JSON Schema that the grader understands exactly. Strict: an unknown keyword, or one
 * without its `type`, is refused and never ignored. `pattern` is left out on purpose: an expression
 * of a suite could make a hostile answer slow.
 */
export const jsonSchemaSchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    type: z.union([z.enum(names), z.array(z.enum(names)).min(1)]).optional(),
    enum: z.array(literal).min(1).optional(),
    const: literal.optional(),
    required: z.array(z.string()).optional(),
    get properties() {
      return z.record(z.string(), jsonSchemaSchema).optional();
    },
    additionalProperties: flag().optional(),
    get items() {
      return jsonSchemaSchema.optional();
    },
    minItems: size.optional(),
    maxItems: size.optional(),
    uniqueItems: flag().optional(),
    minLength: size.optional(),
    maxLength: size.optional(),
    format: z.enum(["date", "date-time", "email", "uuid"]).optional(),
    minimum: number().optional(),
    maximum: number().optional(),
  })
  .superRefine((schema, context) => {
    const types = new Set([schema.type ?? []].flat());
    for (const keyword of Object.keys(schema)) {
      const needed = keywordTypes[keyword];
      if (needed === undefined || needed.some((type) => types.has(type))) continue;
      const message = `braucht daneben type: ${needed.join(" oder ")}`;
      context.addIssue({ code: "custom", path: [keyword], message });
    }
  });

export type JsonSchema = z.output<typeof jsonSchemaSchema>;

/** Options are read anew for every answer, so schemas are remembered by their text. */
const read = new Map<string, z.ZodType>();
const largestCache = 100;

/** The check that a schema stands for. */
export function readSchema(schema: JsonSchema): z.ZodType {
  const text = JSON.stringify(schema);
  const known = read.get(text);
  if (known !== undefined) return known;
  const check = z.fromJSONSchema(withObjects(schema));
  if (read.size >= largestCache) read.clear();
  read.set(text, check);
  return check;
}

type ZodJsonSchema = Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>;

/** What zod says in English of items that stand twice. */
const doubleItems = /^Array items must be unique: element at index (\d+) duplicates/u;

/** The complaint of zod in German. */
export function germanComplaint(message: string): string {
  return doubleItems.test(message) ? "steht schon vorher in der Liste" : message;
}

/** zod looks at `required` only beside `properties`. */
function withObjects(schema: JsonSchema): ZodJsonSchema {
  const { properties, items, required, ...rest } = schema;
  const all = { ...Object.fromEntries((required ?? []).map((key) => [key, {}])), ...properties };
  const mapped = Object.entries(all).map(([key, value]) => [key, withObjects(value)] as const);
  return {
    ...rest,
    ...(required !== undefined && { required }),
    ...(mapped.length > 0 && { properties: Object.fromEntries(mapped) }),
    ...(items !== undefined && { items: withObjects(items) }),
  } as ZodJsonSchema;
}
