import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readCases } from "../../../datasets/read-cases.ts";
import { bounds } from "../../../scripts/check/shortcomings.ts";
import { judgeSuite } from "../../../scripts/check/judge-suite.ts";
import { mutateSuite } from "../../../scripts/check/mutations/mutate-suite.ts";
import { remarksOn } from "../../../scripts/check/remarks.ts";
import { makeJudge } from "../../../scripts/check/suite-judge.ts";
import { tasks, writeSuite, type SuiteOrder } from "../../../scripts/new/write-suite.ts";
import { programFolder } from "../../../scripts/folders.ts";
import { gradingPlace, loadSuites } from "../../../scripts/load-suites.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

function order(task: string, format: string): SuiteOrder {
  const folder = join(temporaryFolder(), "unsere-probe");
  return {
    name: "unsere-probe",
    folder,
    shown: "../unsere-probe",
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

  test("notices what spoils its references, and says nothing more", () => {
    const made = order(task, "yaml");
    writeSuite(made);
    const [suite] = loadSuites([made.folder]);
    if (suite === undefined) throw new RangeError("no suite");
    const judge = makeJudge(suite, gradingPlace(suite).graders);
    const { mutants, killed, survivors } = mutateSuite(suite, judge, []);
    expect(mutants).toBeGreaterThanOrEqual(9);
    expect({ survivors, isSharp: killed >= bounds.mutation * mutants }).toMatchObject({
      isSharp: true,
    });
    expect(remarksOn(suite, made.folder, made.today)).toEqual([]);
  });

  test("tells the editor where its schemas are", () => {
    const made = order(task, "yaml");
    writeSuite(made);
    for (const [file, schema] of [
      ["suite.yaml", "suite"],
      ["faelle.yaml", "faelle"],
    ]) {
      const text = readFileSync(join(made.folder, file ?? ""), "utf8");
      const address = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(text)?.[1] ?? "";
      expect(resolve(made.folder, decodeURI(address))).toBe(
        join(programFolder, "docs", "schemas", `${schema}.schema.json`),
      );
    }
    expect(readFileSync(join(made.folder, "faelle.yaml"), "utf8")).toContain(
      "check -- ../unsere-probe",
    );
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
  expect(loadSuites([made.folder])[0]?.canary).toBe(made.canary);
  const table = { ...order("frage", "csv"), canary: made.canary };
  writeSuite(table);
  expect(loadSuites([table.folder])[0]?.cases).toHaveLength(2);
  for (const file of [join(made.folder, "faelle.yaml"), join(table.folder, "faelle.csv")]) {
    expect(readFileSync(file, "utf8")).toContain(made.canary);
  }
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
  expect(below).toMatchObject({ code: "folder-unwritable", exitCode: 3 });
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
