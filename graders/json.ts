import { z } from "zod";
import { flag } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { checkValue, formatPath } from "../core/messages.ts";
import { findJson } from "./json/find-json.ts";
import { germanComplaint, jsonSchemaSchema, readSchema } from "./json/json-schema.ts";
import { typedSchema } from "./json/typed-schema.ts";

const options = z.strictObject({
  schema: jsonSchemaSchema
    .optional()
    .describe(
      "JSON-Schema, dem die Antwort genügen muss. Ohne Angabe: irgendein Objekt oder Feld.",
    ),
  bare: flag()
    .default(false)
    .describe("Darf außer dem JSON nichts dastehen, auch kein Codeblock und kein Satz?"),
});

/**
 * Is the answer JSON of the demanded form? Value 1 when it is an object or array that satisfies
 * the option `schema`, else 0. Read is the whole answer, else its code block, else the one object
 * or array that stands in running text; with `bare` only the whole answer. A code block that is not
 * closed is none. Several different ones
 * leave open which is meant. The schema language is a checked part of JSON Schema 2020-12: `type`,
 * `enum`, `const`, `required`, `properties`, `additionalProperties` (true or false), `items`,
 * `minimum`, `maximum`, `minLength`, `maxLength`, `minItems`, `maxItems`, `uniqueItems`, `format`
 * (date, date-time, email, uuid), `title`, `description`; every other keyword is refused.
 *
 * Class when failed: `unparseable` without readable JSON, else `wrong`. Measures: `flaws`, `bare`
 * (1 when nothing else stood there). Unscored: only an empty or over-long answer. Does not measure:
 * whether the values are right (grader `facts`), the order of keys, keys that stand twice.
 *
 * @example
 * json.grade(
 *   { answer: '{"frist": "2026-03-31"}' },
 *   { options: { schema: { type: "object", required: ["frist"] } } },
 * ).score; // value 1
 */
export const json = defineGrader({
  name: "json",
  version: "3",
  title: "Antwort ist JSON in der verlangten Form",
  needs: [],
  options,
  judge: judgeJson,
});

function judgeJson(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const { schema, bare } = context.options;
  const found = findJson(answer);
  if (found.status === "none") return unparseable(found.reason);
  if (bare && !found.isBare) return unparseable("Neben dem JSON steht anderer Text.");
  const flaws = flawsIn(found.value, schema);
  const { start, end } = found;
  return {
    status: "scored",
    value: flaws.length === 0 ? 1 : 0,
    reason: flaws.length === 0 ? "Gültiges JSON in der verlangten Form." : reasonFor(flaws),
    measures: { flaws: flaws.length, bare: found.isBare ? 1 : 0 },
    evidence: [{ start, end, kind: flaws.length === 0 ? "json" : "wrong-form" }],
  };
}

function unparseable(reason: string): Judgement {
  return {
    status: "scored",
    value: 0,
    reason: `Kein lesbares JSON: ${reason}`,
    measures: { flaws: 1, bare: 0 },
    failureClass: "unparseable",
  };
}

function flawsIn(value: unknown, schema: z.output<typeof jsonSchemaSchema> | undefined): string[] {
  if (schema === undefined) return [];
  const checked = checkValue(readSchema(typedSchema(schema)), value);
  if (checked.ok) return [];
  return checked.flaws.map(({ path, message }) =>
    path.length === 0
      ? germanComplaint(message)
      : `${formatPath(path)}: ${germanComplaint(message)}`,
  );
}

/** Most flaws that a reason quotes. */
const longestList = 5;

function reasonFor(flaws: readonly string[]): string {
  const rest = flaws.length - longestList;
  const more = rest > 0 ? ` und ${rest} weitere` : "";
  return `JSON nicht in der verlangten Form: ${flaws.slice(0, longestList).join("; ")}${more}.`;
}
