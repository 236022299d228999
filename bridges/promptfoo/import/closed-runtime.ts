import nunjucks from "nunjucks";
import { Refusal } from "./refusal.ts";

/** Names by which a template could reach out of its variables into the program, wherever they stand. */
const forbidden: ReadonlySet<unknown> = new Set([
  "constructor",
  "__proto__",
  "prototype",
  "caller",
  "callee",
]);

/** What texts, lists, numbers and dates can do that neither reaches anything nor grows without bound. */
const methods: ReadonlySet<unknown> = new Set(
  `at charAt concat endsWith every filter find findIndex flat getDate getDay getFullYear getHours
  getMinutes getMonth getTime includes indexOf join lastIndexOf length map replace replaceAll
  reverse slice some sort split startsWith substr substring toFixed toISOString
  toLocaleDateString toLocaleLowerCase toLocaleString toLocaleUpperCase toLowerCase toString toUpperCase
  trim trimEnd trimStart`.split(/\s+/u),
);

/** Loop rounds and calls of one template. */
const mostSteps = 200_000;

interface Frame {
  set: (...words: unknown[]) => unknown;
}

interface Runtime {
  memberLookup: (holder: unknown, name: unknown) => unknown;
  contextOrFrameLookup: (context: unknown, frame: unknown, name: string) => unknown;
  callWrap: (...words: unknown[]) => unknown;
  Frame: { readonly prototype: Frame };
}

let steps = 0;
let isClosed = false;

/** Counts anew; said before a template is rendered. */
export function startCounting(): void {
  steps = 0;
}

/**
 * Closes nunjucks for templates of others: they see what a value holds itself and a list of harmless
 * methods, nothing of a function, nothing that an object has from elsewhere, and end after 200 000 steps.
 * Holders in `open` say themselves what may be read. For the whole process, once.
 */
export function closeRuntime(open: ReadonlySet<unknown>): void {
  if (isClosed) return;
  isClosed = true;
  const runtime = nunjucks.runtime as unknown as Runtime;
  const { memberLookup, contextOrFrameLookup, callWrap } = runtime;
  const { prototype } = runtime.Frame;
  const set = Reflect.get(prototype, "set");
  runtime.memberLookup = (holder, name) => {
    checkMember(holder, name, open);
    return memberLookup(holder, name);
  };
  runtime.contextOrFrameLookup = (context, frame, name) => {
    if (name in Object.prototype) throw reaching(name);
    return contextOrFrameLookup(context, frame, name);
  };
  runtime.callWrap = (...words) => {
    countStep();
    refuseRegExp(words.at(-1) as readonly unknown[]);
    return callWrap(...words);
  };
  prototype.set = function count(this: Frame, ...words) {
    countStep();
    return Reflect.apply(set, this, words);
  };
}

function checkMember(holder: unknown, name: unknown, open: ReadonlySet<unknown>): void {
  countStep();
  if (holder === undefined || holder === null || open.has(holder)) return;
  // Anything else could become another name between the check and the use.
  if (typeof name !== "string" && typeof name !== "number") {
    if (name === undefined || name === null || typeof name === "boolean") return;
    throw reaching("…");
  }
  if (forbidden.has(name) || typeof holder === "function") throw reaching(name);
  if (Object.hasOwn(Object(holder) as object, name) || methods.has(name)) return;
  if (name in (Object(holder) as object)) throw reaching(name);
}

/** One that never ends would hold up everything. */
export function refuseRegExp(given: readonly unknown[]): void {
  if (given.some((one) => one instanceof RegExp)) {
    throw new Refusal("enthält in der Vorlage einen regulären Ausdruck");
  }
}

function countStep(): void {
  steps += 1;
  if (steps > mostSteps) throw new Refusal(`rechnet über ${mostSteps} Schritte hinaus`);
}

function reaching(name: string | number): Refusal {
  return new Refusal(`greift mit „${name}“ aus der Vorlage in das Programm`);
}
