import { expect, test } from "vitest";
import { judgeProbes } from "../../../scripts/check/judge-probes.ts";
import { readProbes } from "../../../scripts/check/read-probes.ts";
import { makeJudge } from "../../../scripts/check/suite-judge.ts";
import { gradingPlace } from "../../../scripts/load-suites.ts";
import { sampleSuite } from "../../helpers/sample-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

const suite = sampleSuite();

test("a good answer in other words passes; a turned-down one is named with the reason", () => {
  const judge = makeJudge(suite, gradingPlace(suite).graders);
  const check = judgeProbes(suite, judge, [
    { case: "hundesteuer", answer: "Pro Jahr zahlen Sie 96 €." },
    { case: "hundesteuer", answer: "Pro Jahr zahlen Sie einiges." },
  ]);
  expect(check).toMatchObject({ probes: 2, passed: 1, rejected: [{ case: "hundesteuer" }] });
  expect(check.rejected[0]?.problem).toContain("96 Euro");
});

test("a probe of an unknown case is refused with its place", async () => {
  const folder = temporaryFolder();
  expect(readProbes(folder, suite)).toEqual([]);
  writeIn(folder, "probe.yaml", "- case: hundesteuer\n  answer: a\n- case: katze\n  answer: b\n");
  const error = await userErrorOf(() => readProbes(folder, suite));
  expect(error).toMatchObject({ code: "unknown-case", exitCode: 2, place: { line: 3 } });
});
