import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { tmpdir } from "node:os";
import { load } from "js-yaml";
import { z } from "zod";
import { messagesOf } from "../../bridges/promptfoo/import/render-prompt.ts";
import { parseYaml } from "../../bridges/promptfoo/import/parse-yaml.ts";
import { loadQuietPromptfoo } from "../../bridges/promptfoo/quiet-promptfoo.ts";
import { questionKey } from "./answers.ts";
import { endOf, startPromptfoo } from "../../scripts/promptfoo/start-promptfoo.ts";

const resultsSchema = z.object({
  results: z.object({
    results: z.array(
      z.object({
        testIdx: z.number(),
        promptIdx: z.number(),
        success: z.boolean(),
        /** 2 is an error, no verdict. */
        failureReason: z.number(),
        error: z.string().nullish(),
        gradingResult: z.unknown().optional(),
        prompt: z.object({ raw: z.string() }).optional(),
      }),
    ),
  }),
});

/** What promptfoo says of one answer. */
export interface OriginalVerdict {
  /** {@link questionKey} of what was asked; empty where promptfoo does not say. */
  readonly question: string;
  readonly verdict: "passed" | "failed" | "error";
  readonly reason: string;
}

/** How long promptfoo may take for one configuration, in milliseconds. */
const longestRun = 60_000;

interface OriginalPlace {
  readonly baseURL: string;
  readonly scratch: string;
}

/**
 * Lets promptfoo evaluate a configuration with the stub in place of its providers: by its function
 * `evaluate` where that reads all of the configuration, else by its command line.
 */
export async function runOriginal(
  config: string,
  place: OriginalPlace,
): Promise<readonly OriginalVerdict[] | string> {
  const suite = asFunctionArgument(readFileSync(config, "utf8"));
  if (suite === undefined) return runCommandLine(config, place);
  const before = process.cwd();
  const { evaluate } = await loadQuietPromptfoo(join(tmpdir(), `amtsprobe-wild-${process.pid}`));
  process.chdir(dirname(config));
  try {
    const test = { ...suite, providers: [makeProvider(place.baseURL)] };
    const done = await evaluate(test as never, {
      cache: false,
      maxConcurrency: 4,
      showProgressBar: false,
    });
    return verdictsOf({ results: await done.toEvaluateSummary() });
  } catch {
    return await runCommandLine(config, place);
  } finally {
    process.chdir(before);
  }
}

/** The configuration as `evaluate` takes it; absent where only the command line reads it whole. */
function asFunctionArgument(text: string): object | undefined {
  if (/\$ref|\bscenarios:/u.test(text)) return undefined;
  const config = parseYaml(text, "") as Record<string, unknown>;
  const { prompts = "{{prompt}}", defaultTest, tests } = config;
  const isOwnFile = typeof (defaultTest as { vars?: unknown } | undefined)?.vars === "string";
  if (isOwnFile || typeof defaultTest === "string" || typeof tests === "string") return undefined;
  const list = (Array.isArray(prompts) ? prompts : [prompts]) as unknown[];
  const { targets: _targets, outputPath: _outputPath, sharing: _sharing, ...rest } = config;
  return { ...rest, prompts: list.map(promptReference) };
}

/** `evaluate` reads files of prompts only where they are plain text. */
function promptReference(prompt: unknown): unknown {
  const { raw, id } = (prompt ?? {}) as { raw?: unknown; id?: unknown };
  return raw ?? id ?? prompt;
}

function makeProvider(baseURL: string) {
  return async (prompt: string) => {
    const body = JSON.stringify({ prompt });
    const response = await fetch(`${baseURL}/answer`, { method: "POST", body });
    return (await response.json()) as { output: string };
  };
}

/**
 * Lets promptfoo's own command line evaluate a configuration with the stub in place of its providers.
 * Gives its verdicts, in the order of tests and prompts; a text when promptfoo could not.
 */
async function runCommandLine(
  config: string,
  { baseURL, scratch }: OriginalPlace,
): Promise<readonly OriginalVerdict[] | string> {
  const output = join(scratch, "promptfoo.json");
  const provider = pathToFileURL(join(import.meta.dirname, "stub-provider.mjs")).href;
  const words = ["eval", "-c", config, "-r", provider, "-o", output];
  const child = startPromptfoo({
    words: [...words, "--no-cache", "--no-write", "--no-table", "--no-progress-bar", "-j", "4"],
    folder: dirname(config),
    settings: join(scratch, "settings"),
    environment: {
      AMTSPROBE_WILD_STUB: baseURL,
      OPENAI_BASE_URL: baseURL,
      OPENAI_API_KEY: "stub",
    },
    output: "pipe",
  });
  const said: string[] = [];
  child.stdout?.on("data", (piece) => said.push(String(piece)));
  child.stderr?.on("data", (piece) => said.push(String(piece)));
  const timer = setTimeout(() => child.kill("SIGKILL"), longestRun);
  await endOf(child);
  clearTimeout(timer);
  try {
    return verdictsOf(JSON.parse(readFileSync(output, "utf8")));
  } catch {
    return said.join("").trim().split("\n").at(-1) ?? "promptfoo schwieg";
  }
}

function verdictsOf(summary: unknown): OriginalVerdict[] {
  const { results } = resultsSchema.parse(summary).results;
  return results
    .toSorted((a, b) => a.testIdx - b.testIdx || a.promptIdx - b.promptIdx)
    .map(({ success, failureReason, error, gradingResult, prompt }) => ({
      question: keyOf(prompt?.raw ?? ""),
      verdict: isNoVerdict(failureReason, gradingResult) ? "error" : success ? "passed" : "failed",
      reason: error?.split("\n")[0] ?? "",
    }));
}

function keyOf(raw: string): string {
  try {
    return questionKey(messagesOf(raw, (text) => load(text)));
  } catch {
    return "";
  }
}

/**
 * An outage of a grader is no verdict, whatever promptfoo counts it as: a judge that gave none, and a
 * program or provider whose package is not on this machine.
 */
function isNoVerdict(failureReason: number, gradingResult: unknown): boolean {
  const said = JSON.stringify(gradingResult ?? {});
  return failureReason === 2 || /"graderError":true/u.test(said) || missingHere.test(said);
}

const missingHere =
  /ModuleNotFoundError|ImportError|Cannot find (?:module|package)|package is required|is not installed|API key is not set|API call error/u;
