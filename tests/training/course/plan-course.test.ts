import { describe, expect, test } from "vitest";
import { planCourse, roles } from "../../../training/course/plan-course.ts";
import { renderRules } from "../../../training/course/rules-of-use.ts";
import { sampleExercises } from "../../helpers/sample-exercises.ts";

const many = ["pruefen", "daten", "verantwortung", "sicherheit"].flatMap((competence) =>
  sampleExercises().map((exercise) => ({
    ...exercise,
    id: `${exercise.id}-${competence}`,
    competence,
  })),
);

describe.each(roles)("a course for %s", (role) => {
  test.each([30, 60, 90, 240])("of %i minutes fills its time without gaps", (minutes) => {
    const { steps, exercises } = planCourse(many, role, minutes);
    expect(steps[0]?.from).toBe(0);
    expect(steps.at(-1)?.to).toBe(minutes);
    for (const [place, step] of steps.entries()) {
      expect(step.to).toBeGreaterThan(step.from);
      if (place > 0) expect(step.from).toBe(steps[place - 1]?.to);
    }
    expect(steps.filter(({ exercise }) => exercise !== undefined)).toHaveLength(exercises.length);
    expect(exercises.length).toBeGreaterThan(0);
  });
});

test("each role starts with what it needs first, and every competence comes before any comes twice", () => {
  const firstOf = (role: (typeof roles)[number]) =>
    planCourse(many, role, 90).exercises.map(({ competence }) => competence);
  expect(firstOf("Sachbearbeitung")[0]).toBe("pruefen");
  expect(firstOf("Führung")[0]).toBe("verantwortung");
  expect(firstOf("IT")[0]).toBe("sicherheit");
  expect(new Set(firstOf("Sachbearbeitung").slice(0, 4)).size).toBe(4);
});

test("the rules of use name what was found, as counts", () => {
  const paper = { title: "Regeln", style: "", origin: "Grundlage ist ein Lauf." };
  const html = renderRules({ judged: 40, counts: [{ competence: "bias", failed: 7 }] }, paper);
  expect(html).toContain("40 Antworten beurteilt");
  expect(html).toContain("Verzerrung erkennen: 7");
  expect(html).toContain("anderem Namen");
});
