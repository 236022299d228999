import { join } from "node:path";
import { expect, test } from "vitest";
import { readVerdicts } from "../../../analysis/read-verdicts.ts";
import { readRun } from "../../../engine/read-run.ts";
import { startChatServer } from "../../helpers/chat-server.ts";
import { runCommandLine } from "../../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const suite = `schemaVersion: 1
name: ton
version: 1.0.0
title: Ton
graders: { must: ["promptfoo:llm-rubric"] }
options: { "promptfoo:llm-rubric": { value: "Die Antwort ist freundlich.", judge: "compatible:haus" } }
variants: { trained: prompts/a.md }
`;

function caseOf(id: string, text: string, part = ""): string {
  return `- { ${part}id: ${id}, input: { text: ${text} }, reference: Guten Tag, source: erfunden, asOf: 2026-01-01 }\n`;
}

/** The stub answers tasks with their own text, and judges what it is shown as a judge. */
function answer(content: string): string {
  if (!content.includes("freundlich")) return content;
  if (content.includes("lob")) return '{"pass": true, "score": 1, "reason": "freundlich"}';
  if (content.includes("grob")) return '{"pass": false, "score": 0.2, "reason": "grob"}';
  return "Dazu sage ich nichts.";
}

test("a named judge is asked after the calls; what it cannot say is not measured", async () => {
  const server = await startChatServer((body) =>
    answer((body.messages ?? []).map(({ content }) => content).join("\n")),
  );
  const folder = temporaryFolder();
  writeIn(join(folder, "ton"), "suite.yaml", suite);
  writeIn(join(folder, "ton"), "prompts/a.md", "Text: {{text}}");
  const cases = caseOf("a", "lob") + caseOf("b", "grob") + caseOf("c", "stumm");
  const secret = caseOf("d", "lob", "protection: internal, ");
  writeIn(join(folder, "ton"), "faelle.yaml", cases + secret);
  writeIn(
    folder,
    "amtsprobe.yaml",
    `schemaVersion: 1
suites: [${join(folder, "ton")}]
inputs: [raw]
variants: [trained]
models:
  - { id: "compatible:intern", dataClasses: [synthetic, internal], baseURL: "${server.baseURL}", model: stub }
  - { id: "compatible:haus", baseURL: "${server.baseURL}", model: stub }
`,
  );
  const environment = { INIT_CWD: folder };
  const blind = await runCommandLine("eval", ["--no-answers"], { environment });
  expect([blind.code, blind.stderr]).toEqual([2, expect.stringContaining("mit --no-answers")]);
  expect(server.bodies).toHaveLength(0);
  const done = await runCommandLine("eval", ["--model", "compatible:intern", "--out", "lauf"], {
    environment,
  });
  expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
  const verdicts = readVerdicts(await readRun(join(folder, "lauf")));
  expect(verdicts.map(({ case: id, verdict }) => [id, verdict])).toEqual([
    ["a", { status: "passed" }],
    ["b", { status: "failed", class: "wrong" }],
    ["c", { status: "not-measured", because: "grader-error" }],
    ["d", { status: "not-measured", because: "grader-error" }],
  ]);
  expect(verdicts[3]?.scores.get("promptfoo:llm-rubric")?.score.reason).toContain("dataClasses");
  const asked = server.bodies.length;
  const again = await runCommandLine("regrade", ["lauf"], { environment });
  expect([again.code, server.bodies.length]).toEqual([0, asked]);
}, 120_000);

test("an assertion is judged by the model it names, others by the usual one", async () => {
  const server = await startChatServer((body) => {
    const text = (body.messages ?? []).map(({ content }) => content).join("\n");
    if (!text.includes("freundlich")) return "Guten Tag";
    return JSON.stringify({ pass: body.model === "streng", score: 1, reason: body.model });
  });
  const folder = temporaryFolder();
  const asserts = suite
    .replace('must: ["promptfoo:llm-rubric"]', 'must: ["promptfoo:asserts"]')
    .replace(/^options.*$/mu, 'options: { "promptfoo:asserts": { judge: "compatible:haus" } }');
  writeIn(join(folder, "ton"), "suite.yaml", asserts);
  writeIn(join(folder, "ton"), "prompts/a.md", "Text: {{text}}");
  const one = (id: string, judge: string) =>
    `- { id: ${id}, input: { text: lob }, source: erfunden, asOf: 2026-01-01, expected: { assertions: [{ type: llm-rubric, value: freundlich${judge} }] } }\n`;
  writeIn(
    join(folder, "ton"),
    "faelle.yaml",
    one("eigener", ', judge: "compatible:streng"') + one("ueblicher", ""),
  );
  writeIn(
    folder,
    "amtsprobe.yaml",
    `schemaVersion: 1
suites: [${join(folder, "ton")}]
inputs: [raw]
variants: [trained]
models:
  - { id: "compatible:haus", baseURL: "${server.baseURL}", model: stub }
  - { id: "compatible:streng", baseURL: "${server.baseURL}", model: streng }
`,
  );
  const words = ["--model", "compatible:haus", "--out", "lauf"];
  const done = await runCommandLine("eval", words, { environment: { INIT_CWD: folder } });
  expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
  const verdicts = readVerdicts(await readRun(join(folder, "lauf")));
  expect(verdicts.map(({ case: id, verdict }) => [id, verdict.status])).toEqual([
    ["eigener", "passed"],
    ["ueblicher", "failed"],
  ]);
}, 120_000);
