import { z } from "zod";
import { cardSchema } from "../core/card.ts";
import { authoredCaseSchema } from "../core/case.ts";
import { evidenceSchema } from "../core/evidence.ts";
import { findingsSchema } from "../core/findings.ts";
import { manifestSchema } from "../core/manifest.ts";
import { reportDetailsSchema } from "../core/report-details.ts";
import { requirementsSchema } from "../core/requirements.ts";
import { gateFindingsSchema } from "../core/findings-gate.ts";
import { gateBaselineSchema } from "../core/gate-baseline.ts";
import { quarantineSchema } from "../core/gate-quarantine.ts";
import { variantHeadSchema } from "../core/variant-file.ts";
import { runComparisonSchema } from "../core/run-comparison.ts";
import { modelCardSchema } from "../core/model-card.ts";
import { suiteFileSchema } from "../core/suite.ts";
import { scoreRecordSchema, trialRecordSchema } from "../core/trial.ts";
import { exerciseSchema } from "../training/exercise.ts";
import { configSchema } from "../datasets/read-config.ts";
import { equivalentMutantSchema } from "./check/mutations/read-equivalents.ts";
import { probeSchema } from "./check/read-probes.ts";
import { logEventSchema } from "./eval/log-event.ts";
import { caseLineSchema, planLineSchema } from "../engine/read-run.ts";

const sources: Readonly<Record<string, readonly [string, z.ZodType]>> = {
  suite: ["suite.yaml: eine Suite", suiteFileSchema],
  faelle: ["faelle.yaml: die Fälle einer Suite", z.array(authoredCaseSchema).min(1)],
  probe: ["probe.yaml: gute Antworten in anderen Worten", z.array(probeSchema)],
  mutanten: ["mutanten.yaml: gleichwertige Mutanten", z.array(equivalentMutantSchema)],
  amtsprobe: ["amtsprobe.yaml: Einstellungen eines Laufs", configSchema],
  bericht: ["bericht.yaml: was eine Behörde zum Bericht ergänzt", reportDetailsSchema],
  anforderungen: ["anforderungen.yaml: was vor dem Lauf festgelegt wird", requirementsSchema],
  modellkarte: ["models/cards/*.yaml: was von einem Modell bekannt ist", modelCardSchema],
  manifest: ["manifest.json: was ein Lauf ist", manifestSchema],
  plan: ["plan.jsonl: eine Zeile je geplantem Durchgang", planLineSchema],
  cases: ["cases.jsonl: die gefragten Fälle", caseLineSchema],
  trials: ["trials.jsonl: eine Zeile je beendetem Aufruf", trialRecordSchema],
  scores: ["scores.jsonl: eine Zeile je Durchgang, Grader und Version", scoreRecordSchema],
  findings: ["findings.json: jede Zahl des Berichts", findingsSchema],
  nachweise: ["nachweise.json: Nachweise für die Vergabeakte", evidenceSchema],
  log: ["eine Zeile von npm run eval -- --log-format json", logEventSchema],
  vergleich: [
    "vergleich.json: Läufe auf denselben Fällen verglichen",
    z.array(runComparisonSchema),
  ],
  gate: ["findings.json von npm run gate: ob etwas schlechter wurde", gateFindingsSchema],
  vergleichsbasis: ["baseline.json: womit das Gate vergleicht", gateBaselineSchema],
  quarantaene: [
    "quarantaene.yaml: Fälle, die bis zu einem Tag nicht mitentscheiden",
    quarantineSchema,
  ],
  prompt: ["der Kopf einer Prompt-Datei für --variant-file", variantHeadSchema],
  aufgaben: ["aufgaben.json: Übungen aus Fehlern", z.array(exerciseSchema)],
  cards: ["cards.jsonl: die Texte der Fehlerkarten", cardSchema],
};

/** The JSON Schema of every file an agency writes or reads, by file name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(sources).map(([name, [title, schema]]) => {
      const body = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
      return [`${name}.schema.json`, `${JSON.stringify({ title, ...body }, null, 2)}\n`];
    }),
  );
}
