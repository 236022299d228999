import { readFileSync } from "node:fs";
import { cardSchema, type Card } from "../../core/card.ts";
import { findingsSchema, type Findings } from "../../core/findings.ts";
import { bothPrompts } from "../analysis/procurement/both-prompts.ts";

/** The runs under `tests/fixtures/findings`, and one that the analysis makes from records. */
export const fixtureNames = [
  "quick",
  "indistinguishable",
  "nothing-measured",
  "single-model",
  "hostile",
  "procurement",
  "all-failed",
  "both-prompts",
] as const;
export type FixtureName = (typeof fixtureNames)[number];

/** Findings and cards of a made-up run, checked by the schemas of core. */
export function findingsFixture(name: FixtureName): FoundRun {
  if (name === "both-prompts") {
    made ??= bothPrompts();
    return made;
  }
  const lines = readFixture(name, "cards.jsonl")
    .split("\n")
    .filter((line) => line !== "");
  return {
    findings: findingsSchema.parse(JSON.parse(readFixture(name, "findings.json"))),
    cards: lines.map((line) => cardSchema.parse(JSON.parse(line))),
  };
}

interface FoundRun {
  readonly findings: Findings;
  readonly cards: Card[];
}

let made: FoundRun | undefined;

function readFixture(name: FixtureName, file: string): string {
  return readFileSync(new URL(`../fixtures/findings/${name}/${file}`, import.meta.url), "utf8");
}
