import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepSection } from "../../../bench/engine.ts";
import { drawCpu } from "../../../bench/engine/plot.ts";
import { renderCpu } from "../../../bench/engine/report.ts";
import { judgeCpu, judgeMemory, judgeWaits } from "../../../bench/engine/results.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const results = {
  cpu: [
    { name: "Amtsprobe, model in the process", cases: 10, perCase: 0.04, startMs: 1, wallMs: 9 },
    { name: "Amtsprobe, openai SDK", cases: 10, perCase: 0.7, startMs: 1, wallMs: 9 },
    { name: "promptfoo CLI", cases: 10, perCase: 4.8, startMs: 1, wallMs: 9 },
    { name: "Inspect AI", cases: 10, missing: "not measured: no Python" },
  ],
  memory: [{ way: "stub", shape: "cases", small: 100, large: 131 }],
  resume: { openMs: 2999, wholeMs: 5000 },
  firstCall: [900, 1100, 950],
} as const;

test("a demand is met, missed, or not measured, and says by how much", () => {
  const verdicts = [
    ...judgeCpu(results.cpu),
    ...results.memory.flatMap(judgeMemory),
    ...judgeWaits(results.resume, results.firstCall),
  ];
  expect(verdicts.map(({ measured, isMet }) => [measured, isMet])).toEqual([
    ["1/6.9", false],
    ["not measured", undefined],
    ["0.04 ms", true],
    ["131 MB", true],
    ["1.31 ×", false],
    ["950 ms", true],
    ["2999 ms", true],
  ]);
});

test("the table names machine, date, command, load, and every figure that is missing", () => {
  const text = renderCpu(results.cpu, {
    date: "2026-11-29",
    machine: "2 × Test",
    load: [1, 2],
    command: "npm run bench -- engine",
  });
  for (const part of ["2026-11-29, 2 × Test", "Load of the machine 1", "no Python", "**no**"]) {
    expect(text).toContain(part);
  }
});

test("the picture is the same for the same figures and leaves out what was not measured", () => {
  const picture = drawCpu(results.cpu);
  expect(drawCpu(results.cpu)).toBe(picture);
  expect(picture).toContain("promptfoo CLI");
  expect(picture).not.toContain("Inspect");
  expect(picture).not.toMatch(/NaN|Infinity/u);
});

test("a new section takes the place of the old one and leaves the others", () => {
  const file = join(temporaryFolder(), "RESULTS.md");
  writeFileSync(file, "# Results\n\n## Engine\n\nalt\n\n## Other\n\nbleibt\n");
  keepSection(file, "## Engine\n\nneu\n");
  expect(readFileSync(file, "utf8")).toBe("# Results\n\n## Other\n\nbleibt\n\n## Engine\n\nneu\n");
});
