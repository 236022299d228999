import { expect, test } from "vitest";
import { compareRuns } from "../../analysis/compare-runs.ts";
import { runComparisonSchema } from "../../core/run-comparison.ts";
import { anonymiseComparisons } from "../../reports/anonymise-comparison.ts";
import { renderComparison } from "../../reports/comparison.ts";
import { buildRun } from "../analysis/build-run.ts";
import { comparisonFixture } from "../helpers/comparison-fixture.ts";

const models = [
  { id: "llama:gemma3-270m", name: "gemma3-270m", revision: "abc123", place: "München" },
  { id: "compatible:haus", name: "Haus-KI", endpoint: "https://ki.example/v1" },
];

function run(result: "passed" | "failed", runId: string) {
  const answer = "Ich bin Gemma von Google, nicht Haus-KI. Die Frist beträgt einen Monat.";
  const trials = models.map(({ id }) => ({ case: "a", model: id, result, answer }));
  return buildRun({ trials, manifest: { runId, models } });
}

const named = [compareRuns(run("passed", "alt"), run("failed", "neu"))];

test("nothing in the page or the file tells a model; the numbers stay", () => {
  const { comparisons, key } = anonymiseComparisons(named);
  expect(comparisons.map((one) => runComparisonSchema.parse(one))).toEqual(comparisons);
  const [page] = renderComparison(comparisons, { anonymous: true });
  expect(page?.file).toBe("vergleich-anonym.html");
  const body = page?.content.replace(/<style>.*<\/style>/su, "") ?? "";
  for (const text of [body, JSON.stringify(comparisons)]) {
    expect(text).toContain("Angebot 1");
    expect(text).not.toMatch(/gemma|google|haus|abc123|München|ki\.example/iu);
  }
  expect(body).toContain("Modelle anonymisiert");
  expect(comparisons[0]?.differences.map(({ n, difference }) => [n, difference])).toEqual(
    named[0]?.differences.map(({ n, difference }) => [n, difference]),
  );
  expect(key.map(({ id }) => id).toSorted()).toEqual(models.map(({ id }) => id).toSorted());
});

test("an answer keeps its length, so that marked passages stay where they are", () => {
  const [hidden] = anonymiseComparisons(named).comparisons;
  const lengths = (rows: readonly { readonly after: { readonly excerpt: string } }[] = []) =>
    rows.map(({ after }) => after.excerpt.length);
  expect(lengths(hidden?.worse)).toEqual(lengths(named[0]?.worse));
  expect(hidden?.worse.length).toBeGreaterThan(0);
});

test("a model has the same number in every comparison", () => {
  const { comparisons, key } = anonymiseComparisons([...named, comparisonFixture(), ...named]);
  expect(key).toHaveLength(3);
  expect(comparisons[2]?.models).toEqual(comparisons[0]?.models);
});

test("a comparison with names says nothing of offers", () => {
  const [page] = renderComparison(named);
  expect(page?.content).not.toContain("anonymisiert");
});
