import { expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { caseSchema } from "../../core/case.ts";
import { buildRun } from "./build-run.ts";

const caseOf = (id: string, protection: string) => ({
  suite: "s",
  case: caseSchema.parse({
    id,
    input: { text: "Text" },
    reference: "So.",
    source: "erfunden",
    asOf: "2026-11-01",
    protection,
  }),
});

test("data classes of the cases are counted per suite, the least sensitive first", () => {
  const cases = [caseOf("a", "personal"), caseOf("b", "synthetic"), caseOf("c", "synthetic")];
  const { findings } = analyse(buildRun({ trials: [{ case: "a" }], cases }));
  expect(findings.protection).toEqual([
    { suite: "s", protection: "synthetic", cases: 2 },
    { suite: "s", protection: "personal", cases: 1 },
  ]);
});

test("only the cases that the run planned count", () => {
  const suites = [{ name: "s", graders: { must: ["personal-data"] }, cases: [{ id: "a" }] }];
  const cases = [caseOf("a", "internal"), caseOf("b", "personal")];
  const { findings } = analyse(buildRun({ trials: [{ case: "a" }], cases, manifest: { suites } }));
  expect(findings.protection).toEqual([{ suite: "s", protection: "internal", cases: 1 }]);
});

test("a run that does not hold its cases says nothing about them", () => {
  expect(analyse(buildRun({ trials: [{ case: "a" }] })).findings.protection).toEqual([]);
});
