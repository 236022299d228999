import { expect, test } from "vitest";
import { release } from "../../../training/build/release.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";
import { probeCard, probeJudges, probeMaterial } from "../../helpers/training-material.ts";

const judges = probeJudges();
const wrong = "Die Hundesteuer beträgt leider schon 120 Euro im Jahr.";

function draftOf(answer: string, input: "raw" | "pseudonymised" = "raw") {
  const graded = sampleCase({ reference: "Frau Sommer, ein Hund kostet 96 Euro Steuer im Jahr." });
  const card = probeCard(answer, { input });
  const place = { suite: "probe", case: graded, input };
  const material = probeMaterial([card], { case: graded });
  return release({ card, case: graded, place, competence: "pruefen", material, judges });
}

test("each text stands once: feedback decides, sample gives the grounds, solution the good answer", () => {
  const exercise = draftOf(wrong)?.exercise;
  if (exercise?.task.kind !== "release") throw new Error("no release");
  const { feedbackYes, feedbackNo, sample } = exercise.task;
  const all = [feedbackYes, feedbackNo, sample, exercise.solution];
  expect(all.filter((text) => text.includes("96 Euro“"))).toEqual([
    "Nicht freigeben. In der Antwort fehlt: „96 Euro“.",
  ]);
  expect(all.filter((text) => text.includes("ein Hund kostet 96 Euro"))).toHaveLength(1);
  expect(all.join(" ")).not.toMatch(/\d+ von \d+|darf sie nicht hinaus/u);
});

test("beside the pseudonymised text the good answer has placeholders too", () => {
  const solution = draftOf(wrong, "pseudonymised")?.exercise.solution;
  expect(solution).toContain("[NAME_1], ein Hund kostet 96 Euro");
  expect(solution).not.toContain("Sommer");
});

test("an answer that is wrong at first sight is no question", () => {
  expect(draftOf("Hund, Geb. [b] [b] [b] [b] [b] [b] [b] [b] [b] [b]")).toBeUndefined();
  expect(draftOf("Die Stadtbücherei ist dienstags und samstags von zehn bis sechs auf.")).toBe(
    undefined,
  );
});
