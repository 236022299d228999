import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "../../core/suite.ts";
import { verdictOf } from "../../core/verdict.ts";
import { messagesFor } from "../../engine/prompt.ts";
import { readRun, type RunRecords } from "../../engine/read-run.ts";
import { main as evaluate } from "../../scripts/eval/main.ts";
import { questionKey } from "./answers.ts";
import { answeringModel } from "./stub-server.ts";

/** What our run says of one answer. */
export interface OwnVerdict {
  readonly case: string;
  readonly variant: string;
  /** {@link questionKey} of what was asked. */
  readonly question: string;
  readonly verdict: "passed" | "failed" | "error";
  readonly reason: string;
}

const grader = "promptfoo:asserts";

/**
 * Evaluates an imported suite as `npm run eval` does and the stub as its only model. Gives the verdicts in
 * the order of cases and variants; a text when the run did not come about.
 */
export async function runImported(
  suite: Suite,
  folder: string,
  { baseURL, scratch }: { readonly baseURL: string; readonly scratch: string },
): Promise<readonly OwnVerdict[] | string> {
  const config = join(scratch, "eval.yaml");
  const run = join(scratch, "run");
  const variants = Object.keys(suite.variants).map((name) => `  - ${name}`);
  const model = `- { id: "compatible:stub", baseURL: "${baseURL}", model: ${answeringModel} }`;
  const lines = [
    "schemaVersion: 1",
    "models:",
    `  ${model}`,
    "inputs: [raw]",
    "variants:",
    ...variants,
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  const words = ["--suite", folder, "--config", config, "--out", run, "--profile", "full"];
  const said: string[] = [];
  const silenced = silence(said);
  try {
    process.env["INIT_CWD"] = folder;
    const code = await evaluate([...words, "--no-cache", "--allow-code"]);
    if (code !== 0) return said.join("").trim().split("\n").slice(-3).join(" ");
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    silenced();
  }
  return verdictsOf(suite, await readRun(run));
}

const { stdout, stderr } = process;
const writes = { out: stdout.write.bind(stdout), err: stderr.write.bind(stderr) };

/** Writes progress, whatever a run under way keeps to itself. */
export function writeProgress(line: string): void {
  writes.err(`${line}\n`);
}

/** Keeps what a run says; gives what brings the output back. */
function silence(said: string[]): () => void {
  const keep = (piece: string | Uint8Array, ...rest: unknown[]) => {
    said.push(String(piece));
    const done = rest.findLast((one) => typeof one === "function");
    if (done !== undefined) (done as () => void)();
    return true;
  };
  stdout.write = keep;
  stderr.write = keep;
  return () => {
    stdout.write = writes.out;
    stderr.write = writes.err;
  };
}

function verdictsOf(suite: Suite, { trials, scores }: RunRecords): OwnVerdict[] {
  const scoreOf = new Map(
    scores.filter((score) => score.grader === grader).map((score) => [score.trialId, score]),
  );
  const places = suite.cases.flatMap((graded) =>
    Object.keys(suite.variants).map((variant) => ({ id: graded.id, graded, variant })),
  );
  return places.map(({ id, graded, variant }): OwnVerdict => {
    const question = questionKey(messagesFor(suite, graded, { variant, input: "raw" }));
    const trial = trials.find((one) => one.case === id && one.variant === variant);
    const score = trial === undefined ? undefined : scoreOf.get(trial.trialId);
    if (trial === undefined)
      return { case: id, variant, question, verdict: "error", reason: "ohne Durchgang" };
    const named = new Map(score === undefined ? [] : [[grader, score] as const]);
    const { status } = verdictOf(trial.outcome, named, { must: [grader], guard: [] });
    const verdict = status === "not-measured" ? "error" : status;
    return { case: id, variant, question, verdict, reason: score?.score.reason ?? "ohne Urteil" };
  });
}
