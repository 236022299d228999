import { isPattern, loadReference } from "./load-references.ts";
import { isGroup, type Group, type RawTest } from "./raw-config.ts";
import { readTest } from "./read-test.ts";
import { readTests } from "./read-tests.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";

/** A test as promptfoo runs it: defaults merged, one value for every variable. */
export interface AtomicTest {
  readonly description?: string | undefined;
  readonly vars: Group;
  readonly assert: readonly Group[];
  readonly options: Group;
  readonly threshold?: number | undefined;
  readonly metadata: Group;
  readonly holder: object;
  /** Number among the combinations of one test, from 1; absent when there is only one. */
  readonly combination?: number | undefined;
}

/** All the tests of a configuration: `tests` and `scenarios`, with `defaultTest` merged in. */
export async function expandTests(session: ImportSession, config: Group): Promise<AtomicTest[]> {
  const defaults = readDefault(session, config) ?? { holder: config };
  const tests = await readTests(session, config["tests"], { holder: config, key: "tests" });
  const scenarios = await readScenarios(session, config);
  const all = [...tests, ...scenarios];
  const isNothing = config["tests"] === undefined && config["scenarios"] === undefined;
  const asked = isNothing ? [{ holder: config }] : all;
  return asked.flatMap((test) => combinationsOf(session, merge(defaults, test)));
}

function readDefault(session: ImportSession, config: Group): RawTest | undefined {
  const written = config["defaultTest"];
  if (written === undefined || written === null) return undefined;
  const place = { holder: config, key: "defaultTest" };
  const value = session.attempt(config, "defaultTest", () => {
    if (typeof written !== "string") return written;
    if (written.startsWith("file://")) return loadReference(session, written);
    throw new Refusal(
      "defaultTest muss eine Gruppe von Angaben sein oder mit file:// eine Datei nennen",
    );
  });
  if (value === undefined) return undefined;
  return readTest(session, value, { place, base: session.folder.root });
}

/** Every test of a scenario with every one of its configurations. */
async function readScenarios(session: ImportSession, config: Group): Promise<RawTest[]> {
  const written = config["scenarios"];
  if (written === undefined || written === null) return [];
  const loaded = session.attempt(config, "scenarios", () => {
    const list: readonly unknown[] = Array.isArray(written) ? written : [written];
    return list.flatMap((entry) =>
      typeof entry === "string" ? [loadReference(session, entry)].flat() : [entry],
    );
  });
  const made: RawTest[] = [];
  for (const scenario of loaded ?? []) {
    if (!isGroup(scenario)) {
      session.refuse(config, "scenarios", "ein Szenario ist keine Gruppe von Angaben");
    } else made.push(...(await readScenario(session, scenario)));
  }
  return made;
}

async function readScenario(session: ImportSession, scenario: Group): Promise<RawTest[]> {
  const settings = scenario["config"];
  if (!Array.isArray(settings)) {
    session.refuse(scenario, "config", "einem Szenario fehlt die Liste config");
    return [];
  }
  const base = session.folder.root;
  const data = settings.flatMap(
    (entry: unknown, key) =>
      readTest(session, entry, { place: { holder: settings, key }, base }) ?? [],
  );
  const place = { holder: scenario, key: "tests" };
  const own = scenario["tests"];
  const tests = own === undefined ? [{ holder: scenario }] : await readTests(session, own, place);
  return data.flatMap((setting) => tests.map((test) => merge(setting, test)));
}

/** What a test does not say itself, it has from another; assertions of both count, those first. */
function merge(base: RawTest, test: RawTest): RawTest {
  return {
    holder: test.holder,
    description: test.description ?? base.description,
    vars: { ...base.vars, ...test.vars },
    assert: [...(base.assert ?? []), ...(test.assert ?? [])],
    options: { ...base.options, ...test.options },
    threshold: test.threshold ?? base.threshold,
    metadata: { ...base.metadata, ...test.metadata },
  };
}

/** A list of texts stands for one test each; several lists for every combination. */
function combinationsOf(session: ImportSession, test: RawTest): AtomicTest[] {
  const { vars = {}, options = {}, assert = [], metadata = {}, ...rest } = test;
  const expands = options["disableVarExpansion"] !== true;
  const combined = session.attempt(test.holder, "vars", () =>
    expands ? combine(session, vars) : [vars],
  );
  return (combined ?? []).map((single, index, all) => ({
    ...rest,
    vars: single,
    assert,
    options,
    metadata,
    ...(all.length > 1 && { combination: index + 1 }),
  }));
}

/** Combinations of one configuration; more is taken for a mistake. */
const mostCombinations = 100_000;

function combine(session: ImportSession, vars: Group): Group[] {
  return Object.entries(vars).reduce<Group[]>(
    (made, [name, value]) => {
      const values = valuesOf(session, value);
      if (made.length * values.length > mostCombinations) {
        throw new Refusal(`die Listen in vars ergeben über ${mostCombinations} Kombinationen`);
      }
      return made.flatMap((single) => values.map((one) => ({ ...single, [name]: one })));
    },
    [{}],
  );
}

function valuesOf(session: ImportSession, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return typeof value[0] === "string" ? value : [value];
  if (typeof value !== "string" || !value.startsWith("file://") || !isPattern(value))
    return [value];
  const files = session.folder.glob(value);
  if (files.length === 0) throw new Refusal(`zu „${value}“ gibt es keine Datei`);
  return files.map((file) => `file://${session.folder.shown(file)}`);
}
