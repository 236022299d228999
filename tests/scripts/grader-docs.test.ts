import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { graders } from "../../graders/registry.ts";
import { programFolder } from "../../scripts/folders.ts";
import { docComment, graderDocs } from "../../scripts/grader-docs.ts";

test("docs/grader.md is what „npm run build:grader-docs“ writes", () => {
  expect(readFileSync(join(programFolder, "docs", "grader.md"), "utf8")).toBe(graderDocs());
});

describe.each([...graders])("the example of %s", (name, grader) => {
  test("runs and is scored", () => {
    const { example } = docComment(name);
    const exported = name.replaceAll(/-(?<letter>\p{L})/gu, (_dash, letter: string) =>
      letter.toUpperCase(),
    );
    // The snippet is our own doc comment; running it is the point of the test.
    // oxlint-disable-next-line typescript/no-implied-eval
    const run = new Function(exported, `return ${example}`) as (own: unknown) => unknown;
    expect(run(grader), "the example ends with .score").toMatchObject({ status: "scored" });
  });
});
