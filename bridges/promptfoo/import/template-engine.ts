import nunjucks from "nunjucks";
import { closeRuntime, refuseRegExp, startCounting } from "./closed-runtime.ts";
import { Refusal } from "./refusal.ts";

/** Steps of a `range`, and numbers that a filter is given; more is refused. */
const longestRange = 10_000;

/** Stands for `env`: reading any of its values is refused. */
const environment = new Proxy(
  {},
  {
    get: (_target, name) => {
      if (typeof name === "symbol") return undefined;
      throw new Refusal(
        `setzt die Umgebungsvariable ${name} ein; ihr Wert stünde danach lesbar in der Suite`,
      );
    },
  },
);

/**
 * nunjucks as promptfoo sets it up (no escaping, filter `load`), but closed: templates see their variables
 * and nothing of the program, no files and no environment; see {@link closeRuntime}.
 */
export function makeTemplateEngine(filters: Readonly<Record<string, Filter>> = {}): TemplateEngine {
  closeRuntime(new Set([environment]));
  const engine = new nunjucks.Environment(null, { autoescape: false });
  boundFilters(engine);
  engine.addGlobal("env", environment);
  engine.addGlobal("range", range);
  engine.addFilter("load", (text: string) => JSON.parse(text) as unknown);
  for (const [name, filter] of Object.entries(filters)) engine.addFilter(name, filter);
  const compiled = new Map<string, nunjucks.Template>();
  return {
    render: (template, variables) => {
      if (!/\{[{%#]/u.test(template)) return template;
      try {
        startCounting();
        const known = compiled.get(template) ?? new nunjucks.Template(template, engine, "", true);
        if (compiled.size < mostCompiled) compiled.set(template, known);
        return known.render(variables);
      } catch (cause) {
        throw refusalOf(cause);
      }
    },
  };
}

/** Templates kept ready; a prompt is rendered for every test. */
const mostCompiled = 200;

export type Filter = (...given: never[]) => unknown;

/** Renders templates; what goes wrong, or reaches for what is closed, is a `Refusal`. */
export interface TemplateEngine {
  readonly render: (template: string, variables: object) => string;
}

type AnyFilter = (this: unknown, ...given: unknown[]) => unknown;

/** Filters that fill up to a width take as long as the width is. */
function boundFilters(engine: nunjucks.Environment): void {
  const { filters } = engine as unknown as { filters: Record<string, AnyFilter> };
  for (const [name, filter] of Object.entries(filters)) {
    filters[name] = function bounded(...given) {
      refuseRegExp(given);
      const isHuge = given.slice(1).some((value) => Math.abs(Number(value)) > longestRange);
      if (isHuge) throw new Refusal(`gibt dem Filter „${name}“ eine Zahl über ${longestRange}`);
      return Reflect.apply(filter, this, given);
    };
  }
}

function range(start: number, stop?: number, step = 1): number[] {
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (!(length <= longestRange)) throw new Refusal(`range(…) zählt über ${longestRange} hinaus`);
  return Array.from({ length }, (_, index) => from + index * step);
}

/** nunjucks wraps what is thrown inside; the reason is in its text. */
function refusalOf(cause: unknown): Refusal {
  const message = cause instanceof Error ? cause.message : String(cause);
  const own = /Refusal: (?<reason>[^\n]+)/u.exec(message)?.groups?.["reason"];
  if (own !== undefined) return new Refusal(own);
  const said = message
    .replaceAll(/\s+/gu, " ")
    .replace(/^\(unknown path\)\s*/u, "")
    .trim();
  return new Refusal(`die Vorlage lässt sich nicht auflösen (${said})`);
}
