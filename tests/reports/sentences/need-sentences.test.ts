import { expect, test } from "vitest";
import { levelText, needSentence } from "../../../reports/sentences/need-sentences.ts";
import { findingsFixture } from "../../helpers/findings-fixture.ts";

const need = findingsFixture("procurement").findings.trainingNeed?.needs[0];

test("level, share and n in one sentence; an unsure level is called so", () => {
  if (need === undefined) throw new Error("fixture lacks a need");
  expect(needSentence({ ...need, certain: true }).replaceAll("\u00a0", " ")).toBe(
    "Datenhygiene: Bedarf mittel; Anteil betroffener Antworten 22 % (Intervall 12 bis 33 %, n = 110).",
  );
  expect(levelText({ ...need, level: "high", certain: false })).toBe("hoch, nicht gesichert");
});
