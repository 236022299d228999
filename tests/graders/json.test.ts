import { describe, expect, test } from "vitest";
import { json } from "../../graders/json.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const schema = {
  type: "object",
  required: ["frist", "betrag"],
  additionalProperties: false,
  properties: {
    frist: { type: "string", format: "date" },
    betrag: { type: "number", minimum: 0 },
    art: { enum: ["Antrag", "Widerspruch"] },
    anlagen: { type: "array", items: { type: "string" }, uniqueItems: true },
  },
};
const right = '{"frist": "2026-03-31", "betrag": 37.5, "art": "Antrag", "anlagen": ["Ausweis"]}';

function grade(answer: string, options: object = { schema }) {
  return json.grade({ answer }, { options });
}

const passes = [
  right,
  `\n\uFEFF  ${right}\n`,
  `\`\`\`json\n${right}\n\`\`\``,
  `Hier ist das Ergebnis:\n\n\`\`\`\n${right}\n\`\`\`\nGern helfe ich weiter.`,
  `Das Ergebnis lautet ${right} – siehe Fußnote [1].`,
  `${right}\n${right}`,
  '{"frist":"2026-03-31","betrag":0,"art":"Widerspruch"}',
];
const wrongForm: readonly (readonly [answer: string, complaint: string])[] = [
  ['{"frist":"2026-03-31"}', "betrag: fehlt"],
  ['{"frist":"31.03.2026","betrag":1}', "frist"],
  ['{"frist":"2026-03-31","betrag":"37"}', "betrag"],
  ['{"frist":"2026-03-31","betrag":-1}', "betrag"],
  ['{"frist":"2026-03-31","betrag":1,"name":"x"}', "unbekannter Schlüssel „name“"],
  ['{"frist":"2026-03-31","betrag":1,"art":"Klage"}', "art"],
  ['{"frist":"2026-03-31","betrag":1,"anlagen":["a","a"]}', "anlagen[1]: steht schon vorher"],
  ["[]", "JSON nicht in der verlangten Form"],
];
const unreadable: readonly (readonly [answer: string, complaint: string])[] = [
  ["Die Frist endet am 31. März 2026.", "keine geschweifte"],
  ['{"frist": "2026-03-31", "betrag": 37', "bricht"],
  ["{'frist': '2026-03-31'}", "Schreibregeln"],
  ['{"frist": "2026-03-31",}', "Schreibregeln"],
  ['{"betrag": NaN}', "Schreibregeln"],
  ["37", "einzelner Wert"],
  [`\`\`\`json\n${right}\n`, "nicht geschlossen"],
  [`Hier ist es:\n\n\`\`\`\n${right}`, "nicht geschlossen"],
  ['{"frist":"2026-03-31"} oder {"frist":"2026-04-30"}', "2 verschiedene"],
];

describe("json", () => {
  test.each(passes)("passes: %s", (answer) => {
    expect(grade(answer).score).toMatchObject({ value: 1, passed: true, measures: { flaws: 0 } });
  });

  test.each(wrongForm)("wrong form: %s", (answer, complaint) => {
    const { score, failureClass } = grade(answer);
    expect(score).toMatchObject({ value: 0, evidence: [{ kind: "wrong-form" }] });
    expect(score.reason).toContain(complaint);
    expect(failureClass).toBe("wrong");
  });

  test.each(unreadable)("unparseable: %s", (answer, complaint) => {
    const { score, failureClass } = grade(answer);
    expect(score).toMatchObject({ value: 0, passed: false });
    expect(score.reason).toContain(complaint);
    expect(failureClass).toBe("unparseable");
  });

  test("bare: nothing may stand around it", () => {
    expect(grade(right, { schema, bare: true }).score).toMatchObject({ value: 1 });
    const fenced = grade(`\`\`\`json\n${right}\n\`\`\``, { schema, bare: true });
    expect(fenced.score).toMatchObject({ value: 0 });
    expect(fenced.failureClass).toBe("unparseable");
  });

  test("without a schema any object or array will do", () => {
    expect(grade("[1, 2]", {}).score).toMatchObject({ value: 1 });
    expect(grade('"Text"', {}).score).toMatchObject({ value: 0 });
  });

  test("required without properties is checked too", () => {
    const options = { schema: { type: "object", required: ["frist"] } };
    expect(grade("{}", options).score).toMatchObject({ value: 0 });
    expect(grade('{"frist":null}', options).score).toMatchObject({ value: 1 });
  });

  test.each([
    { type: "object", propertys: {} },
    { type: "string", pattern: "(a+)+$" },
    { $ref: "#/x" },
    { anyOf: [{ type: "string" }] },
    { required: ["frist"] },
    { type: "object", properties: { frist: { minimum: 1 } } },
  ])("refuses what it would not check: %j", (refused) => {
    expect(json.options.safeParse({ schema: refused }).success).toBe(false);
  });

  test("deep nesting is no trouble", () => {
    const deep = `${"[".repeat(90_000)}${"]".repeat(90_000)}`;
    expect(grade(deep, {}).score).toMatchObject({ value: 1 });
    expect(grade(deep).score).toMatchObject({ value: 0 });
  });

  test("keeps the laws", { timeout: 60_000 }, () => {
    const answers = [...passes, ...wrongForm.map(([a]) => a), ...unreadable.map(([a]) => a)];
    assertGraderLaws(json, { settings: { options: { schema } }, answers });
  });

  test("golden", () => {
    assertGolden(json, new URL("../golden/graders/json.json", import.meta.url));
  });
});

test("numbers and yes/no of a schema may be text, as YAML and CSV give them", () => {
  const text = {
    type: "object",
    additionalProperties: "nein",
    properties: {
      note: { type: "integer", minimum: "1", maximum: "6" },
      stufe: { type: "integer", enum: ["1", "2"] },
      sicher: { type: "boolean", const: "true" },
      liste: {
        type: "array",
        maxItems: "1",
        items: { type: ["number", "null"], enum: ["0.5", "null"] },
      },
    },
  };
  const value = (answer: string) => {
    const { score } = grade(answer, { schema: text });
    return score.status === "scored" ? score.value : score.reason;
  };
  expect(value('{"note":6,"stufe":2,"sicher":true,"liste":[null]}')).toBe(1);
  expect(value('{"liste":[0.5]}')).toBe(1);
  for (const wrong of [
    '{"note":7}',
    '{"stufe":"2"}',
    '{"sicher":"true"}',
    '{"liste":[0.5,null]}',
    '{"liste":["null"]}',
    '{"mehr":1}',
  ]) {
    expect(value(wrong)).toBe(0);
  }
});
