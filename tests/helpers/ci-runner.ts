import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";

/** What a runner did with a template. */
export interface CiResult {
  readonly code: number;
  readonly output: string;
  /** What was written to `$GITHUB_STEP_SUMMARY`. */
  readonly summary: string;
  /** Actions of others that a runner would fetch; they are not carried out. */
  readonly uses: readonly string[];
}

/** Where a job runs. */
export interface CiPlace {
  /** The checked-out repository of the agency. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Step {
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { default?: string; required?: boolean }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/**
 * Runs a composite GitHub action as a runner does: defaults and inputs, expressions, each step by
 * `bash --noprofile --norc -eo pipefail`, later steps only while all is well unless `always()`.
 */
export async function runGithubAction(file: string, place: CiPlace): Promise<CiResult> {
  const action = parse(readFileSync(file, "utf8")) as Action;
  if (action.runs.using !== "composite") throw new Error("not a composite action");
  const inputs = githubInputs(action, place.inputs ?? {});
  const summary = temporaryFile("summary");
  const uses: string[] = [];
  let [code, output] = [0, ""];
  for (const step of action.runs.steps) {
    if (code !== 0 && step.if !== "always()") continue;
    for (const value of Object.values(step.with ?? {})) evaluate(value, inputs);
    if (step.uses !== undefined) {
      uses.push(step.uses);
      continue;
    }
    if (step.shell !== "bash" || step.run === undefined) throw new Error(`${step.name}: no bash`);
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      evaluate(value, inputs),
    ]);
    const result = await bash(evaluate(step.run, inputs), place, {
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: join(file, ".."),
      GITHUB_WORKSPACE: place.workspace,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(env),
    });
    output += result.output;
    if (code === 0) code = result.code;
  }
  return { code, output, uses, summary: readFileSync(summary, "utf8") };
}

interface GitlabJob {
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
}

/**
 * Runs the one job of a GitLab component template: inputs put in, then `before_script` and `script` in
 * one shell that stops at the first failure.
 */
export async function runGitlabTemplate(file: string, place: CiPlace): Promise<CiResult> {
  const [specification, body] = parseAllDocuments(readFileSync(file, "utf8"));
  if (specification === undefined) throw new Error("a head with spec is expected");
  const { spec } = specification.toJS() as {
    spec: { inputs: Record<string, { default?: string; options?: string[] } | null> };
  };
  const given = place.inputs ?? {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(spec.inputs, name)) throw new Error(`unknown input ${name}`);
  }
  const values = new Map(
    Object.entries(spec.inputs).map(([name, input]) => {
      const value = given[name] ?? input?.default;
      if (value === undefined) throw new Error(`input ${name} is required`);
      if (input?.options?.includes(value) === false) throw new Error(`${name}: ${value}`);
      return [name, value];
    }),
  );
  const text = String(body).replaceAll(
    /\$\[\[\s*inputs\.([\w-]+)\s*\]\]/gu,
    (_all, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`unknown input ${name}`);
      return value;
    },
  );
  const jobs = Object.values(parse(text) as Record<string, GitlabJob>);
  const [job, ...others] = jobs;
  if (job === undefined || others.length > 0) throw new Error("one job is expected");
  const script = [...(job.before_script ?? []), ...job.script].join("\n");
  const variables = { GITLAB_CI: "true", CI: "true", CI_PROJECT_DIR: place.workspace };
  const result = await bash(script, place, { ...variables, ...job.variables });
  return { ...result, uses: [], summary: "" };
}

function githubInputs(
  { inputs }: Action,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(inputs, name)) throw new Error(`unknown input ${name}`);
  }
  return new Map(
    Object.entries(inputs).map(([name, input]) => [name, given[name] ?? input.default ?? ""]),
  );
}

/** `${{ inputs.name }}`; any other expression would have to be added here first. */
function evaluate(text: string, inputs: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/gu, (_all, expression: string) => {
    const value = inputs.get(/^inputs\.([\w-]+)$/u.exec(expression)?.[1] ?? "");
    if (value === undefined) throw new Error(`unknown expression ${expression}`);
    return value;
  });
}

async function bash(
  script: string,
  { workspace, environment = {} }: CiPlace,
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> {
  const file = temporaryFile("step.sh");
  writeFileSync(file, script);
  const { INIT_CWD: _start, GITHUB_ACTIONS: _ci, ...inherited } = process.env;
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
    cwd: workspace,
    env: { ...inherited, ...environment, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

const folder = mkdtempSync(join(tmpdir(), "amtsprobe-ci-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

function temporaryFile(name: string): string {
  files += 1;
  const file = join(folder, `${files}-${name}`);
  writeFileSync(file, "");
  return file;
}
