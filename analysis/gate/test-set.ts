import { createHash } from "node:crypto";
import { exitCodes, UserError } from "../../core/user-error.ts";
import type { GateCase, GateSide, GateSuite } from "./gate-side.ts";

/** SHA-256 over ids, hashes and `critical` of the cases of a suite, whatever their order. */
export function testSetHash(cases: readonly GateCase[]): string {
  const lines = cases.map(({ id, hash, critical }) => `${id} ${hash} ${critical}\n`).toSorted();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

/** What two sides share, and what a reader has to know of it. */
export interface SharedTestSet {
  /** Names of the suites that both have. */
  readonly suites: readonly string[];
  /** German. */
  readonly notices: readonly string[];
}

/**
 * Makes sure that both sides were asked the same: the suites that both have must hold the same cases
 * with the same questions, expectations and deciding graders. Throws a `UserError` (wrong data) that
 * names the cases that differ, or says that no suite is common.
 */
export function sharedTestSet(baseline: GateSide, candidate: GateSide): SharedTestSet {
  const before = new Map(baseline.suites.map((suite) => [suite.name, suite]));
  const both = candidate.suites.flatMap((after) => {
    const old = before.get(after.name);
    return old === undefined ? [] : [{ old, after }];
  });
  if (both.length === 0) throw noCommonSuite(baseline, candidate);
  const different = both.flatMap(({ old, after }) => {
    const text = describeDifference(old, after);
    return text === undefined ? [] : [`${after.name}: ${text}`];
  });
  if (different.length > 0) throw otherTestSet(different);
  const names = both.map(({ after }) => after.name);
  return {
    suites: names,
    notices: [
      ...leftOut(baseline, names, "steht nur in der Vergleichsbasis und wurde nicht geprüft"),
      ...leftOut(candidate, names, "fehlt in der Vergleichsbasis und wurde nicht verglichen"),
      ...both.flatMap(({ old, after }) => noticesOf(old, after)),
    ],
  };
}

/** German, or `undefined` when the cases are the same as far as can be known. */
function describeDifference(old: GateSuite, after: GateSuite): string | undefined {
  const [before, now] = [caseMap(old), caseMap(after)];
  const shared = [...before.keys()].filter((id) => now.has(id));
  const changed = shared.filter((id) => isChanged(before.get(id), now.get(id)));
  const listed = old.isListed && after.isListed;
  const gone = listed ? [...before.keys()].filter((id) => !now.has(id)) : [];
  const added = listed ? [...now.keys()].filter((id) => !before.has(id)) : [];
  const parts = [
    ...part("geändert", changed),
    ...part("nur in der Vergleichsbasis", gone),
    ...part("nur im neuen Lauf", added),
  ];
  if (parts.length > 0) return `${versionsOf(old, after)}${parts.join("; ")}`;
  const unsure = shared.some((id) => before.get(id)?.hash === "" || now.get(id)?.hash === "");
  const sameHash = old.hash !== "" && old.hash === after.hash;
  const otherHash = old.hash !== "" && after.hash !== "" && old.hash !== after.hash;
  if (!unsure || sameHash || (!otherHash && old.version === after.version)) return undefined;
  return `${versionsOf(old, after)}welche Fälle sich unterscheiden, ist nicht festgehalten (es fehlen ihre Prüfsummen)`;
}

function isChanged(a: GateCase | undefined, b: GateCase | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.critical !== b.critical) return true;
  return a.hash !== "" && b.hash !== "" && a.hash !== b.hash;
}

function noticesOf(old: GateSuite, after: GateSuite): string[] {
  const now = caseMap(after);
  const unsure = old.cases.filter(({ id, hash }) => hash === "" || now.get(id)?.hash === "");
  const graders = Object.entries(after.graders).filter(
    ([name, version]) => (old.graders[name] ?? version) !== version,
  );
  return [
    ...(unsure.length > 0 && (old.hash === "" || old.hash !== after.hash)
      ? [
          `${after.title}: Dass die Fälle dieselben sind, ist nicht nachprüfbar (${unsure.length} ohne Prüfsumme).`,
        ]
      : []),
    ...(old.version === after.version
      ? []
      : [
          `${after.title}: Version ${old.version} gegen ${after.version}; die Fälle sind nachweislich dieselben.`,
        ]),
    ...graders.map(
      ([name, version]) =>
        `${after.title}: Der Grader „${name}“ urteilte in der Vergleichsbasis in Version ${old.graders[name] ?? ""}, jetzt in Version ${version}. Unterschiede können daher kommen; legen Sie die Vergleichsbasis neu an.`,
    ),
  ];
}

function leftOut({ suites }: GateSide, shared: readonly string[], what: string): string[] {
  return suites
    .filter(({ name }) => !shared.includes(name))
    .map(({ title, name }) => `Die Suite „${title}“ (${name}) ${what}.`);
}

function versionsOf(old: GateSuite, after: GateSuite): string {
  return old.version === after.version ? "" : `Version ${old.version} gegen ${after.version}; `;
}

/** The first twenty by name, so that a wholly different suite does not fill the screen. */
function part(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const rest = ids.length > 20 ? ` und ${ids.length - 20} weitere` : "";
  return [`${what}: ${ids.slice(0, 20).join(", ")}${rest}`];
}

function caseMap({ cases }: GateSuite): Map<string, GateCase> {
  return new Map(cases.map((one) => [one.id, one]));
}

function noCommonSuite(baseline: GateSide, candidate: GateSide): UserError {
  return new UserError(
    `Vergleichsbasis und neuer Lauf haben keinen gemeinsamen Fall: dort ${namesOf(baseline)}, hier ${namesOf(candidate)}.`,
    {
      code: "no-common-cases",
      exitCode: exitCodes.usage,
      nextStep:
        "Lassen Sie beide Läufe auf denselben Suiten laufen (npm run eval -- --suite NAME).",
    },
  );
}

function namesOf({ suites }: GateSide): string {
  return suites.length === 0
    ? "keine Antwort eines Modells (Vergleichsgrößen vergleicht das Gate nicht)"
    : suites.map(({ name }) => name).join(", ");
}

function otherTestSet(lines: readonly string[]): UserError {
  return new UserError(
    `Die Vergleichsbasis gehört zu einem anderen Stand der Suite. Was sich unterscheidet:\n  ${lines.join("\n  ")}`,
    {
      code: "other-test-set",
      exitCode: exitCodes.usage,
      nextStep:
        "Legen Sie die Vergleichsbasis mit dem jetzigen Stand neu an: erst „npm run eval“ mit dem alten Prompt, dann „npm run gate -- --save baseline.json --candidate ORDNER“.",
    },
  );
}
