import { resolve } from "node:path";
import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import { UserError, exitCodes } from "../core/user-error.ts";
import type { EarlierRun, ModelOrder } from "./model-context.ts";

/**
 * The way `replay`: the answers of an earlier run, without a model. `replay:DIR` takes the only model
 * of that run; where there are several, `replay:DIR#MODEL` or `model` in the configuration names one.
 * An answer counts only for exactly the question that was asked: the same messages, parameters and
 * attempt. What the run does not hold is `unanswered`. Throws a `UserError` (`no-run`, `unknown-model`).
 */
export async function openReplay(order: ModelOrder): Promise<Model> {
  const { config, context, name } = order;
  const mark = name.indexOf("#");
  const folder = resolve(context.startFolder ?? ".", mark === -1 ? name : name.slice(0, mark));
  if (context.earlierRun === undefined) throw new RangeError("no way to read an earlier run");
  const run = await context.earlierRun(folder);
  const wanted = mark === -1 ? config.model : name.slice(mark + 1);
  const earlier = chooseModel(run, wanted, folder);
  return {
    description: describe(earlier, run, order),
    concurrency: 16,
    prepare: async () => {},
    call: async (request, signal) => replay({ run, earlier, folder }, request, signal),
    close: async () => {},
  };
}

function chooseModel(
  { models }: EarlierRun,
  wanted: string | undefined,
  folder: string,
): ModelDescription {
  const found = models.filter(({ id }) => wanted === undefined || id === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const known = models.map(({ id }) => `replay:${folder}#${id}`).join(", ");
  const problem =
    wanted === undefined
      ? `Der Lauf ${folder} hat ${models.length} Modelle.`
      : `Der Lauf ${folder} hat kein Modell „${wanted}“.`;
  throw new UserError(problem, {
    code: "unknown-model",
    exitCode: exitCodes.usage,
    nextStep: `Nennen Sie eines davon: ${known}.`,
  });
}

/** The earlier model under another id: it is asked with the same parameters and reads the same. */
function describe(
  earlier: ModelDescription,
  { runId }: EarlierRun,
  { config }: ModelOrder,
): ModelDescription {
  const { kind, name, revision, license, reads, parameters } = earlier;
  return {
    id: config.id,
    kind,
    way: "replay",
    wayVersion: "1",
    endpoint: "embedded",
    name: name ?? earlier.id,
    ...(revision !== undefined && { revision }),
    ...(license !== undefined && { license }),
    place: "auf diesem Rechner (Antworten eines früheren Laufs)",
    details: { run: runId, model: earlier.id, way: earlier.way, wayVersion: earlier.wayVersion },
    reads,
    parameters,
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}

interface Source {
  readonly run: EarlierRun;
  readonly earlier: ModelDescription;
  readonly folder: string;
}

function replay(
  { run, earlier, folder }: Source,
  request: ModelRequest,
  signal: AbortSignal,
): Outcome {
  if (signal.aborted) {
    return { status: "failed", code: "aborted", message: "Der Aufruf wurde abgebrochen." };
  }
  const outcome = run.find(earlier, request);
  if (outcome?.status === "completed" && outcome.omitted !== undefined) {
    const kept = `Der Lauf ${folder} hat seine Antworten nicht aufbewahrt.`;
    return { status: "failed", code: "unanswered", message: kept };
  }
  if (outcome?.status === "completed") {
    const { timing: _timing, ...answer } = outcome;
    return { ...answer, cached: true };
  }
  const message =
    outcome === undefined
      ? `Der Lauf ${folder} hat zu dieser Frage keine Antwort; Fall, Prompt oder Einstellung sind anders als damals. Nehmen Sie die Fassung der Suite von damals, oder fragen Sie das Modell selbst.`
      : `Im Lauf ${folder} blieb diese Frage ohne Antwort (${outcome.code}).`;
  return { status: "failed", code: "unanswered", message };
}
