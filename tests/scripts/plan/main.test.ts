import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRun } from "../../../bench/write-run.ts";
import { UserError } from "../../../core/user-error.ts";
import { main } from "../../../scripts/plan/main.ts";
import { buildRun, series, type TrialSpec } from "../../analysis/build-run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amtsprobe-plan-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function refusal(words: string[]): Promise<UserError> {
  try {
    await main(words);
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error("was not refused");
}

async function printed(words: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(await main(words)).toBe(0);
    return write.mock.calls.map(([text]) => String(text)).join("");
  } finally {
    write.mockRestore();
  }
}

test("turned round: what so many cases can show", async () => {
  expect(await printed(["--cases", "5"])).toContain("kein Unterschied nachweisbar");
  expect(await printed(["--cases", "200", "--rate", "70"])).toMatch(/Punkte/u);
});

test("help is German", async () => {
  expect(await printed(["--help"])).toContain("--from ORDNER");
});

test.each([
  [["--difference", "50"], "wären 110 %"],
  [["--difference", "viel"], "erwartet eine Zahl"],
  [["--rate", "0"], "erwartet eine Zahl"],
  [["--attempts", "3"], "wie sehr ein Modell schwankt"],
  [["--suite", "x"], "--from"],
  [["--cases", "0"], "ganze Zahl"],
  [["--cases", "9999999"], "höchstens"],
  [["--difference", "5", "--cases", "9"], "schließen einander aus"],
  [["--rate", "50", "--from", "x"], "schließen einander aus"],
  [["etwas"], "etwas"],
  [["--from", "gibt-es-nicht"], "gibt-es-nicht"],
])("refuses %j with a sentence and what to do", async (words, part) => {
  const error = await refusal(words);
  expect(`${error.message} ${error.place?.file ?? ""}`).toContain(part);
  expect(error.exitCode).toBe(2);
  expect(error.nextStep).not.toBe("");
});

const flat: TrialSpec[] = ["a", "b"].flatMap((model) => series({ model }, { passed: 9, of: 12 }));
const spread: TrialSpec[] = [
  ...series({ model: "a" }, { passed: 9, of: 12 }),
  ...series({ model: "b" }, { passed: 3, of: 12 }),
];

test.each([
  ["one model, one prompt", series({}, { passed: 9, of: 12 }), [], "nichts zu vergleichen"],
  ["few cases", flat.filter(({ case: id }) => id < "fall-0005"), [], "zu wenige"],
  ["no variance", flat, [], "Streuung ist unbekannt"],
  ["one attempt, asked for three", spread, ["--attempts", "3"], "nur einmal gefragt"],
  ["no such suite", spread, ["--suite", "fehlt"], "keine Durchgänge der Suite „fehlt“"],
])("refuses a run with %s", async (_, trials, words, part) => {
  writeRun(folder, buildRun({ trials }));
  const error = await refusal(["--from", folder, ...words]);
  expect(error.message).toContain(part);
  expect(error.exitCode).toBe(2);
});

test("says in words where the spread comes from and what it cannot tell", async () => {
  writeRun(folder, buildRun({ trials: spread }));
  const text = await printed(["--from", folder, "--difference", "20"]);
  expect(text).toContain("a gegen b, 12 Fälle mit je einem Versuch");
  expect(text).toContain("lässt sich aus einem Lauf mit einem Versuch nicht schätzen");
});
