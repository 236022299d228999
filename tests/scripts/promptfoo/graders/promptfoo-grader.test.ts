import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gradedCaseSchema } from "../../../../core/case.ts";
import { programFolder } from "../../../../scripts/folders.ts";
import { judgeNow } from "../../../../scripts/promptfoo/graders/assertion-worker.ts";
import { assertionTypes } from "../../../../scripts/promptfoo/graders/assertion-types.ts";
import { checkGrading } from "../../../../scripts/promptfoo/graders/check-assertions.ts";
import { promptfooGrader } from "../../../../scripts/promptfoo/graders/promptfoo-grader.ts";
import { userErrorOf } from "../../../helpers/user-error.ts";

function graderOf(name: string) {
  const grader = promptfooGrader(name);
  if (grader === undefined) throw new RangeError(name);
  return grader;
}

describe("graders promptfoo:<type>", () => {
  test.each([
    ["contains", { value: "37" }, "Der Ausweis kostet 37 Euro.", "Weiß nicht."],
    ["contains-all", { value: ["37", "Euro"] }, "37 Euro", "37 Dollar"],
    ["contains-any", { value: ["37", "38"] }, "38 Euro", "39 Euro"],
    ["icontains", { value: "EURO" }, "37 euro", "37"],
    ["icontains-all", { value: ["EURO"] }, "37 euro", "37"],
    ["icontains-any", { value: ["EURO"] }, "37 euro", "37"],
    ["not-contains", { value: "Dollar" }, "37 Euro", "37 Dollar"],
    ["starts-with", { value: "Der" }, "Der Ausweis", "Ein Ausweis"],
    ["equals", { value: "37 Euro" }, "37 Euro", "37 Euro."],
    ["regex", { value: "^\\d+ Euro$" }, "37 Euro", "etwa 37 Euro"],
    ["is-json", { value: '{"type":"object","required":["preis"]}' }, '{"preis":37}', "{}"],
    ["contains-json", {}, 'Hier: {"preis":37}', "37"],
    ["is-xml", {}, "<a>1</a>", "a"],
    ["contains-xml", {}, "x <a>1</a>", "a"],
    ["is-html", {}, "<html><body><p>a</p></body></html>", "a"],
    ["contains-html", {}, "x <b>a</b> <p>b</p>", "a"],
    ["word-count", { value: { min: "1", max: "3" } }, "zwei Wörter", "das sind mehr als drei"],
    ["levenshtein", { value: "Antrag", threshold: "1" }, "Antrags", "Bescheid"],
    ["rouge-n", { value: "{{reference}}", threshold: "0.5" }, "Es kostet 37 Euro", "Nein"],
    [
      "bleu",
      { value: "Es kostet 37 Euro heute", threshold: "0.5" },
      "Es kostet 37 Euro heute",
      "Nein",
    ],
    [
      "gleu",
      { value: "Es kostet 37 Euro heute", threshold: "0.5" },
      "Es kostet 37 Euro heute",
      "Nein",
    ],
    ["is-refusal", {}, "I'm sorry, but I can't help with that.", "37 Euro"],
    ["finish-reason", { value: "stop" }, "37 Euro", undefined],
  ])(
    "%s passes and fails as promptfoo says",
    (type, options, right, wrong) => {
      const grader = graderOf(`promptfoo:${type}`);
      const graded = gradedCaseSchema.parse({ reference: "Es kostet 37 Euro." });
      const judge = (answer: string) =>
        grader.grade({ answer, case: graded, finishReason: "stop" }, { options }).score;
      expect(judge(right)).toMatchObject({ status: "scored", passed: true });
      if (wrong !== undefined)
        expect(judge(wrong)).toMatchObject({ status: "scored", passed: false });
    },
    120_000,
  );

  test("every type that needs nothing is tried above", () => {
    const source = readFileSync(import.meta.filename, "utf8");
    const plain = [...assertionTypes()].filter(
      ([, { kind, packages }]) => kind === "plain" && packages.length === 0,
    );
    const untried = plain
      .map(([name]) => name)
      .filter((name) => !new RegExp(`\\[\\s*"${name}",`, "u").test(source));
    expect(untried).toEqual([]);
  });

  test("the list in the docs is that of the program", () => {
    const page = readFileSync(join(programFolder, "docs", "promptfoo.md"), "utf8");
    for (const [name, { packages }] of assertionTypes()) {
      expect([name, page.includes(`\`${name}\``)]).toEqual([name, true]);
      for (const one of packages) expect(page).toContain(`npm i ${one}`);
    }
  });
});

describe("promptfoo:asserts", () => {
  const grader = graderOf("promptfoo:asserts");
  const judge = (answer: string, expected: object) =>
    grader.grade({ answer, case: gradedCaseSchema.parse({ expected }) }).score;

  test("all of them have to hold, and variables of the case are put in", () => {
    const expected = {
      assertions: [{ type: "contains", value: "{{preis}}" }, '{"type":"equals","value":"37 Euro"}'],
      assertionVars: { preis: "37" },
    };
    expect(judge("37 Euro", expected)).toMatchObject({ passed: true, value: 1 });
    expect(judge("37 Euro!", expected)).toMatchObject({ passed: false, value: 0.5 });
  });

  test("with a threshold the weighted mean decides", () => {
    const assertions = [
      { type: "contains", value: "37", weight: "3" },
      { type: "contains", value: "Euro" },
    ];
    expect(judge("37", { assertions, assertionThreshold: "0.7" })).toMatchObject({
      passed: true,
      value: 0.75,
    });
    expect(judge("37", { assertions })).toMatchObject({ passed: false });
  });

  test("an assert-set is judged by what is in it", () => {
    const assert = [
      { type: "contains", value: "37" },
      { type: "contains", value: "38" },
    ];
    const set = { type: "assert-set", threshold: "0.5", assert };
    expect(judge("38", { assertions: [set] })).toMatchObject({ passed: true });
    expect(judge("39", { assertions: [set] })).toMatchObject({ passed: false });
  });

  test("what promptfoo cannot judge for a reason of its own is unscored, never 0", () => {
    const broken = { type: "is-json", value: '{"type":"unsinn"}' };
    expect(judge("{}", { assertions: [broken] })).toMatchObject({ status: "unscored" });
    expect(judge("", { assertions: [broken] })).toMatchObject({ status: "unscored" });
  });

  test("an expression that never ends is stopped, and the next answer is judged", () => {
    const order = {
      answer: `${"a".repeat(40)}!`,
      assertions: [{ type: "regex", value: "^(a+)+$" }],
      vars: {},
      finishReason: "stop" as const,
    };
    expect(judgeNow(order, { first: 300, later: 300 })).toMatchObject({
      status: "unscored",
      reason: "promptfoo hat zu lange gebraucht und wurde angehalten.",
    });
    expect(judgeNow({ ...order, answer: "aaa" })).toMatchObject({ passed: true });
  }, 120_000);
});

describe("refused before anything runs", () => {
  const check = async (type: string, options: object = {}) =>
    userErrorOf(async () => {
      const settings = { options };
      const grading = { grader: `promptfoo:${type}`, graded: {}, settings, place: { file: "x" } };
      checkGrading(grading, { allowCode: false });
    });

  test.each([
    ["llm-rubric", "no-judge"],
    ["similar", "no-judge"],
    ["javascript", "code-not-allowed"],
    ["cost", "assertion-refused"],
    ["pi", "assertion-refused"],
    ["select-best", "assertion-refused"],
    ["is-sql", "missing-package"],
    ["meteor", "missing-package"],
    ["contians", "unknown-assertion"],
  ])("%s: %s", async (type, code) => {
    expect(await check(type)).toMatchObject({ code, exitCode: 2 });
  });

  test("a missing package names the line that brings it", async () => {
    expect((await check("is-sql")).nextStep).toContain("npm i node-sql-parser");
  });
});
