import { isProgram, needsEmbedding, needsJudge } from "./assertion-types.ts";
import type { Assertion, AssertionConverter } from "./convert-assertions.ts";
import type { AtomicTest } from "./expand-tests.ts";
import type { Group } from "./raw-config.ts";
import type { ImportOptions, ImportSession } from "./session.ts";
import { TestOptionsReader, type TestOptions } from "./test-options.ts";

/** A test with its assertions converted; its prompts are still to be rendered. */
export interface ConvertedTest {
  readonly test: AtomicTest;
  readonly id: string;
  readonly options: TestOptions;
  readonly assertions: readonly Assertion[];
  /** Who judges what a model has to judge in it, where the configuration or the person says so. */
  readonly judge?: string | undefined;
}

/** Converts the assertions of all tests and gives every test an id of its own. */
export function convertTests(
  session: ImportSession,
  tests: readonly AtomicTest[],
  converter: AssertionConverter,
): ConvertedTest[] {
  const ids = new Set<string>();
  const optionsReader = new TestOptionsReader(session);
  return tests.map((test, index) => {
    const options = optionsReader.read(test);
    const assertions = test.assert.flatMap(
      (assertion) => converter.convert(assertion, options.defaults) ?? [],
    );
    const judging = withJudges(assertions, converter, session.options);
    return { test, id: ownId(test, index + 1, ids), options, ...judging };
  });
}

/**
 * Who judges in a test: the first model named in it; an assertion that another one judges says so itself
 * (`judge`). Where some assertion has none, the test has none either, so that the person is asked.
 */
function withJudges(
  assertions: readonly Assertion[],
  converter: AssertionConverter,
  options: ImportOptions,
): Pick<ConvertedTest, "assertions" | "judge"> {
  const named = new Set(assertions.flatMap(partsOf).flatMap(ownJudge));
  const judge = named.has(nobody) ? undefined : [...named][0];
  if (named.size <= 1) return { assertions, judge };
  return { assertions: assertions.map(mark), judge };

  /** Of an assertion that asks a model: its id, or that there is none. */
  function ownJudge(one: Assertion): string[] {
    if (converter.withoutJudge.has(one)) {
      return [(needsEmbedding(one.type) ? options.embeddings : options.judge) ?? nobody];
    }
    const id = converter.judges.get(one);
    return id === undefined ? [] : [id];
  }

  function mark(one: Assertion): Assertion {
    if (Array.isArray(one["assert"])) {
      return { ...one, assert: (one["assert"] as Assertion[]).map(mark) };
    }
    const [own] = ownJudge(one);
    return own === undefined || own === judge || own === nobody ? one : { ...one, judge: own };
  }
}

/** Stands for a model that is still to be named. */
const nobody = "";

function partsOf(one: Assertion): Assertion[] {
  return Array.isArray(one["assert"]) ? (one["assert"] as Assertion[]) : [one];
}

/** From the description where it is short and names one test, else `fall-12`. */
function ownId(
  { description, combination }: AtomicTest,
  number: number,
  taken: Set<string>,
): string {
  const isRow = /^Row #\d+$/u.test(description ?? "");
  const named = isRow ? "" : slugOf(description ?? "");
  const base = named === "" || named.length > longestId ? `fall-${number}` : named;
  const wished =
    combination === undefined || base === `fall-${number}` ? base : `${base}-${combination}`;
  let id = wished;
  for (let at = 2; taken.has(id); at += 1) id = `${wished}-${at}`;
  taken.add(id);
  return id;
}

const longestId = 60;

const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Lower case, digits and hyphens: `Hunde­steuer 2026` → `hundesteuer-2026`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

/**
 * The variables that the assertions of a test may look at: all where one of them is a program, is judged
 * by a model or has a template; none where they are plain.
 */
export function varsForAssertions(
  assertions: readonly Assertion[],
  vars: Group,
): Group | undefined {
  if (Object.keys(vars).length === 0) return undefined;
  return assertions.some(looksAtVars) ? vars : undefined;
}

function looksAtVars({ type, assert, transform, contextTransform, value }: Assertion): boolean {
  if (Array.isArray(assert)) return assert.some((inner) => looksAtVars(inner as Assertion));
  const isCode = isProgram(type) || transform !== undefined || contextTransform !== undefined;
  if (isCode || needsJudge(type)) return true;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return /\{[{%]|^file:/u.test(text);
}
