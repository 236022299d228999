import { assertionTypes } from "./assertion-types.ts";

/** An assertion that is being read. */
export type WrittenAssertion = Record<string, unknown> & { type: string };

/** Types whose threshold stands in brackets and has a default in a cell. */
const withThreshold = new Set([
  "answer-relevance",
  "classifier",
  "context-faithfulness",
  "context-recall",
  "context-relevance",
  "cost",
  "latency",
  "levenshtein",
  "perplexity-score",
  "perplexity",
  "rouge-n",
  "similar",
  "starts-with",
]);

const withList = new Set(["contains-all", "contains-any", "icontains-all", "icontains-any"]);

/**
 * Reads the short form of an assertion as promptfoo has it in the cells of a table:
 * `contains:Bürgeramt`, `not-icontains-any:a,b`, `similar(0.8):Text`, `grade:…`; plain text is `equals`.
 */
export function readShortAssertion(cell: string): WrittenAssertion {
  const script = readScript(cell) ?? readRubric(cell);
  if (script !== undefined) return script;
  const found = shortForm.exec(cell)?.groups;
  if (found === undefined) return { type: "equals", value: cell };
  const { not = "", base = "", threshold, value } = found;
  const type = `${not}${base}`;
  if (withList.has(base)) return { type, value: value ? splitList(value) : value };
  if (base === "contains-json" || base === "is-json") return { type, value };
  if (!withThreshold.has(base)) return { type, value: value?.trim() };
  const usual = base === "similar" ? 0.8 : 0.75;
  return { type, value: value?.trim(), threshold: readNumber(threshold) ?? usual };
}

const shortForm = new RegExp(
  String.raw`^(?<not>not-)?(?<base>${assertionTypes.join("|")})(?:\((?<threshold>\d+(?:\.\d+)?)\))?(?::(?<value>[\s\S]*))?$`,
  "u",
);

function readScript(cell: string): WrittenAssertion | undefined {
  const isFile = cell.startsWith("file://");
  if (isFile && /\.(?:js|cjs|mjs|ts|cts|mts)$/u.test(cell)) {
    return { type: "javascript", value: cell };
  }
  if (isFile && /\.py(?:$|:)/u.test(cell))
    return { type: "python", value: cell.slice("file://".length) };
  const [, language = "", code = ""] = /^(javascript|fn|eval|python):([\s\S]*)$/u.exec(cell) ?? [];
  if (language === "") return undefined;
  return { type: language === "python" ? "python" : "javascript", value: code.trim() };
}

function readRubric(cell: string): WrittenAssertion | undefined {
  const [, rubric] = /^(?:grade|llm-rubric):([\s\S]*)$/u.exec(cell) ?? [];
  return rubric === undefined ? undefined : { type: "llm-rubric", value: rubric };
}

/** A finite number in a cell; anything else counts as not filled in. */
export function readNumber(cell: string | undefined): number | undefined {
  const text = cell?.trim() ?? "";
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : undefined;
}

/** Items between commas, empty ones left out; in quotation marks a comma belongs to the item. */
function splitList(text: string): string[] {
  const items = text.matchAll(/[\s,]*(?:"(?<quoted>(?:[^"]|"")*)"\s*(?=,|$)|(?<plain>[^,]+))/gu);
  return [...items]
    .map(({ groups = {} }) => groups["quoted"]?.replaceAll('""', '"') ?? groups["plain"]?.trim())
    .filter((item): item is string => item !== undefined && item !== "");
}
