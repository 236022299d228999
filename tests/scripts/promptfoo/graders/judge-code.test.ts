import { expect, test } from "vitest";
import { codeInJudge } from "../../../../scripts/promptfoo/graders/judge-code.ts";
import { temporaryFolder, writeIn } from "../../../helpers/temporary-folder.ts";

test.each([
  ["compatible:haus", false],
  ["promptfoo:openai:gpt-4.1", false],
  ["promptfoo:openai:embedding:text-embedding-3-large", false],
  ["promptfoo:exec:touch /tmp/x", true],
  ["promptfoo:python:x.py", true],
  ["promptfoo:package:@a/b:c", true],
  ["promptfoo:https://example.org/judge", true],
  ["promptfoo:file:///tmp/x.mjs", true],
  ["promptfoo:x.py", true],
  ["promptfoo:file:///gibt-es-nicht.yaml", true],
])("%s runs a program: %s", (id, isCode) => {
  expect(codeInJudge(id)).toEqual(isCode ? [`Richter: ${id}`] : []);
});

test.each([
  ["id: openai:gpt-4.1\nconfig: { temperature: 0 }\n", false],
  ["id: exec:touch /tmp/x\n", true],
  ["- id: openai:gpt-4.1\n", true],
  ["id: [\n", true],
])("a file of settings is looked into: %j", (text, isCode) => {
  const file = writeIn(temporaryFolder(), "richter-1.yaml", text);
  expect(codeInJudge(`promptfoo:file://${file}`)).toHaveLength(isCode ? 1 : 0);
});

test("files that name each other are nobody's judge", () => {
  const folder = temporaryFolder();
  const file = writeIn(folder, "a.yaml", "");
  writeIn(folder, "a.yaml", `id: "file://${file}"\n`);
  expect(codeInJudge(`promptfoo:file://${file}`)).toHaveLength(1);
});
