import { usualSettings } from "../../analysis/gate/gate-rule.ts";
import type { GateOptions } from "../../analysis/gate/judge-gate.ts";
import { inputKindSchema, type InputKind } from "../../core/case.ts";
import { quarantineSchema, type Quarantine } from "../../core/gate-quarantine.ts";
import { checkLocated } from "../../datasets/located-value.ts";
import { readYaml } from "../../datasets/read-yaml.ts";
import { wrongUse } from "../options.ts";
import { fromStart } from "../start-folder.ts";
import type { GateWords } from "./words.ts";

/** What the words ask of the gate. */
export function readGateOptions(words: GateWords, now: Date): GateOptions {
  return {
    settings: {
      maxDrop: percent(words["max-drop"], "max-drop") ?? usualSettings.maxDrop,
      maxMissing: percent(words["max-missing"], "max-missing") ?? usualSettings.maxMissing,
      strict: words.strict ?? usualSettings.strict,
    },
    choice: {
      model: words.model,
      variant: words.variant,
      input: readInput(words.input),
      baselineModel: words["baseline-model"],
      baselineVariant: words["baseline-variant"],
    },
    quarantine: readQuarantine(words.quarantine),
    today: now.toISOString().slice(0, 10),
  };
}

function readInput(name: string | undefined): InputKind | undefined {
  if (name === undefined) return undefined;
  const result = inputKindSchema.safeParse(name);
  if (result.success) return result.data;
  throw wrongUse(
    `Die Eingabe „${name}“ gibt es nicht; möglich sind raw und pseudonymised.`,
    "gate",
  );
}

function percent(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text.trim().replace(/%$/u, "").replace(",", "."));
  if (/\d/u.test(text) && value >= 0 && value <= 50) return value / 100;
  throw wrongUse(`--${name} erwartet eine Zahl von 0 bis 50, nicht „${text}“.`, "gate");
}

/** An empty file is an empty list. */
function readQuarantine(file: string | undefined): Quarantine {
  if (file === undefined) return [];
  const located = readYaml(fromStart(file));
  return located.value === null || located.value === ""
    ? []
    : checkLocated(quarantineSchema, located);
}
