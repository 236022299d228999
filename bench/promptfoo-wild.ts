import { globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { importConfig } from "../bridges/promptfoo/import/import-config.ts";
import { renderSuite } from "../bridges/promptfoo/import/render-suite.ts";
import { UserError } from "../core/user-error.ts";
import { loadSuites } from "../scripts/load-suites.ts";
import { writeFolder } from "../scripts/promptfoo/import/write-folder.ts";
import { fixedAnswers } from "./promptfoo-wild/answers.ts";
import { describeWild, type WildResult } from "./promptfoo-wild/describe.ts";
import { runImported, writeProgress } from "./promptfoo-wild/run-imported.ts";
import { runOriginal } from "./promptfoo-wild/run-original.ts";
import { startWildStub, type WildStub } from "./promptfoo-wild/stub-server.ts";

/**
 * Imports every configuration of promptfoo in a folder and evaluates both, the original with promptfoo's
 * own command line and the imported suite with `npm run eval`, on the same fixed answers; compares verdict
 * by verdict. The folder is a checkout of somebody else's examples and stays where it is. Code in them is
 * run: use a machine where that does no harm.
 */
export async function benchPromptfooWild(
  folder: string,
  print: (line: string) => void,
): Promise<void> {
  const files = globSync("**/*promptfooconfig*.{yaml,yml,json}", { cwd: folder })
    .filter((file) => !file.includes("node_modules"))
    .toSorted();
  const stub = await startWildStub();
  Object.assign(process.env, { OPENAI_BASE_URL: stub.baseURL, OPENAI_API_KEY: "stub" });
  // Some providers of promptfoo give up in the background; the row that asked them says so.
  process.on("unhandledRejection", () => undefined);
  const results: WildResult[] = [];
  try {
    for (const file of files) {
      const result = await tryOne(join(folder, file), stub);
      results.push({ ...result, file: relative(folder, join(folder, file)) });
      writeProgress(`${results.length}/${files.length} ${file}: ${result.kind}`);
    }
  } finally {
    await stub.close();
  }
  for (const line of describeWild(results)) print(line);
  print(`Last: ${(loadavg()[0] ?? 0).toFixed(1)}`);
}

/** Who judges where a configuration names nobody; promptfoo's own default is one of the same kind. */
const judges = {
  judge: "promptfoo:openai:chat:gpt-4.1",
  embeddings: "promptfoo:openai:embedding:text-embedding-3-large",
};

async function tryOne(config: string, stub: WildStub): Promise<Omit<WildResult, "file">> {
  const scratch = mkdtempSync(join(tmpdir(), "amtsprobe-wild-"));
  const folder = join(scratch, "suite");
  mkdirSync(dirname(folder), { recursive: true });
  try {
    const imported = await importConfig(config, {
      ...judges,
      allowCode: true,
      announce: () => undefined,
    });
    writeFolder(folder, renderSuite(imported, { name: "suite", path: folder, folder }));
    const [suite] = loadSuites([folder], { allowCode: true });
    if (suite === undefined) throw new RangeError(`no suite in ${folder}`);
    stub.answers = fixedAnswers(suite);
    stub.unknown = 0;
    const place = { baseURL: stub.baseURL, scratch };
    const own = await inTime(runImported(suite, folder, place));
    const original = await inTime(runOriginal(config, place));
    return compare(own, original, stub.unknown);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return { kind: "refused", reasons: reasonsOf(cause) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** How long one side may take for one configuration, in milliseconds. */
const patience = 30_000;

/** A provider that keeps asking an address nobody answers is not waited for. */
async function inTime<Value>(running: Promise<Value>): Promise<Value | string> {
  const timer = new AbortController();
  const late = delay(patience, `länger als ${patience / 1000} s`, { signal: timer.signal });
  try {
    return await Promise.race([running, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

/** The lines of a refusal without their places. */
function reasonsOf({ message, code }: UserError): string[] {
  const lines = code === "import-refused" ? message.split("\n").slice(1) : [`${code}: ${message}`];
  return lines.map((line) => line.replace(/^.*?Zeile \d+(?:, Spalte \d+)?: /u, "").trim());
}

/**
 * promptfoo takes the files of a pattern as the disk gives them, we by name: where the questions stand in
 * another order, each row is compared with the one that has its question. Where they are others, in order.
 */
function inSameOrder<Other extends { question: string }>(
  own: readonly { readonly question: string }[],
  original: readonly Other[],
): readonly Other[] {
  const rows = Map.groupBy(original, ({ question }) => question);
  const paired = own.map(({ question }) => rows.get(question)?.shift());
  return paired.every((row) => row !== undefined) ? paired : original;
}

function compare(
  own: Awaited<ReturnType<typeof runImported>>,
  original: Awaited<ReturnType<typeof runOriginal>>,
  unknown: number,
): Omit<WildResult, "file"> {
  if (typeof own === "string") return { kind: "own-failed", reasons: [own] };
  if (typeof original === "string") return { kind: "original-failed", reasons: [original] };
  if (own.length !== original.length) {
    const reason = `${own.length} Durchgänge hier, ${original.length} bei promptfoo`;
    return { kind: "different", reasons: [reason], verdicts: own.length, differing: own.length };
  }
  const others = inSameOrder(own, original);
  const differing = own.flatMap((one, index) => {
    const other = others[index];
    if (other === undefined || other.verdict === one.verdict) return [];
    return [
      `${one.case}/${one.variant}: hier ${one.verdict} (${one.reason}), promptfoo ${other.verdict} (${other.reason})`,
    ];
  });
  const passed = own.filter(({ verdict }) => verdict === "passed").length;
  const errors = own.filter(({ verdict }) => verdict === "error").length;
  return {
    kind: differing.length === 0 ? "same" : "different",
    reasons:
      unknown > 0 ? [`${unknown} Fragen lauten bei promptfoo anders`, ...differing] : differing,
    verdicts: own.length,
    differing: differing.length,
    passed,
    errors,
  };
}
