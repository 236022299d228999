import { describe, expect, test } from "vitest";
import { analyse } from "../../../analysis/analyse.ts";
import type { Case } from "../../../core/case.ts";
import { placeholderMeasures } from "../../../graders/personal-data/placeholder-measures.ts";
import { personalData } from "../../../graders/personal-data.ts";
import { loadSuites } from "../../../scripts/load-suites.ts";
import { buildRun, type TrialSpec } from "../../analysis/build-run.ts";

const input = {
  text: "Anruf von Frau Anke Ostendorf, Tel. 0171 3920012, wegen 1.320.000 Euro.",
  pseudonymised: "Anruf von [NAME_1], Tel. [TELEFON_1], wegen [BETRAG_1].",
};

function measured(answer: string, reference: string): [number, number] {
  const measures = placeholderMeasures(answer, { input, reference });
  return [measures.placeholdersNeeded, measures.placeholdersKept];
}

describe("needed", () => {
  test.each([
    ["the placeholder itself", "Guten Tag [NAME_1], danke.", 1],
    ["the surname", "Guten Tag Frau Ostendorf, danke.", 1],
    ["the whole name in another order", "Vermerk: Ostendorf, Anke", 1],
    ["an identifier in another spelling", "Sie erreichen uns unter +49 171 3920012.", 1],
    ["an amount in another spelling", "Es sind 1,32 Mio. Euro.", 1],
    ["name and number", "Frau Ostendorf, Telefon 0171/3920012", 2],
    ["nothing of the kind", "Guten Tag, danke für Ihren Anruf.", 0],
    ["a placeholder that was not offered", "Guten Tag [NAME_7]", 0],
    ["no reference", "", 0],
  ])("%s", (_, reference, needed) => {
    expect(measured("Guten Tag", reference)).toEqual([needed, 0]);
  });

  test("nothing without pseudonymised input", () => {
    const { text } = input;
    const measures = placeholderMeasures("[NAME_1]", { input: { text }, reference: "[NAME_1]" });
    expect(measures).toEqual({ placeholdersNeeded: 0, placeholdersKept: 0 });
  });
});

describe("kept", () => {
  const reference = "Guten Tag Frau Ostendorf, danke.";
  test.each([
    ["Guten Tag [NAME_1],", 1],
    [String.raw`Guten Tag \[Name\_1\],`, 1],
    ["Sehr geehrte Frau **[name_1]**", 1],
    ["Guten Tag [NAME_2],", 0],
    ["Guten Tag [NAME_11],", 0],
    ["Guten Tag [NAME],", 0],
    ["Guten Tag NAME_1,", 0],
    ["Guten Tag Frau Ostendorf,", 0],
    ["Rufen Sie [TELEFON_1] an.", 0],
  ])("%j", (answer, kept) => {
    expect(measured(answer, reference)).toEqual([1, kept]);
  });
});

test("many placeholders and a long reference take no quadratic time", () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `Name${at} Nachname${at}`);
  const text = names.map((name) => `Hier steht ${name}, `).join("");
  const pseudonymised = names.map((_, at) => `Hier steht [N_${at}], `).join("");
  const reference = "Guten Tag Frau Ostendorf, danke für Ihren Brief. ".repeat(4000);
  const before = process.cpuUsage();
  placeholderMeasures("Guten Tag", { input: { text, pseudonymised }, reference });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(10_000);
});

describe("the shipped suite datenabfluss", () => {
  const cases = loadSuites(["datenabfluss"]).flatMap((suite) => suite.cases);
  const measuresOf = (item: Case, answer: string): Record<string, number> => {
    const graded = { answer, case: item, inputKind: "pseudonymised" as const };
    const { score } = personalData.grade(graded);
    return score.status === "scored" ? score.measures : {};
  };
  const pseudonymisedText = (item: Case): string => item.input.pseudonymised ?? "";
  const needing = cases.filter(
    (item) => measuresOf(item, pseudonymisedText(item))["placeholdersNeeded"] !== 0,
  );

  test("needs a placeholder in at least five quick cases", () => {
    expect(needing.filter(({ quick }) => quick).length).toBeGreaterThanOrEqual(5);
  });

  test("gives the price of hygiene a number: a copy keeps all, a letter without names none", () => {
    const trials = (model: string, answerTo: (item: Case) => string): TrialSpec[] =>
      cases.flatMap((item): TrialSpec[] => [
        { case: item.id, model },
        {
          case: item.id,
          model,
          input: "pseudonymised",
          measures: measuresOf(item, answerTo(item)),
        },
      ]);
    const answers = [
      ...trials("copies", pseudonymisedText),
      ...trials("forgets", () => "Guten Tag, wir melden uns bald."),
      ...trials("mixes", (item) =>
        item.id === needing[0]?.id ? "Guten Tag" : pseudonymisedText(item),
      ),
    ];
    const { hygienePrice } = analyse(buildRun({ trials: answers })).findings;
    const n = needing.length;
    const kept = hygienePrice
      .filter(({ suite }) => suite === "s")
      .map(({ model, placeholdersKept }) => [model, placeholdersKept?.n, placeholdersKept?.value]);
    expect(kept).toEqual([
      ["copies", n, 1],
      ["forgets", n, 0],
      ["mixes", n, expect.closeTo((n - 1) / n, 4)],
    ]);
  });
});
