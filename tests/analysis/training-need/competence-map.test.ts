import { expect, test } from "vitest";
import {
  competencesOf,
  observableCompetences,
} from "../../../analysis/training-need/competence-map.ts";
import { graders } from "../../../graders/registry.ts";

test.each([
  ["leak", ["personal-data"], [], ["daten"]],
  ["invented", ["citations"], [], ["pruefen"]],
  ["invented", ["unsupported"], ["bias"], ["pruefen"]],
  ["refused", [], [], ["verantwortung"]],
  ["wrong-language", ["language"], [], ["adressat"]],
  ["empty", [], [], ["prompten"]],
  ["wrong", ["facts", "readability"], [], ["adressat", "pruefen"]],
  ["wrong", ["abstention"], [], ["kalibrierung"]],
  ["wrong", ["injection"], [], ["sicherheit"]],
  ["wrong", ["pair"], [], ["bias"]],
  ["wrong", ["choice"], ["bias"], ["bias"]],
  ["wrong", ["promptfoo:contains"], [], ["pruefen"]],
] as const)("%s by %j with tags %j: %j", (failureClass, objecting, tags, expected) => {
  const found = competencesOf({ class: failureClass, graders: objecting, tags });
  expect([...found].toSorted()).toEqual([...expected]);
});

test("every shipped grader but the ones that only tags can place has a competence", () => {
  const placed = new Set(
    [...graders.keys()].filter((name) => observableCompetences([name], []).size > 0),
  );
  const open = [...graders.keys()].filter((name) => !placed.has(name));
  expect(open.toSorted()).toEqual(["choice"]);
});
