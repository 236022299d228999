import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
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
      }),
    ),
  }),
});

/** What promptfoo says of one answer. */
export interface OriginalVerdict {
  readonly verdict: "passed" | "failed" | "error";
  readonly reason: string;
}

/** How long promptfoo may take for one configuration, in milliseconds. */
const longestRun = 180_000;

/**
 * Lets promptfoo's own command line evaluate a configuration with the stub in place of its providers.
 * Gives its verdicts, in the order of tests and prompts; a text when promptfoo could not.
 */
export async function runOriginal(
  config: string,
  { baseURL, scratch }: { readonly baseURL: string; readonly scratch: string },
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
    return readVerdicts(output);
  } catch {
    return said.join("").trim().split("\n").at(-1) ?? "promptfoo schwieg";
  }
}

function readVerdicts(file: string): OriginalVerdict[] {
  const { results } = resultsSchema.parse(JSON.parse(readFileSync(file, "utf8"))).results;
  return results
    .toSorted((a, b) => a.testIdx - b.testIdx || a.promptIdx - b.promptIdx)
    .map(({ success, failureReason, error, gradingResult }) => ({
      verdict: isNoVerdict(failureReason, gradingResult) ? "error" : success ? "passed" : "failed",
      reason: error?.split("\n")[0] ?? "",
    }));
}

/** An outage of a grader is no verdict, whatever promptfoo counts it as. */
function isNoVerdict(failureReason: number, gradingResult: unknown): boolean {
  return failureReason === 2 || /"graderError":true/u.test(JSON.stringify(gradingResult ?? {}));
}
