import { join } from "node:path";
import type { ChatBody } from "./chat-server.ts";
import { writeIn } from "./temporary-folder.ts";

const suite = {
  "suite.yaml": `schemaVersion: 1
name: probe
version: 1.0.0
title: Probe
graders: { must: [facts] }
variants: { untrained-kurz: prompts/a.md, trained: prompts/b.md }
`,
  "prompts/a.md": "{{question}} {{text}}",
  "prompts/b.md": "Antworte genau auf die Frage: {{question}} Text: {{text}}",
};

/** Writes a suite `probe` with two variants into a folder; gives its path. */
export function writeSuite(folder: string, cases: number): string {
  const rows = Array.from(
    { length: cases },
    (_, index) => `- id: fall-${index}
  input: { text: "Die Gebühr für Antrag ${index} beträgt ${index + 20} Euro.", question: "Was kostet Antrag ${index}?" }
  expected: { facts: ["${index + 20} Euro"] }
  reference: Der Antrag kostet ${index + 20} Euro.
  source: erfunden
  asOf: 2026-01-01
`,
  );
  for (const [name, text] of Object.entries({ ...suite, "faelle.yaml": rows.join("") })) {
    writeIn(join(folder, "probe"), name, text);
  }
  return join(folder, "probe");
}

/** Writes a configuration for that suite, a model at an endpoint and a baseline; gives its path. */
export function writeConfig(folder: string, baseURL: string, part = ""): string {
  return writeIn(
    folder,
    "amtsprobe.yaml",
    `schemaVersion: 1
suites: [${join(folder, "probe")}]
models:
  - id: compatible:stub
    baseURL: ${baseURL}
    model: stub
    limits: { concurrency: 4 }
  - id: baseline:reference
${part}`,
  );
}

/** Answers with the first number of euro in the prompt. */
export function rightAnswer(body: ChatBody): string {
  const euro = /\d+ Euro/u.exec(body.messages?.[0]?.content ?? "")?.[0] ?? "nichts";
  return `Der Antrag kostet ${euro}.`;
}
