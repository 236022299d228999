import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { findingsSchema } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderReport } from "../../reports/html.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import { buildRun, series, type TrialSpec } from "../analysis/build-run.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

const models = Array.from({ length: 40 }, (_, at) => `compatible:modell-${at + 1}`);
const arabic = "رسوم بطاقة الهوية 37 يورو.";

/** Runs from the records on, and what their German report has to say. */
const runs: Readonly<Record<string, { trials: readonly TrialSpec[]; says: RegExp }>> = {
  "no trial at all": { trials: [], says: /kein Modell gemessen wurde/u },
  "no answer came": {
    trials: series({}, { passed: 0, of: 5 }).map((one) => ({ ...one, result: "no-answer" })),
    says: /kein Modell gemessen wurde/u,
  },
  "nothing could be judged": {
    trials: series({}, { passed: 0, of: 5 }).map((one) => ({ ...one, result: "unscored" })),
    says: /kein Modell gemessen wurde/u,
  },
  "a single model": {
    trials: series({}, { passed: 3, of: 5 }),
    says: /nur ein Modell geprüft wurde/u,
  },
  "everything failed": {
    trials: ["a", "b"].flatMap((model) => series({ model }, { passed: 0, of: 5 })),
    says: /kein Modell eine einzige Aufgabe besteht/u,
  },
  "40 models": {
    trials: models.flatMap((model, at) => series({ model }, { passed: at % 6, of: 5 })),
    says: /Alle 40\u00a0Modelle stehen im Kapitel/u,
  },
  "answers in Arabic": {
    trials: series({ answer: arabic }, { passed: 2, of: 5 }),
    says: new RegExp(arabic, "u"),
  },
  "an answer of 100 000 characters": {
    trials: series({ answer: "Die Frist. ".repeat(9100).slice(0, 100_000) }, { passed: 2, of: 5 }),
    says: /Zeichen ausgelassen/u,
  },
};

describe.each(Object.entries(runs))("%s", (_, { trials, says }) => {
  const { findings, cards } = analyse(buildRun({ trials }));

  test("the report is true and well formed", async () => {
    expect(findingsSchema.parse(findings)).toEqual(findings);
    for (const language of ["de", "en"] as const) {
      const [page] = renderReport(findings, cards, { language });
      const content = page?.content.replace(/<style>.*<\/style>/su, "<style></style>") ?? "";
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const { results } = await validator.validateString(content);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      expect(content.replace(/<script>.*<\/script>/su, "")).not.toMatch(/NaN|undefined|Infinity/u);
      expect(Buffer.byteLength(content)).toBeLessThan(3_000_000);
    }
    const [report] = renderReport(findings, cards);
    expect(report?.content).toMatch(says);
  });

  test("so are the tables and the summary", () => {
    const files = (["de", "en"] as const).flatMap((language) => [
      ...renderCsv(findings, cards, { language }),
      ...renderMarkdown(findings, cards, { language }),
    ]);
    for (const { content } of files) expect(content).not.toMatch(/NaN|undefined|Infinity/u);
    expect(files).toHaveLength(6);
  });
});
