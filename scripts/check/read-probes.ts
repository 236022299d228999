import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { refuseOutside } from "../../datasets/inside-folder.ts";
import { checkLocated } from "../../datasets/located-value.ts";
import { readYaml } from "../../datasets/read-yaml.ts";

/** One entry of `probe.yaml`: a good answer by somebody who never saw what the graders expect. */
export const probeSchema = z.strictObject({
  case: z.string().min(1).describe("Kennung des Falls."),
  answer: z
    .string()
    .min(1)
    .describe("Eine gute Antwort, geschrieben nur nach Aufgabe und Ausgangstext."),
  note: z.string().optional().describe("Anmerkung für Menschen."),
});
export type Probe = z.infer<typeof probeSchema>;

/** Reads a suite's `probe.yaml`; a suite may be without. Entries of unknown cases are refused. */
export function readProbes(folder: string, suite: Pick<Suite, "cases">): Probe[] {
  const file = join(folder, "probe.yaml");
  if (!existsSync(file)) return [];
  refuseOutside(folder, file);
  const located = readYaml(file);
  const probes = checkLocated(z.array(probeSchema), located);
  const known = new Set(suite.cases.map(({ id }) => id));
  const index = probes.findIndex((probe) => !known.has(probe.case));
  if (index < 0) return probes;
  throw new UserError(`Den Fall „${probes[index]?.case}“ gibt es in dieser Suite nicht.`, {
    code: "unknown-case",
    exitCode: exitCodes.usage,
    place: located.placeOf([index, "case"]),
    nextStep: "Berichtigen Sie die Kennung oder löschen Sie den Eintrag.",
  });
}
