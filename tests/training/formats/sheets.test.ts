import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { renderAgenda } from "../../../training/course/agenda.ts";
import { renderAttendance } from "../../../training/course/attendance.ts";
import { planCourse } from "../../../training/course/plan-course.ts";
import { renderRules } from "../../../training/course/rules-of-use.ts";
import { renderSolutionSheet } from "../../../training/formats/solution-sheet.ts";
import { renderWorksheet } from "../../../training/formats/worksheet.ts";
import { sampleExercises } from "../../helpers/sample-exercises.ts";

/** Two rules of taste are off: texts end their lines with blanks, and titles are as long as given. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

const exercises = sampleExercises();
const course = planCourse(exercises, "Führung", 90);
const paper = { title: "Kurs <1> & mehr", style: "", origin: "Grundlage ist ein Lauf." };
const pages = {
  worksheet: renderWorksheet("Übungen <1>", exercises, ""),
  solutions: renderSolutionSheet(exercises, {
    title: "Übungen",
    style: "",
    report: "../lauf/report.html",
  }),
  agenda: renderAgenda(course, paper),
  attendance: renderAttendance(course, paper),
  rules: renderRules({ judged: 9, counts: [{ competence: "daten", failed: 3 }] }, paper),
};

describe.each(Object.entries(pages))("%s", (_, html) => {
  test("is valid, accessible HTML by the rules of html-validate", async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map(
        (found) => `${found.line}:${found.column} ${found.ruleId} ${found.message}`,
      ),
    );
    expect(messages).toEqual([]);
  });

  test("is one German file without script or outside address", () => {
    expect(html).toContain('<html lang="de">');
    expect(html).not.toMatch(/<script|https?:\/\//u);
    expect(html.match(/<h1/gu)).toHaveLength(1);
  });
});

test("the worksheet holds no solution; the solution sheet leads to the report's card", () => {
  expect(pages.worksheet).not.toMatch(/Dazu:|Muster |Lösung/u);
  expect(pages.solutions).toContain('href="../lauf/report.html#fall-0123456789abcdef"');
  expect(pages.solutions).toContain("Dazu: Elif Sommer");
});

test("texts of models are shown as text", () => {
  expect(pages.worksheet).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(pages.worksheet).toContain('dir="auto"');
});
