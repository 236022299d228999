import type { AnswerForm } from "../core/model.ts";
import { checkValue } from "../core/messages.ts";
import type { Suite } from "../core/suite.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { jsonSchemaSchema, type JsonSchema } from "../graders/json/json-schema.ts";
import { typedSchema } from "../graders/json/typed-schema.ts";

/**
 * The form of the answer that a suite with `answerForm: ja` asks its models for: the schema by which
 * its grader `json` judges. Absent without that key. Throws a `UserError` (`answer-form`) when there is
 * no such schema, when cases have schemas of their own, or when an object leaves open what may stand
 * in it, which providers refuse.
 */
export function answerFormOf(suite: Suite): AnswerForm | undefined {
  if (suite.answerForm !== true) return undefined;
  const named = suite.options["json"]?.["schema"];
  if (named === undefined) {
    throw refused(suite, "options.json.schema fehlt", "Tragen Sie dort das JSON-Schema ein");
  }
  const own = suite.cases.find(({ options }) => options?.["json"]?.["schema"] !== undefined);
  if (own !== undefined) {
    const problem = `der Fall „${own.id}“ hat ein eigenes JSON-Schema`;
    throw refused(suite, problem, "Nehmen Sie es heraus oder teilen Sie die Suite");
  }
  const checked = checkValue(jsonSchemaSchema, named);
  if (!checked.ok) {
    throw refused(suite, "das JSON-Schema stimmt nicht", "Prüfen Sie options.json.schema");
  }
  const schema = typedSchema(checked.value);
  if (!isClosed(schema)) {
    const step = "Nennen Sie in jedem Objekt alle Felder unter required";
    throw refused(suite, "das JSON-Schema ist offen", `${step} und additionalProperties: nein`);
  }
  return { name: suite.name.replaceAll("-", "_"), schema };
}

/** Whether every object in it names all its fields as required and allows no other. */
function isClosed({
  type,
  properties,
  required,
  additionalProperties,
  items,
}: JsonSchema): boolean {
  const fields = Object.entries(properties ?? {});
  const isObject = properties !== undefined || [type].flat().includes("object");
  const isComplete = fields.every(([name]) => required?.includes(name) === true);
  if (isObject && (!isComplete || additionalProperties !== false)) return false;
  return fields.every(([, value]) => isClosed(value)) && (items === undefined || isClosed(items));
}

function refused({ name }: Suite, problem: string, step: string): UserError {
  return new UserError(`Suite „${name}“: answerForm geht so nicht, ${problem}.`, {
    code: "answer-form",
    exitCode: exitCodes.usage,
    nextStep: `${step}, oder lassen Sie answerForm weg.`,
  });
}
