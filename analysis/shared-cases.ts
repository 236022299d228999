import type { Case } from "../core/case.ts";
import type { CaseSummary } from "../core/manifest.ts";
import type { SuitePair } from "../core/run-comparison.ts";
import type { RunRecords } from "./run-records.ts";

/** Which cases two runs can be compared on. */
export interface SharedCases {
  readonly suites: SuitePair[];
  readonly has: (place: { readonly suite: string; readonly case: string }) => boolean;
}

/**
 * Pairs the cases of two runs by suite and id. A case is shared when its input and its hash (the
 * fields that decide the verdict) are the same in both; where a run knows neither text nor hash of
 * it, it is shared but counted as unsure.
 */
export function findSharedCases(before: RunRecords, after: RunRecords): SharedCases {
  const [old, present] = [readCases(before), readCases(after)];
  const names = [...new Set([...before.manifest.suites, ...after.manifest.suites].map(nameOf))];
  const shared = new Set<string>();
  const suites = names.map((suite) => {
    const [a, b] = [old.get(suite) ?? new Map(), present.get(suite) ?? new Map()];
    const both = [...a.keys()].filter((id) => b.has(id));
    const kinds = both.map((id) => [id, kindOf(a.get(id), b.get(id))] as const);
    const same = kinds.filter(([, kind]) => kind !== "changed");
    for (const [id] of same) shared.add(keyOf(suite, id));
    return {
      ...headsOf(suite, before, after),
      shared: same.length,
      unsure: kinds.filter(([, kind]) => kind === "unsure").length,
      changed: both.length - same.length,
      onlyBefore: a.size - both.length,
      onlyAfter: b.size - both.length,
    };
  });
  return { suites, has: (place) => shared.has(keyOf(place.suite, place.case)) };
}

interface KnownCase {
  readonly summary?: CaseSummary | undefined;
  readonly text?: Case | undefined;
}

/** Cases by suite and id: those of the manifest, those with texts, and those that were tried. */
function readCases({ manifest, cases, trials }: RunRecords): Map<string, Map<string, KnownCase>> {
  const result = new Map<string, Map<string, KnownCase>>();
  const add = (suite: string, id: string, known: KnownCase): void => {
    const own = result.get(suite) ?? new Map<string, KnownCase>();
    own.set(id, { ...own.get(id), ...known });
    result.set(suite, own);
  };
  for (const suite of manifest.suites) {
    for (const summary of suite.cases) add(suite.name, summary.id, { summary });
  }
  for (const line of cases) add(line.suite, line.case.id, { text: line.case });
  for (const trial of trials) add(trial.suite, trial.case, {});
  return result;
}

function kindOf(a: KnownCase = {}, b: KnownCase = {}): "same" | "changed" | "unsure" {
  const hashes = [a.summary?.caseHash ?? "", b.summary?.caseHash ?? ""];
  const inputs = [a.text?.input, b.text?.input].map((input) => input && JSON.stringify(input));
  const hashesKnown = hashes.every((hash) => hash !== "");
  const inputsKnown = inputs.every((input) => input !== undefined);
  if (hashesKnown && hashes[0] !== hashes[1]) return "changed";
  if (inputsKnown && inputs[0] !== inputs[1]) return "changed";
  return hashesKnown && inputsKnown ? "same" : "unsure";
}

function headsOf(
  suite: string,
  before: RunRecords,
  after: RunRecords,
): Pick<SuitePair, "suite" | "title" | "before" | "after"> {
  const find = ({ manifest }: RunRecords) => manifest.suites.find(({ name }) => name === suite);
  const [a, b] = [find(before), find(after)];
  return {
    suite,
    title: b?.title ?? a?.title ?? suite,
    ...(a !== undefined && { before: { version: a.version, hash: a.hash } }),
    ...(b !== undefined && { after: { version: b.version, hash: b.hash } }),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function keyOf(suite: string, id: string): string {
  return JSON.stringify([suite, id]);
}
