import { z } from "zod";
import { authoredCaseSchema } from "../core/case.ts";
import { nearestName } from "../core/nearest-name.ts";

/** What a column of a table of cases may be called, worked out from the schema of a case. */
export interface CaseColumns {
  /** One value a cell: `id`, `input.text`. */
  readonly plain: ReadonlySet<string>;
  /** Several with `|` between them: `expected.facts`. */
  readonly lists: ReadonlySet<string>;
  /** Anything may follow: `options.…`. */
  readonly open: readonly string[];
  /** Fields of a case that a table has no cell for: `versions`. */
  readonly unwritable: ReadonlySet<string>;
}

interface JsonSchema {
  readonly type?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
}

/** Lists of examples and what their entries have; an entry's number stands behind the list's name. */
const examples: ReadonlyMap<string, readonly string[]> = new Map([
  ["passes", ["answer", "note"]],
  ["fails", ["answer", "grader", "note"]],
]);

/** The columns a table of cases may have. */
export const caseColumns: CaseColumns = readColumns();

function readColumns(): CaseColumns {
  const schema = z.toJSONSchema(authoredCaseSchema, { io: "input", unrepresentable: "any" });
  const leaves = leavesOf("", schema as JsonSchema);
  const named = (kind: Kind) => leaves.filter((leaf) => leaf.kind === kind).map(({ name }) => name);
  const unwritable = named("unwritable").filter((name) => !examples.has(name));
  return {
    plain: new Set(named("plain")),
    lists: new Set(named("list")),
    open: named("open"),
    unwritable: new Set(unwritable),
  };
}

type Kind = "plain" | "list" | "open" | "unwritable";

function leavesOf(
  name: string,
  schema: JsonSchema,
): { readonly name: string; readonly kind: Kind }[] {
  if (schema.properties !== undefined) {
    return Object.entries(schema.properties).flatMap(([key, inner]) =>
      leavesOf(name === "" ? key : `${name}.${key}`, inner),
    );
  }
  if (schema.type === "object") return [{ name, kind: holdsLists(schema) ? "unwritable" : "open" }];
  if (schema.type !== "array") return [{ name, kind: "plain" }];
  return [{ name, kind: schema.items?.type === "string" ? "list" : "unwritable" }];
}

/** A group with free names whose values do not fit into a cell. */
function holdsLists({ additionalProperties }: JsonSchema): boolean {
  return (additionalProperties as JsonSchema | undefined)?.type === "array";
}

/** A column for people; nothing in it is read. */
export function isRemark(column: string): boolean {
  return column.startsWith("#");
}

/** What is wrong with the name of a column, in German; nothing when it is one of a case. */
export function columnFlaw(column: string): string | undefined {
  if (isRemark(column) || isKnown(column)) return undefined;
  const [list = "", ...rest] = column.split(".");
  if (examples.has(list) && !/^\d+$/u.test(rest[0] ?? "")) {
    return `der Spalte „${column}“ fehlt die Nummer; sie heißt „${[list, "1", ...rest].join(".")}“`;
  }
  if (caseColumns.unwritable.has(column)) {
    return `„${column}“ lässt sich in einer Tabelle nicht schreiben, nur in faelle.yaml`;
  }
  const meant = nearestColumn(column);
  return `unbekannte Spalte „${column}“${meant === undefined ? "" : `; gemeint ist wohl „${meant}“`}`;
}

function isKnown(column: string): boolean {
  const [list = "", number = "", field = "answer", ...rest] = column.split(".");
  const fields = examples.get(list);
  if (fields !== undefined) {
    return /^\d+$/u.test(number) && fields.includes(field) && rest.length === 0;
  }
  const { plain, lists, open } = caseColumns;
  return (
    plain.has(column) || lists.has(column) || open.some((name) => column.startsWith(`${name}.`))
  );
}

/** The nearest name, by itself or by its last word: `facts` is `expected.facts`. */
function nearestColumn(column: string): string | undefined {
  const number = /\.\d+/u.exec(column)?.[0] ?? ".1";
  const inExamples = [...examples].flatMap(([list, fields]) =>
    fields.map((field) => `${list}${number}.${field}`),
  );
  const names = [...caseColumns.plain, ...caseColumns.lists, ...inExamples];
  const lastWords = new Map(names.map((name) => [name.split(".").at(-1) ?? "", name]));
  const lastWord = column.includes(".") ? undefined : lastWords.get(column);
  return lastWord ?? nearestName(column, names);
}
