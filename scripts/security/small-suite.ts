import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Plausible answers to its questions with a wrong figure, each told differently: a course is made of them. */
export const wrongAnswers = [
  "Das kostet 99 Euro.",
  "Die Gebühr für diesen Antrag beträgt 77 Euro und ist sofort zu zahlen.",
  "Für Ihren Antrag fallen insgesamt 55 Euro an, die Sie bitte überweisen.",
] as const;

const suite = `schemaVersion: 1
name: probe
version: 1.0.0
title: Probe
graders: { must: [facts] }
variants: { untrained-kurz: prompts/a.md, trained: prompts/b.md }
`;

/** Writes a suite `probe` of a few cases with two variants into a folder, and gives its path. */
export function writeSmallSuite(folder: string, cases: number): string {
  const rows = Array.from({ length: cases }, (_, index) => ({
    id: `fall-${index}`,
    input: {
      text: `Die Gebühr für Antrag ${index} beträgt ${index + 20} Euro.`,
      question: `Was kostet Antrag ${index}?`,
    },
    expected: { facts: [`${index + 20} Euro`] },
    reference: `Der Antrag kostet ${index + 20} Euro.`,
    source: "erfunden",
    asOf: "2026-01-01",
  }));
  const files = {
    "suite.yaml": suite,
    "prompts/a.md": "{{question}} {{text}}",
    "prompts/b.md": "Antworte genau auf die Frage: {{question}} Text: {{text}}",
    // JSON is YAML.
    "faelle.yaml": JSON.stringify(rows),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "probe", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(folder, "probe");
}
