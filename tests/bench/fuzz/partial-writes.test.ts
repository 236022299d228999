import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faultyBytes } from "../../../bench/fuzz/mutations.ts";
import { tryReader } from "../../../bench/fuzz/try-reader.ts";
import { largeRun } from "../../../bench/large-run.ts";
import { writeRun } from "../../../bench/write-run.ts";
import { writeFindings, writeReport } from "../../../scripts/conclude.ts";
import { stripAnswers } from "../../../scripts/clean/strip-answers.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const inputs = ["manifest.json", "cases.jsonl", "trials.jsonl", "scores.jsonl"];
const outputs = ["findings.json", "cards.jsonl", "report.html", "nachweise.json"];

function contentsOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

async function concludedRun(): Promise<string> {
  const folder = join(temporaryFolder(), "lauf");
  mkdirSync(folder);
  writeRun(folder, largeRun({ models: 2, graders: 3, suites: 1, casesPerSuite: 3 }));
  await writeFindings(folder);
  await writeReport(folder);
  return folder;
}

test.each([
  ["concluding", async (folder: string) => void (await writeFindings(folder))],
  ["rendering", async (folder: string) => void (await writeReport(folder))],
  ["taking the answers out", async (folder: string) => void (await stripAnswers(folder))],
])(
  "%s a damaged run ends well or with a sentence, and never leaves half a file",
  { timeout: 120_000 },
  async (_, act) => {
    const sound = await concludedRun();
    const target = join(temporaryFolder(), "lauf");
    const file = fc.constantFrom(...inputs, ...outputs.slice(0, 2));
    const faulty = file.chain((name) =>
      faultyBytes([readFileSync(join(sound, name))]).map((bytes) => ({ name, bytes })),
    );
    await fc.assert(
      fc.asyncProperty(faulty, async ({ name, bytes }) => {
        cpSync(sound, target, { recursive: true, force: true });
        writeFileSync(join(target, name), bytes);
        const before = contentsOf(target);
        const reader = { name: "run", seeds: [], read: async () => act(target) };
        expect(await tryReader(reader, bytes)).toBeUndefined();
        const after = contentsOf(target);
        expect([...after.keys()].filter((left) => /\.tmp$|run\.lock/u.test(left))).toEqual([]);
        for (const output of outputs) {
          const text = after.get(output);
          if (text === undefined || text === before.get(output)) continue;
          if (output.endsWith(".json")) expect(() => JSON.parse(text) as unknown).not.toThrow();
          if (output.endsWith(".html")) expect(text.trimEnd().endsWith("</html>")).toBe(true);
          if (output.endsWith(".jsonl")) expect(text === "" || text.endsWith("\n")).toBe(true);
        }
      }),
      { seed: 20261129, numRuns: 25 },
    );
  },
);
