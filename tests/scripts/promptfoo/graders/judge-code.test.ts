import { expect, test } from "vitest";
import { checkAssertions } from "../../../../scripts/promptfoo/graders/check-assertions.ts";
import { codeOfJudge } from "../../../../scripts/promptfoo/graders/judge-code.ts";
import { temporaryFolder, writeIn } from "../../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../../helpers/user-error.ts";

test.each([
  "promptfoo:exec:touch zeuge",
  "promptfoo:/tmp/boese.mjs",
  "promptfoo:./boese.py:antworte",
  "promptfoo:file:///tmp/boese.js",
  "promptfoo:package:@fremd/paket:Klasse",
  "promptfoo:ruby:a.rb",
])("a judge %s is a program", async (judge) => {
  expect(codeOfJudge(judge)).toEqual([`judge: ${judge.slice("promptfoo:".length)}`]);
  const planned = {
    assertion: { type: "llm-rubric" },
    judge,
    place: () => ({ file: "suite.yaml" }),
  };
  const error = await userErrorOf(() => checkAssertions([planned], { allowCode: false }));
  expect(error.code).toBe("code-not-allowed");
  expect(checkAssertions([planned], { allowCode: true })).toHaveLength(1);
});

test.each([undefined, "compatible:haus", "promptfoo:openai:gpt-4.1", "baseline:copy"])(
  "a judge %s runs nothing",
  (judge) => {
    expect(codeOfJudge(judge)).toEqual([]);
  },
);

test.each([
  ["id: openai:gpt-4.1\nconfig: { temperature: 0 }\n", 0],
  ["id: exec:touch zeuge\nconfig: {}\n", 1],
  ["id: openai:gpt-4.1\nconfig: { transformResponse: 'process.exit()' }\n", 1],
  ["- { id: openai:gpt-4.1 }\n- { id: ./boese.mjs }\n", 1],
  ["exec:touch zeuge: {}\n", 1],
  ["{}\n", 1],
])("a file of settings is looked into: %j", (text, found) => {
  const file = writeIn(temporaryFolder(), "richter-1.yaml", text);
  expect(codeOfJudge(`promptfoo:file://${file}`)).toHaveLength(found);
});
