import { isProgram, needsEmbedding, needsJudge } from "./assertion-types.ts";
import type { Assertion, AssertionConverter } from "./convert-assertions.ts";
import type { AtomicTest } from "./expand-tests.ts";
import type { Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
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
    const judge = session.attempt(test.holder, "assert", () =>
      judgeOf(assertions, converter, session.options),
    );
    return { test, id: ownId(test, index + 1, ids), options, assertions, judge };
  });
}

/** The one model that judges in a test. */
function judgeOf(
  assertions: readonly Assertion[],
  converter: AssertionConverter,
  { judge: forWords, embeddings }: ImportOptions,
): string | undefined {
  const all = assertions.flatMap((one) =>
    Array.isArray(one["assert"]) ? (one["assert"] as Assertion[]) : [one],
  );
  const named = new Set(
    all.flatMap((one) => {
      if (converter.withoutJudge.has(one))
        return [needsEmbedding(one.type) ? embeddings : forWords];
      const judge = converter.judges.get(one);
      return judge === undefined ? [] : [judge];
    }),
  );
  if (named.size <= 1) return [...named][0];
  throw new Refusal(
    "in einem Test urteilen verschiedene Modelle; hier urteilt in einem Fall nur eines",
  );
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
