import type { Model, ModelDescription } from "../../core/model.ts";
import type { Suite } from "../../core/suite.ts";
import { variantGroup } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { withVariants } from "../../datasets/read-variant-file.ts";
import { planRun, type Plan, type PlanRequest } from "../../engine/plan.ts";
import { storeCases } from "../../engine/stored-cases.ts";
import { openModel } from "../../models/registry.ts";
import { readEnvironment, type Environment } from "../environment.ts";
import { gradingPlace, isShipped, loadSuites } from "../load-suites.ts";
import { loadModelCards, withCard } from "../model-cards.ts";
import { modelContext } from "../model-context.ts";
import { wrongUse } from "../options.ts";
import { judgesOfSuite } from "../promptfoo/graders/check-assertions.ts";
import { describeJudge } from "../promptfoo/graders/open-judge.ts";
import { checkRequirements } from "./check-requirements.ts";
import { makeIdentifierGuard, type IdentifierGuard } from "./identifier-guard.ts";
import type { EvalRequest } from "./request.ts";
import type { Priced } from "./spend.ts";

/** A request with its suites read, its models known and its trials planned. */
export interface PreparedRun {
  readonly request: EvalRequest;
  readonly suites: readonly Suite[];
  readonly models: readonly ModelDescription[];
  /** Models that judge. */
  readonly judges: readonly Priced[];
  readonly planRequest: PlanRequest;
  readonly plan: Plan;
  readonly guard: IdentifierGuard;
}

/** Reads what the request names and plans the run; nothing is fetched or called. */
export async function prepareRun(
  request: EvalRequest,
  environment: Environment = readEnvironment(),
): Promise<PreparedRun> {
  const suites = await readSuites(request);
  checkModels(request);
  const models = await describeModels(request, environment);
  const planRequest: PlanRequest = {
    suites,
    assignments: models.map((model, index) => ({ model, suites: request.models[index]?.suites })),
    variants: request.variants,
    inputs: request.inputs,
    attempts: request.attempts,
    criticalAttempts: request.criticalAttempts,
    seed: request.seed,
    profile: request.profile,
    strict: request.strict,
  };
  const plan = planRun(planRequest);
  if (plan.trials.length === 0) throw wrongUse(whyNothing(plan), "eval");
  const guard = makeIdentifierGuard({
    suites,
    models,
    ...plan,
    isTrusted: trusted(request, suites),
  });
  const judges = await describeJudges(suites, request.config);
  const prepared = { request, suites, models, judges, planRequest, plan, guard };
  if (request.requirements !== undefined) {
    checkRequirements(request.requirements.requirements, prepared);
  }
  guard.lookAhead();
  return prepared;
}

async function describeJudges(
  suites: readonly Suite[],
  config: string | undefined,
): Promise<Priced[]> {
  const ids = new Set(suites.flatMap(judgesOfSuite));
  return Promise.all([...ids].map(async (id) => describeJudge(id, config)));
}

async function readSuites(request: EvalRequest): Promise<readonly Suite[]> {
  const chosen = loadSuites(request.suites, { allowCode: request.allowCode === true });
  const suites = withVariants(chosen, request.variantFiles);
  await checkVariants(request.variants, suites);
  if (request.noAnswers === true) checkNoJudge(suites);
  return suites.map((suite) => ({ ...suite, cases: storeCases(suite.cases) }));
}

/** A model that judges reads the answers after the calls; without answers it has none to read. */
function checkNoJudge(suites: readonly Suite[]): void {
  const judged = suites.find((suite) =>
    gradingPlace(suite).graders.some(({ isLater }) => isLater !== undefined),
  );
  if (judged !== undefined) {
    throw wrongUse(
      `In der Suite „${judged.name}“ urteilt ein Modell erst nach den Aufrufen; mit --no-answers ist dann keine Antwort mehr da.`,
      "eval",
    );
  }
}

function checkModels({ models }: EvalRequest): void {
  const twice = models.find(
    ({ model }, index) => models.findIndex((other) => other.model.id === model.id) !== index,
  );
  if (twice !== undefined) {
    throw wrongUse(`Das Modell „${twice.model.id}“ ist zweimal genannt.`, "eval");
  }
}

/** What is known of the chosen models; none is asked. */
async function describeModels(
  request: EvalRequest,
  environment: Environment,
): Promise<ModelDescription[]> {
  const opened = await Promise.all(
    request.models.map(async ({ model }) => openChosen(request, model.id, environment)),
  );
  const cards = loadModelCards(environment);
  const models = opened.map((model) => withCard(model.description, cards));
  await Promise.all(opened.map(async (model) => model.close()));
  return models;
}

/** The shipped suites: all their cases are invented or public. */
function trusted(request: EvalRequest, suites: readonly Suite[]): (suite: string) => boolean {
  const names = new Set(
    suites.filter((_, at) => isShipped(request.suites[at] ?? "")).map(({ name }) => name),
  );
  return (suite) => names.has(suite);
}

/** Why a plan is empty: data class, or no case with such an input. */
function whyNothing({ withheld }: Plan): string {
  const [first] = withheld;
  if (first === undefined) {
    return "Es gibt nichts zu prüfen: Kein Fall hat die verlangte Eingabe, oder die Modelle sind keiner dieser Suiten zugeordnet.";
  }
  return `Es gibt nichts zu prüfen. ${first.model}: ${first.reason} Erlaubte Klassen nennt dataClasses in den Einstellungen.`;
}

/** Opens a model of the request for calling. */
export async function openChosen(
  request: EvalRequest,
  id: string,
  environment: Environment = readEnvironment(),
): Promise<Model> {
  const choice = request.models.find(({ model }) => model.id === id);
  if (choice === undefined) throw new RangeError(`no model ${id} in the request`);
  const context = modelContext(request.network, environment);
  return openModel(choice.model, { ...context, allowCode: request.allowCode });
}

async function checkVariants(wanted: readonly string[], suites: readonly Suite[]): Promise<void> {
  const present = new Set(
    suites.flatMap(({ variants }) =>
      Object.keys(variants).flatMap((name) => [name, variantGroup(name)]),
    ),
  );
  const unknown = wanted.find((name) => !present.has(name));
  if (unknown === undefined) return;
  const asked = wanted.filter((name) => present.has(name));
  // Reports call the variants by their German names; no run that begins needs them.
  const { variantLabel } = await import("../../reports/labels.ts");
  const meant = [...present].find((name) => variantLabel(name) === unknown);
  const instead = meant ?? (asked.length > 0 ? asked.join(",") : ([...present][0] ?? ""));
  throw new UserError(
    `Die Prompt-Variante „${unknown}“ gibt es in keiner der gewählten Suiten; es gibt: ${[...present].toSorted().join(", ")}.`,
    {
      code: "unknown-variant",
      exitCode: exitCodes.usage,
      nextStep: `Legen Sie den Prompt an und nennen Sie ihn in suite.yaml unter variants, oder fragen Sie nur, was es gibt: --variant ${instead}`,
    },
  );
}
