import { expect, test } from "vitest";
import type { GateBaseline } from "../../../core/gate-baseline.ts";
import { readGateSide } from "../../../scripts/gate/read-gate-side.ts";
import { sealBaseline } from "../../../scripts/gate/seal-baseline.ts";
import { testSetHash } from "../../../analysis/gate/test-set.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { buildBaseline } from "../../analysis/gate/build-side.ts";

const built = buildBaseline({ outcomes: { probe: { a: "pf", b: "p-" } } });
const content = {
  ...built,
  suites: built.suites.map((suite) => ({
    ...suite,
    testSetHash: testSetHash(
      suite.cases.map(({ id, hash }) => ({ id, hash, critical: false, severity: 2 })),
    ),
  })),
};

async function read(file: object) {
  const path = writeIn(temporaryFolder(), "basis.json", JSON.stringify(file));
  return readGateSide(path, "Die Vergleichsbasis");
}

test("a baseline is read as it was sealed, in any order of its keys", async () => {
  const sealed = sealBaseline(content);
  const { trials } = await read(Object.fromEntries(Object.entries(sealed).toReversed()));
  expect(trials.map(({ case: id, result }) => `${id} ${result}`)).toEqual([
    "a passed",
    "a failed",
    "b passed",
    "b missing",
  ]);
});

const edits: Readonly<Record<string, (file: GateBaseline) => object>> = {
  "another outcome": (file) => ({
    ...file,
    results: file.results.map((one) => ({ ...one, outcomes: { ...one.outcomes, a: "pp" } })),
  }),
  "an attempt more": (file) => ({
    ...file,
    results: file.results.map((one) => ({ ...one, outcomes: { ...one.outcomes, a: "pff" } })),
  }),
  "a severity": (file) => ({
    ...file,
    suites: file.suites.map((suite) => ({
      ...suite,
      cases: suite.cases.map((one) => ({ ...one, severity: 1 })),
    })),
  }),
  "another grader": (file) => ({
    ...file,
    suites: file.suites.map((suite) => ({ ...suite, graders: { facts: "9" } })),
  }),
  "another model": (file) => ({ ...file, models: [] }),
};

test.each(Object.entries(edits))("%s is noticed", async (_, edit) => {
  await expect(read(edit(sealBaseline(content)))).rejects.toMatchObject({
    code: "baseline-edited",
    exitCode: 2,
  });
});

test("no hash is not read as a right one", async () => {
  await expect(read(content)).rejects.toMatchObject({ code: "baseline-format" });
});

test("results that stand there twice are refused, also with a right hash", async () => {
  const doubled = { ...content, results: [...content.results, ...content.results] };
  await expect(read(sealBaseline(doubled))).rejects.toMatchObject({ code: "gate-doubled" });
});
