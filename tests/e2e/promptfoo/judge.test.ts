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

/** A suite of two cases whose judge stands in a file of settings elsewhere. */
async function judgedElsewhere(price: string) {
  const server = await startChatServer((body) =>
    body.model === "richter" ? '{"pass": true, "score": 1, "reason": "gut"}' : "Guten Tag",
  );
  const folder = temporaryFolder();
  writeIn(join(folder, "ton"), "suite.yaml", suite);
  writeIn(join(folder, "ton"), "prompts/a.md", "Text: {{text}}");
  writeIn(join(folder, "ton"), "faelle.yaml", caseOf("a", "eins") + caseOf("b", "zwei"));
  const config = writeIn(
    join(folder, "einstellungen"),
    "meine.yaml",
    `schemaVersion: 1
suites: [${join(folder, "ton")}]
inputs: [raw]
variants: [trained]
models:
  - { id: "compatible:frei", baseURL: "${server.baseURL}", model: stub, price: { inputPerMillion: 0, outputPerMillion: 0, asOf: 2026-01-01 } }
  - { id: "compatible:haus", baseURL: "${server.baseURL}", model: richter${price} }
`,
  );
  const judged = () => server.bodies.filter(({ model }) => model === "richter").length;
  const run = async (...words: string[]) =>
    runCommandLine("eval", ["--config", config, "--model", "compatible:frei", ...words], {
      environment: { INIT_CWD: folder },
    });
  return { folder, run, judged, config };
}

// The stub counts 10 tokens in and 5 out: a judgement costs 0,001 €.
const priced =
  ", parameters: { maxTokens: 50 }, price: { inputPerMillion: 50, outputPerMillion: 100, asOf: 2026-01-01 }";

test("a judge is looked up in the file that --config names", async () => {
  const { folder, run, judged } = await judgedElsewhere("");
  const done = await run("--out", "lauf");
  expect([done.code, done.stderr]).toEqual([0, expect.any(String)]);
  const verdicts = readVerdicts(await readRun(join(folder, "lauf")));
  expect(verdicts.map(({ verdict }) => verdict.status)).toEqual(["passed", "passed"]);
  expect(judged()).toBe(2);
}, 120_000);

test("judgements are paid from the budget, and a resumed run knows what they did cost", async () => {
  const { folder, run, judged, config } = await judgedElsewhere(priced);
  // One judgement costs at the most some cents (its bytes and 50 tokens), and then 0,001 €.
  const done = await run("--budget", "0,0001", "--out", "arm");
  const poor = readVerdicts(await readRun(join(folder, "arm")));
  expect(poor.map(({ verdict }) => verdict)).toEqual(
    poor.map(() => ({ status: "not-measured", because: "grader-error" })),
  );
  expect([done.code, judged()]).toEqual([0, 0]);
  const rich = await run("--budget", "1", "--out", "reich");
  expect([rich.code, judged()]).toEqual([0, 2]);
  expect(rich.stdout).toContain("von 1,00");
  const { sessions } = (await readRun(join(folder, "reich"))).manifest;
  expect(sessions.map(({ judges }) => judges)).toEqual([
    { billed: expect.closeTo(0.002, 6) as number, uncertain: 0 },
  ]);
  const resumed = await runCommandLine(
    "eval",
    ["--resume", "arm", "--budget", "1", "--config", config],
    {
      environment: { INIT_CWD: folder },
    },
  );
  expect([resumed.code, judged()]).toEqual([0, 4]);
}, 120_000);

test("a budget is refused for a judge elsewhere whose price nobody named", async () => {
  const { folder, run } = await judgedElsewhere("");
  const text = suite.replace("compatible:haus", "promptfoo:openai:gpt-4.1");
  writeIn(join(folder, "ton"), "suite.yaml", text);
  const { code, stderr } = await run("--budget", "1", "--out", "lauf");
  expect([code, stderr]).toEqual([2, expect.stringContaining("promptfoo:openai:gpt-4.1")]);
}, 120_000);

test("a suite alone does not decide who gets texts and keys", async () => {
  const { folder, run } = await judgedElsewhere("");
  writeIn(join(folder, "ton"), "suite.yaml", suite.replace("compatible:haus", "openai:gpt-4.1"));
  const { code, stderr } = await run("--out", "lauf");
  expect([code, stderr]).toEqual([2, expect.stringContaining("nicht in Ihren Einstellungen")]);
  const options = JSON.stringify({ value: "freundlich", judge: "openai:gpt-4.1" });
  const graded = await runCommandLine(
    "grade",
    ["--grader", "promptfoo:llm-rubric", "--options", options],
    {
      input: '{"id":"1","answer":"Guten Tag"}\n',
      environment: { INIT_CWD: folder, OPENAI_API_KEY: "sk-0123456789abcdef" },
    },
  );
  expect(graded.stdout).toContain("nicht in Ihren Einstellungen");
}, 120_000);
