import { join } from "node:path";
import { expect, test } from "vitest";
import type { ModelDescription } from "../../../core/model.ts";
import type { Outcome } from "../../../core/outcome.ts";
import { formatLine } from "../../../engine/journal-line.ts";
import { findMeasuredSpeed } from "../../../scripts/eval/measured-speed.ts";
import { completed, failed, stubDescription } from "../../helpers/stub-model.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const model = stubDescription();

/** A run whose trials of the model were finished at these seconds. */
function writeRun(
  runs: string,
  name: string,
  part: { seconds: number[]; outcome?: Outcome; asked?: ModelDescription },
) {
  const { seconds, outcome = completed("x", { timing: { totalMs: 4000 } }), asked = model } = part;
  const folder = join(runs, name);
  writeIn(
    folder,
    "manifest.json",
    JSON.stringify({ schemaVersion: 1, runId: name, models: [asked] }),
  );
  const lines = seconds.map((second, index) =>
    formatLine({
      schemaVersion: 1,
      trialId: `${name}-${index}`,
      suite: "probe",
      case: "fall",
      variant: "trained",
      model: asked.id,
      outcome,
      finishedAt: new Date(Date.UTC(2026, 10, 29) + second * 1000).toISOString(),
    }),
  );
  writeIn(folder, "trials.jsonl", lines.join(""));
}

test("gives the mean time between the answers of the latest run with the same model", async () => {
  const runs = temporaryFolder();
  writeRun(runs, "2026-11-27-full", { seconds: [0, 9, 18, 27, 36, 45] });
  writeRun(runs, "2026-11-28-full", { seconds: [0, 1, 2, 3, 4, 5] });
  writeRun(runs, "2026-11-29-full", {
    seconds: [0, 7, 14, 21, 28, 35],
    asked: stubDescription({ endpoint: "http://anderswo/v1" }),
  });
  expect(await findMeasuredSpeed(runs, model)).toEqual({
    msPerTrial: 1000,
    trials: 6,
    run: "2026-11-28-full",
  });
});

test("does not take the night between two sittings for slowness", async () => {
  const runs = temporaryFolder();
  writeRun(runs, "lauf", { seconds: [0, 2, 4, 50_000, 50_002, 50_004] });
  expect((await findMeasuredSpeed(runs, model))?.msPerTrial).toBe((4 * 2000 + 4000) / 5);
});

test("knows nothing from few answers, failures, cached answers, or no runs", async () => {
  const runs = temporaryFolder();
  expect(await findMeasuredSpeed(join(runs, "fehlt"), model)).toBeUndefined();
  const seconds = [0, 1, 2, 3, 4, 5];
  writeRun(runs, "a", { seconds: [0, 1] });
  writeRun(runs, "b", { seconds, outcome: failed("overload") });
  writeRun(runs, "c", { seconds, outcome: completed("x", { cached: true }) });
  writeIn(join(runs, "d"), "manifest.json", "kein JSON");
  expect(await findMeasuredSpeed(runs, model)).toBeUndefined();
});
