import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockRun } from "../../../engine/run-lock.ts";
import { countAnswersBefore, forgetAnswersBefore } from "../../../engine/forget-answers.ts";
import { openStoredCache } from "../../../engine/sqlite-cache.ts";
import { findRuns, lastUse } from "../../../scripts/clean/find-runs.ts";
import { removeRun } from "../../../scripts/clean/remove-run.ts";
import { completed } from "../../helpers/stub-model.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

const cutoff = Date.parse("2026-09-01T00:00:00Z");

function writeRun(folder: string, createdAt: string, sessions: object[] = []): string {
  mkdirSync(join(folder, "faelle"), { recursive: true });
  const manifest = { schemaVersion: 1, runId: "lauf", createdAt, sessions };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "trials.jsonl"), "");
  writeFileSync(join(folder, "faelle", "a-1.html"), "<p>");
  return folder;
}

test("finds what is older than the cutoff, counted from the last sitting", () => {
  const place = temporaryFolder();
  const old = writeRun(join(place, "alt"), "2026-08-01T00:00:00Z");
  writeRun(join(place, "neu"), "2026-10-01T00:00:00Z");
  const sitting = { durationMs: 1000, peakMemoryBytes: 1, calls: 1 };
  writeRun(join(place, "fortgesetzt"), "2026-01-01T00:00:00Z", [
    { ...sitting, startedAt: "2026-10-01T00:00:00Z" },
  ]);
  const found = findRuns(place, cutoff);
  expect(found.old.map(({ folder }) => folder)).toEqual([old]);
  expect(found.spared).toEqual([]);
  expect(findRuns(old, cutoff).old.map(({ folder }) => folder)).toEqual([old]);
});

test("what is no run, a link or unreadable is never among them", () => {
  const place = temporaryFolder();
  const elsewhere = writeRun(join(temporaryFolder(), "ziel"), "2020-01-01T00:00:00Z");
  mkdirSync(join(place, "notizen"));
  writeFileSync(join(place, "notizen", "wichtig.txt"), "bleibt");
  writeFileSync(join(place, "datei"), "");
  symlinkSync(elsewhere, join(place, "verweis"));
  mkdirSync(join(place, "kaputt"));
  writeFileSync(join(place, "kaputt", "manifest.json"), "{");
  mkdirSync(join(place, "verlinktes-manifest"));
  symlinkSync(
    join(elsewhere, "manifest.json"),
    join(place, "verlinktes-manifest", "manifest.json"),
  );
  writeRun(join(place, "ohne-datum"), "unknown");
  const { old, spared } = findRuns(place, cutoff);
  expect(old).toEqual([]);
  expect(spared.map(({ folder }) => folder.slice(place.length + 1))).toEqual([
    "kaputt",
    "ohne-datum",
    "verlinktes-manifest",
    "verweis",
  ]);
});

test("a folder that is itself a link is refused", async () => {
  const place = join(temporaryFolder(), "runs");
  symlinkSync(temporaryFolder(), place);
  expect((await userErrorOf(() => findRuns(place, cutoff))).code).toBe("link");
});

test("deletes a run with everything in it, and of a link in it only the link", () => {
  const target = join(temporaryFolder(), "fremd");
  mkdirSync(target);
  writeFileSync(join(target, "bleibt.txt"), "bleibt");
  const place = temporaryFolder();
  const run = writeRun(join(place, "alt"), "2026-08-01T00:00:00Z");
  symlinkSync(target, join(run, "verweis"));
  writeFileSync(join(run, "export.csv"), "von Hand");
  removeRun(run);
  expect(readdirSync(place)).toEqual([]);
  expect(readFileSync(join(target, "bleibt.txt"), "utf8")).toBe("bleibt");
});

test("a run that is under way is left alone", async () => {
  const run = writeRun(join(temporaryFolder(), "alt"), "2026-08-01T00:00:00Z");
  const release = lockRun(run);
  expect((await userErrorOf(() => removeRun(run))).code).toBe("run-locked");
  expect(existsSync(join(run, "faelle", "a-1.html"))).toBe(true);
  release();
});

test("a run without any date has no age", () => {
  const { old } = findRuns(writeRun(join(temporaryFolder(), "a"), "2026-08-01T00:00:00Z"), cutoff);
  const [run] = old;
  if (run === undefined) throw new Error("no run");
  expect(lastUse({ ...run.manifest, createdAt: "unknown" })).toBeUndefined();
});

test("answers in the cache go by age, and their bytes with them", () => {
  const folder = temporaryFolder();
  const keep = (now: number, hash: string, answer: string) => {
    const cache = openStoredCache(folder, {
      now: () => now,
      onTrouble: (text) => expect(text).toBe(""),
    });
    cache.keep(hash, completed(answer));
    cache.close();
  };
  keep(1_000_000, "a", "Zwiebelfisch");
  keep(2_000_000, "b", "Hurenkind");
  expect(countAnswersBefore(folder, 1_500_000)).toBe(1);
  expect(forgetAnswersBefore(folder, 1_500_000)).toBe(1);
  expect(countAnswersBefore(folder, 1_500_000)).toBe(0);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  expect(bytes.join("")).not.toContain("Zwiebelfisch");
  expect(bytes.join("")).toContain("Hurenkind");
  expect(forgetAnswersBefore(temporaryFolder(), 1)).toBe(0);
  expect(statSync(folder).isDirectory()).toBe(true);
});
