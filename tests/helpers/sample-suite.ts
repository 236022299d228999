import { caseSchema, type Case } from "../../core/case.ts";
import { suiteFileSchema, type Suite } from "../../core/suite.ts";

/** A case with everything a grader could ask for; parts can be replaced. */
export function sampleCase(part: Record<string, unknown> = {}): Case {
  return caseSchema.parse({
    id: "hundesteuer",
    input: {
      text: "Die Hundesteuer beträgt 96 Euro im Jahr. Frau Elif Sommer zahlt sie bis zum 1. Juli.",
      question: "Was kostet ein Hund im Jahr?",
      pseudonymised: "Die Hundesteuer beträgt 96 Euro im Jahr. [NAME_1] zahlt sie bis zum 1. Juli.",
    },
    expected: { facts: ["96 Euro"], protected: ["Elif Sommer"], answerable: true },
    reference: "Ein Hund kostet 96 Euro Steuer im Jahr.",
    source: "erfunden",
    asOf: "2026-01-01",
    ...part,
  });
}

/** A small suite with one case; parts can be replaced. */
export function sampleSuite(part: Partial<Suite> = {}): Suite {
  const file = suiteFileSchema.parse({
    schemaVersion: 1,
    name: "probe",
    version: "1.0.0",
    title: "Probe",
    graders: { must: ["facts"], hint: [] },
    variants: {
      "untrained-kurz": "prompts/kurz.md",
      "untrained-vage": "prompts/vage.md",
      trained: "prompts/trained.md",
    },
  });
  return {
    ...file,
    prompts: {
      "untrained-kurz": "Kurz: {{question}} {{text}}",
      "untrained-vage": "Mach was mit {{text}} und {{question}}",
      trained: "Antworte genau. {{text}} Frage: {{question}}",
    },
    cases: [sampleCase()],
    ...part,
  };
}
