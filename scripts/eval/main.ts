import { resolve } from "node:path";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { keyVariable } from "../../models/providers.ts";
import { readEnvironment, warnOfUnknownVariables } from "../environment.ts";
import { onlyNoWords, wrongUse } from "../options.ts";
import { printError, printLine } from "../print.ts";
import { fromStart } from "../start-folder.ts";
import { undecidableCriteria } from "./check-requirements.ts";
import { narrowToChanged } from "./changed-prompts.ts";
import { estimatePlan, formatEstimate } from "./dry-run.ts";
import { writeErrorEvent } from "./json-log.ts";
import { readLogFormat } from "./open-log.ts";
import { prepareRun, type PreparedRun } from "./prepare.ts";
import { readRequest, type EvalRequest } from "./request.ts";
import { resumeRun } from "./resume-run.ts";
import { startRun } from "./start-run.ts";
import { help, parseWords, type Words } from "./words.ts";

/** What may be said when a run is taken up again. */
const besideResume: ReadonlySet<string> = new Set([
  "resume",
  "config",
  "json",
  "fresh",
  "no-cache",
  "budget",
  "allow-code",
  "log-format",
]);

/** `npm run eval`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseWords(words);
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "eval");
  if (readLogFormat(values["log-format"]) === "text") return obey(values);
  try {
    return await obey(values);
  } catch (cause) {
    writeErrorEvent(process.stderr, cause);
    return cause instanceof UserError ? cause.exitCode : exitCodes.infrastructure;
  }
}

async function obey(values: Words): Promise<ExitCode> {
  const output = { asJson: values.json === true, format: readLogFormat(values["log-format"]) };
  if (values.resume !== undefined) {
    const others = Object.keys(values).filter((name) => !besideResume.has(name));
    if (others.length > 0) {
      throw wrongUse(`--resume verträgt sich nicht mit --${others.join(", --")}.`, "eval");
    }
    return resumeRun(fromStart(values.resume), values, output);
  }
  warnOfUnknownVariables(readEnvironment());
  const request = narrowToChanged(readRequest(values), values["changed-since"]);
  if (request === undefined) {
    printLine(
      output.asJson
        ? JSON.stringify({ trials: 0, changed: [] })
        : `Kein Prompt hat sich seit ${values["changed-since"] ?? ""} geändert; es gibt nichts zu prüfen.`,
    );
    return exitCodes.done;
  }
  if (values["dry-run"] === true) {
    const planned = await prepareRun(request, withoutKeys(request));
    warnOfCriteria(planned);
    return showPlan(planned, output.asJson);
  }
  const prepared = await prepareRun(request);
  warnOfCriteria(prepared);
  return startRun(prepared, values.out, output);
}

/** A plan asks nobody, so it needs no key. */
function withoutKeys({ models }: EvalRequest): Record<string, string | undefined> {
  const names = models.flatMap(({ model }) => keyVariable(model) ?? []);
  return { ...Object.fromEntries(names.map((name) => [name, "ungenutzt"])), ...readEnvironment() };
}

/** Better before the first call than in the findings. */
function warnOfCriteria({ request, plan, suites }: PreparedRun): void {
  if (request.requirements === undefined) return;
  const { requirements } = request.requirements;
  for (const text of undecidableCriteria(requirements, plan, suites)) {
    printError(`Achtung: ${text}`);
  }
}

async function showPlan(prepared: PreparedRun, asJson: boolean): Promise<ExitCode> {
  const estimate = await estimatePlan(prepared, resolve("runs"));
  const { trials, withheld } = prepared.plan;
  if (asJson) {
    const { models, time } = estimate;
    printLine(JSON.stringify({ trials: trials.length, time, models, withheld }));
    return exitCodes.done;
  }
  printLine(formatEstimate(estimate));
  for (const { model, suite, case: id, reason } of withheld) {
    printLine(`${model}, ${suite}/${id}: ${reason}`);
  }
  return exitCodes.done;
}
