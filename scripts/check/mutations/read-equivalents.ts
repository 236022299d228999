import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { refuseOutside } from "../../../datasets/inside-folder.ts";
import { checkLocated } from "../../../datasets/located-value.ts";
import { readYaml } from "../../../datasets/read-yaml.ts";
import { operators } from "./mutant.ts";

/** One entry of `mutanten.yaml`: a mutant that is no mistake, and why. */
export const equivalentMutantSchema = z.strictObject({
  case: z.string().min(1).describe("Kennung des Falls."),
  operator: z.enum(operators).describe("Art der Veränderung, wie die Prüfung sie nennt."),
  change: z.string().min(1).describe("Die Veränderung, wörtlich wie in der Ausgabe der Prüfung."),
  reason: z.string().min(10).describe("Warum die veränderte Antwort immer noch richtig ist."),
});
export type EquivalentMutant = z.infer<typeof equivalentMutantSchema>;

/** Reads a suite's `mutanten.yaml`; a suite without one has no equivalent mutants. */
export function readEquivalents(folder: string): EquivalentMutant[] {
  const file = join(folder, "mutanten.yaml");
  if (!existsSync(file)) return [];
  refuseOutside(folder, file);
  return checkLocated(z.array(equivalentMutantSchema), readYaml(file));
}
