import type { Case } from "../../core/case.ts";
import { mayCarryIdentifiers } from "../../core/data-class.ts";
import type { ModelDescription } from "../../core/model.ts";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { indexCases } from "../../engine/case-index.ts";
import type { PlannedTrial } from "../../engine/planned-trial.ts";
import type { Finding } from "../../graders/identifiers/finding.ts";
import kinds from "../../graders/identifiers/kinds.json" with { type: "json" };
import { looksReal } from "./looks-real.ts";

/** Looks at cases before they are sent (docs/decisions/0050-identifiers-before-sending.md). */
export interface IdentifierGuard {
  /** Looks at the first 1000 cases; throws a `UserError` that names those that must not go. */
  readonly lookAhead: () => void;
  /** Looks at the case of a trial that is about to be sent, once; throws as above. */
  readonly admit: (trial: PlannedTrial) => void;
  /** Aborted as soon as a case was refused, so that nothing else is sent either. */
  readonly signal: AbortSignal;
}

/** What is planned; `isTrusted` names the suites nobody has to look at, which are the shipped ones. */
interface Planned {
  readonly suites: readonly Suite[];
  readonly models: readonly ModelDescription[];
  readonly trials: readonly PlannedTrial[];
  readonly isTrusted: (suite: string) => boolean;
}

/** Cases that are looked at before the first call; a case takes 0.1 to 0.6 ms. */
const mostAhead = 1000;
/** Cases that a message names. */
const mostNamed = 5;

interface Refused {
  readonly suite: string;
  readonly graded: Case;
  readonly model: ModelDescription;
  readonly found: readonly Finding[];
}

/** Makes the guard of a run. Only texts that leave this process are looked at, each one once. */
export function makeIdentifierGuard(planned: Planned): IdentifierGuard {
  const stop = new AbortController();
  const look = makeLook(planned);
  const refuse = (refused: readonly Refused[]): void => {
    if (refused.length === 0) return;
    stop.abort();
    throw refusal(refused);
  };
  return {
    signal: stop.signal,
    lookAhead: () => {
      const refused = new Map<Case, Refused>();
      for (const trial of planned.trials) {
        const one = look.looked() < mostAhead ? look.at(trial) : undefined;
        if (one !== undefined) refused.set(one.graded, one);
      }
      refuse([...refused.values()]);
    },
    admit: (trial) => {
      const one = look.at(trial);
      if (one !== undefined) refuse([one]);
    },
  };
}

function makeLook({ suites, models, isTrusted }: Planned) {
  const modelById = new Map(models.map((model) => [model.id, model]));
  const places = new Map(
    suites
      .filter(({ name }) => !isTrusted(name))
      .map((suite) => [suite.name, { suite, cases: indexCases(suite.cases) }]),
  );
  const known = { raw: new Map<Case, Finding[]>(), pseudonymised: new Map<Case, Finding[]>() };
  return {
    looked: () => known.raw.size + known.pseudonymised.size,
    at: (trial: PlannedTrial): Refused | undefined => {
      const place = places.get(trial.suite);
      const graded = place?.cases.get(trial.case);
      const model = modelById.get(trial.model);
      if (place === undefined || graded === undefined || model === undefined) return undefined;
      const isStated = place.suite.unclassed?.has(graded.id) !== true;
      if (mayCarryIdentifiers(model, isStated ? graded.protection : undefined)) return undefined;
      const found = known[trial.input].get(graded) ?? looksReal(sentTexts(graded, trial.input));
      known[trial.input].set(graded, found.length === 0 ? nothing : found);
      const counting = isStated ? found.filter(({ kind }) => !publicKinds.has(kind)) : found;
      if (counting.length === 0) return undefined;
      return { suite: trial.suite, graded, model, found: counting };
    },
  };
}

/** What most cases have: one list for all of them. */
const nothing: Finding[] = [];

/** How authorities and firms can be reached and are named: no reason to stop a public text. */
const publicKinds: ReadonlySet<Finding["kind"]> = new Set([
  "email",
  "phone",
  "street-address",
  "file-reference",
  "vat-id",
  "register-number",
  "practice-number",
]);

/** All texts of a case's input but the one that the trial does not use. */
function sentTexts({ input }: Case, kind: PlannedTrial["input"]): string[] {
  const { text, pseudonymised, ...rest } = input;
  return textsIn([kind === "raw" ? text : pseudonymised, rest]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function refusal(refused: readonly Refused[]): UserError {
  const targets = [...new Set(refused.map(({ model }) => model.id))].join(", ");
  const lines = refused
    .slice(0, mostNamed)
    .map(({ suite, graded, found }) => `  ${suite}/${graded.id}: ${describe(found)}`);
  const rest = refused.length - lines.length;
  const head =
    refused.length === 1
      ? "Ein Fall enthält Angaben, die nach echten Personen aussehen"
      : `${refused.length} Fälle enthalten Angaben, die nach echten Personen aussehen`;
  const more = rest > 0 ? [`  und ${rest} weitere`] : [];
  return new UserError([`${head}; sie gehen nicht an ${targets}:`, ...lines, ...more].join("\n"), {
    code: "real-identifiers",
    exitCode: exitCodes.usage,
    nextStep: ways,
  });
}

const ways = `Es gibt drei Wege:
  1. Ersetzen Sie die Angaben durch erfundene oder durch Platzhalter wie [NAME_1].
  2. Sind sie schon erfunden, schreiben Sie bei diesen Fällen: protection: synthetic
  3. Darf das Modell solche Daten bekommen, schreiben Sie bei den Fällen „protection: personal“ und beim Modell „dataClasses: [personal]“.`;

/** Kinds with their values masked: enough to find them in the file, not enough to use them. */
function describe(found: readonly Finding[]): string {
  const texts = found.map(({ kind, value }) => `${kinds[kind]} ${maskedValue(value)}`);
  return [...new Set(texts)].slice(0, mostNamed).join(", ");
}

/** Two characters at each end, of short values one; the dots do not tell the length. */
function maskedValue(value: string): string {
  const ends = value.length >= 9 ? 2 : 1;
  return `${value.slice(0, ends)}…${value.slice(-ends)}`;
}
