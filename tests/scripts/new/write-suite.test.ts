import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCases } from "../../../datasets/read-cases.ts";
import { judgeSuite } from "../../../scripts/check/judge-suite.ts";
import { mutateSuite } from "../../../scripts/check/mutations/mutate-suite.ts";
import { makeJudge } from "../../../scripts/check/suite-judge.ts";
import { askQuestions, type Question } from "../../../scripts/new/ask-questions.ts";
import { tasks, writeSuite } from "../../../scripts/new/write-suite.ts";
import { gradingPlace, loadSuites } from "../../../scripts/load-suites.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

function order(task: string, format: string) {
  return {
    name: "unsere-probe",
    folder: join(temporaryFolder(), "unsere-probe"),
    title: 'Unsere: "Probe"',
    task,
    format,
    office: "Stadt Beispielstadt",
    today: "2026-11-28",
  };
}

describe.each(Object.keys(tasks))("a new suite for %s", (task) => {
  test.each(["yaml", "csv"])("passes the check at once (%s)", (format) => {
    const made = order(task, format);
    writeSuite(made);
    const [suite] = loadSuites([made.folder]);
    if (suite === undefined) throw new RangeError("no suite");
    expect(suite).toMatchObject({ name: "unsere-probe", title: 'Unsere: "Probe"' });
    const check = judgeSuite(suite, makeJudge(suite, gradingPlace(suite).graders));
    expect(check.misjudgements).toEqual([]);
    expect(check.examples).toBeGreaterThanOrEqual(3);
  });

  test("holds the same cases as a table and as YAML", () => {
    const [yaml, csv] = [order(task, "yaml"), order(task, "csv")];
    writeSuite(yaml);
    writeSuite(csv);
    const trimmed = (path: string): unknown =>
      JSON.parse(JSON.stringify(readCases(path)).replaceAll(String.raw`\n"`, '"'));
    expect(trimmed(join(csv.folder, "faelle.csv"))).toEqual(
      trimmed(join(yaml.folder, "faelle.yaml")),
    );
    expect(readFileSync(join(csv.folder, "faelle.csv"), "utf8")).toMatch(/^\uFEFFid;.*\r\n/u);
  });
});

test("a suite that is held back carries its canary and still passes", () => {
  const made = { ...order("frage", "yaml"), canary: "AMTSPROBE-CANARY-0123456789" };
  writeSuite(made);
  expect(loadSuites([made.folder])[0]?.canary).toBe("AMTSPROBE-CANARY-0123456789");
});

test.each(Object.keys(tasks))("a new suite for %s passes the mutation check", (task) => {
  const made = order(task, "yaml");
  writeSuite(made);
  const [suite] = loadSuites([made.folder]);
  if (suite === undefined) throw new RangeError("no suite");
  const check = mutateSuite(suite, makeJudge(suite, gradingPlace(suite).graders), []);
  expect(check.killed).toBeGreaterThanOrEqual(0.9 * check.mutants);
});

test("a folder that cannot be made is named, and so is a file in its place", async () => {
  const file = writeIn(temporaryFolder(), "datei", "wichtig");
  const below = await userErrorOf(() =>
    writeSuite({ ...order("frage", "yaml"), folder: join(file, "x") }),
  );
  expect(below).toMatchObject({ code: "folder-unwritable", exitCode: 2 });
  const inPlace = await userErrorOf(() => writeSuite({ ...order("frage", "yaml"), folder: file }));
  expect(inPlace).toMatchObject({ code: "folder-not-empty", exitCode: 2 });
});

test("an existing folder is left alone", async () => {
  const made = order("frage", "yaml");
  writeIn(made.folder, "mein.txt", "wichtig");
  const error = await userErrorOf(() => writeSuite(made));
  expect(error).toMatchObject({ code: "folder-not-empty", exitCode: 2 });
  expect(readFileSync(join(made.folder, "mein.txt"), "utf8")).toBe("wichtig");
});

describe("askQuestions", () => {
  const questions: readonly Question[] = [
    { key: "title", text: "Titel?", fallback: "Ohne" },
    { key: "task", text: "Was?", choices: { a: "das eine", b: "das andere" }, fallback: "a" },
  ];

  test("takes what is given, asks the rest, and accepts a number", async () => {
    const asked: string[] = [];
    const ask = async (prompt: string) => Promise.resolve(asked.push(prompt) > 0 ? "2" : "");
    expect(await askQuestions(questions, { title: "Mein" }, ask)).toEqual({
      title: "Mein",
      task: "b",
    });
    expect(asked).toHaveLength(1);
  });

  test("asks again after an answer that is no choice; an empty one takes the fallback", async () => {
    const replies = ["", "z", "b"];
    const answers = await askQuestions(questions, {}, async () =>
      Promise.resolve(replies.shift() ?? ""),
    );
    expect(answers).toEqual({ title: "Ohne", task: "b" });
  });

  test("without a terminal the fallbacks hold; a wrong option names the choices", async () => {
    expect(await askQuestions(questions, {}, undefined)).toEqual({ title: "Ohne", task: "a" });
    const error = await userErrorOf(async () => askQuestions(questions, { task: "c" }, undefined));
    expect(error.nextStep).toBe("Möglich sind: a, b.");
  });
});
