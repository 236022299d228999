import type { InputKind } from "../core/case.ts";
import type { FailureClass } from "../core/failure-class.ts";
import type { Findings } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import failureClasses from "./words/failure-classes.json" with { type: "json" };
import graders from "./words/graders.json" with { type: "json" };
import words from "./words/labels.json" with { type: "json" };

/** The names under which a report speaks of models, suites and prompts. */
export interface Labels {
  readonly model: (id: string) => string;
  readonly suite: (name: string) => string;
  readonly variant: (name: string) => string;
  readonly input: (kind: InputKind) => string;
}

/** What labels are made from; findings have it, and so does a comparison of runs. */
export interface Named {
  readonly models: Findings["models"];
  readonly suites: readonly { readonly name: string; readonly title: string }[];
}

/** Names for everything in the findings; what has no name of its own keeps its id. */
export function labelsFor(findings: Named): Labels {
  const models = new Map(findings.models.map((model) => [model.id, modelName(model, findings)]));
  const suites = new Map(findings.suites.map((suite) => [suite.name, suite.title]));
  return {
    model: (id) => models.get(id) ?? id,
    suite: (name) => (name === allSuites ? "Alle Aufgaben" : (suites.get(name) ?? name)),
    variant: variantLabel,
    input: inputLabel,
  };
}

/** German name of a prompt variant; one that somebody added keeps its name. */
export function variantLabel(name: string): string {
  return lookUp(words.variants, name) ?? name;
}

/** German name of one of the two inputs of a case. */
export function inputLabel(kind: InputKind): string {
  return words.inputs[kind];
}

/** The name of the mean over the suites in the findings. */
export const allSuites = "alle";

/** Name and one sentence for a class of failure. */
export function failureClassLabel(name: FailureClass): { title: string; meaning: string } {
  return failureClasses[name];
}

/** A baseline that shows how good an answer can be; the others show how little is enough. */
export function isCeiling(modelId: string): boolean {
  return words.ceilings.includes(modelId);
}

/** German name of a call parameter. */
export function parameterLabel(name: string): string {
  return lookUp(words.parameters, name) ?? name;
}

/** German name of a detail that a model records about itself. */
export function detailLabel(name: string): string {
  return lookUp(words.details, name) ?? name;
}

/** German name of a data class. */
export function dataClassLabel(name: string): string {
  return lookUp(words.dataClasses, name) ?? name;
}

/** What a grader looks at, in a few German words; one nobody knows keeps its name. */
export function graderLabel(name: string): string {
  return lookUp(graders, name) ?? name;
}

function modelName(model: ModelDescription, findings: Named): string {
  const baseline = lookUp(words.baselines, model.id);
  if (baseline !== undefined) return baseline;
  const name = model.name ?? model.id;
  const namesakes = findings.models.filter((other) => other.name === model.name);
  return namesakes.length > 1 ? model.id : name;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
