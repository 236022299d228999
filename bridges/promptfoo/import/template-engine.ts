import nunjucks from "nunjucks";
import { Refusal } from "./refusal.ts";

/** Names by which a template could reach out of its variables into the program. */
const forbidden = new Set(["constructor", "__proto__", "prototype", "caller", "callee"]);

/** Steps of a `range` in a template; more is refused. */
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

interface Runtime {
  memberLookup: (holder: unknown, name: unknown) => unknown;
}

/**
 * nunjucks as promptfoo sets it up (no escaping, filter `load`), but closed: templates see their variables
 * and nothing of the program, no files and no environment.
 */
export function makeTemplateEngine(filters: Readonly<Record<string, Filter>> = {}): TemplateEngine {
  closeMemberLookup();
  const engine = new nunjucks.Environment(null, { autoescape: false });
  engine.addGlobal("env", environment);
  engine.addGlobal("range", range);
  engine.addFilter("load", (text: string) => JSON.parse(text) as unknown);
  for (const [name, filter] of Object.entries(filters)) engine.addFilter(name, filter);
  const compiled = new Map<string, nunjucks.Template>();
  return {
    render: (template, variables) => {
      if (!/\{[{%#]/u.test(template)) return template;
      try {
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

let isClosed = false;

function closeMemberLookup(): void {
  if (isClosed) return;
  isClosed = true;
  const runtime = nunjucks.runtime as unknown as Runtime;
  const lookup = runtime.memberLookup;
  runtime.memberLookup = (holder, name) => {
    if (forbidden.has(String(name))) {
      throw new Refusal(`greift mit „${String(name)}“ aus der Vorlage in das Programm`);
    }
    return lookup(holder, name);
  };
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
