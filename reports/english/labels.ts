import type { InputKind } from "../../core/case.ts";
import type { FailureClass } from "../../core/failure-class.ts";
import { allSuites, labelsFor, type Labels, type Named } from "../labels.ts";
import type { Part } from "../html/escape.ts";
import { quoted } from "./quoted.ts";
import failureClasses from "./failure-classes.json" with { type: "json" };
import graders from "./graders.json" with { type: "json" };
import words from "./labels.json" with { type: "json" };

const classes: Readonly<Record<FailureClass, { title: string; meaning: string }>> = failureClasses;
const inputs: Readonly<Record<InputKind, string>> = words.inputs;

/** English names for everything in the findings; titles of tasks stay German. */
export function labelsOf(findings: Named, anonymous: boolean): Labels {
  const labels = labelsFor(findings);
  return {
    model: (id) => lookUp(words.baselines, id) ?? offerName(labels.model(id), anonymous),
    suite: (name) => (name === allSuites ? "All tasks" : labels.suite(name)),
    variant: (name) => lookUp(words.variants, name) ?? name,
    input: (kind) => inputs[kind],
  };
}

/** Name and one sentence for a class of failure. */
export function failureClassLabel(name: FailureClass): { title: string; meaning: string } {
  return classes[name];
}

export function parameterLabel(name: string): string {
  return lookUp(words.parameters, name) ?? name;
}

/** Name of a detail that a model records about itself. */
export function detailLabel(name: string): Part {
  return lookUp(words.details, name) ?? quoted(name);
}

/** Name of a line of a model's card; the run has it in German. */
export function cardLabel(label: string): Part {
  return lookUp(words.cards, label) ?? quoted(label);
}

export function dataClassLabel(name: string): string {
  return lookUp(words.dataClasses, name) ?? name;
}

/** What a grader looks at, in a few words; one nobody knows keeps its name. */
export function graderLabel(name: string): string {
  return lookUp(graders, name) ?? name;
}

function offerName(name: string, anonymous: boolean): string {
  return anonymous ? name.replace(/^Angebot (?=\d+$)/u, "Offer ") : name;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
