import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./compare.ts";
import { nodeFlags } from "./harnesses.ts";
import { runMeasured, type StubServer } from "./processes.ts";

const suite = `schemaVersion: 1
name: bench
version: 1.0.0
title: Vergleich
graders: { must: [facts] }
variants: { untrained-kurz: prompts/a.md, trained: prompts/a.md }
`;

const cases = `- id: ausweis
  input: { text: "Der Ausweis kostet 37 Euro.", question: "Was kostet der Ausweis?" }
  expected: { facts: ["37 Euro"] }
  reference: Der Ausweis kostet 37 Euro.
  source: erfunden
  asOf: 2026-01-01
`;

/**
 * Milliseconds from the start of \`npm run eval\`'s program to its first call, as often as said: the
 * whole way over configuration, suite, plan, run folder and the look at the endpoint.
 */
export async function measureFirstCall(server: StubServer, times: number): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    found.push(await inFolder(async (folder) => startOnce(server, folder)));
  }
  return found;
}

async function startOnce(server: StubServer, folder: string): Promise<number> {
  mkdirSync(join(folder, "bench", "prompts"), { recursive: true });
  writeFileSync(join(folder, "bench", "suite.yaml"), suite);
  writeFileSync(join(folder, "bench", "faelle.yaml"), cases);
  writeFileSync(join(folder, "bench", "prompts", "a.md"), "{{question}} {{text}}");
  const config = join(folder, "amtsprobe.yaml");
  const models = `models:\n  - { id: "compatible:stub", baseURL: "${server.address}", model: stub }`;
  writeFileSync(config, `schemaVersion: 1\nsuites: [${join(folder, "bench")}]\n${models}\n`);
  const { first } = await server.watch();
  const begin = performance.timeOrigin + performance.now();
  const words = [...nodeFlags, "scripts/eval.mjs", "--config", config, "--no-cache"];
  const program = [process.execPath, ...words, "--out", join(folder, "lauf")];
  const { code, stderr } = await runMeasured({ words: program });
  if (code !== 0) throw new Error(`eval ended with ${code}: ${stderr.slice(-2000)}`);
  return (await first) - begin;
}
