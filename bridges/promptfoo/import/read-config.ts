import { checkValue, describeFlaw } from "../../../core/messages.ts";
import { isGroup, type Group } from "./raw-config.ts";
import { readStructured } from "./read-structured.ts";
import { Refusal } from "./refusal.ts";
import type { ImportSession } from "./session.ts";
import { z } from "zod";

const shape = z.looseObject({
  description: z.string().nullish(),
  prompts: z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
  defaultTest: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  evaluateOptions: z.record(z.string(), z.unknown()).nullish(),
});

/** Keys that are taken over. */
const taken = new Set([
  "description",
  "prompts",
  "providers",
  "targets",
  "tests",
  "scenarios",
  "defaultTest",
  "evaluateOptions",
  "nunjucksFilters",
  "assertionTemplates",
  "env",
]);

/** Keys that change neither a prompt nor a verdict. */
const harmless: Readonly<Record<string, string>> = {
  $schema: "nur für den Editor",
  tags: "nur Beschriftung",
  metadata: "nur Beschriftung",
  outputPath: "wohin promptfoo schreibt",
  sharing: "ob promptfoo Ergebnisse teilt; hier verlässt nichts den Rechner",
  writeLatestResults: "ob promptfoo Ergebnisse ablegt",
  commandLineOptions: "Schalter der Befehlszeile von promptfoo",
  derivedMetrics: "Kennzahlen über alle Tests; ein Urteil hängt nicht daran",
};

/** Keys that have no counterpart. */
const refused: Readonly<Record<string, string>> = {
  redteam: "Red-Teaming: promptfoo denkt sich Angriffe auf seinen Servern aus",
  plugins: "Red-Teaming: promptfoo denkt sich Angriffe auf seinen Servern aus",
  strategies: "Red-Teaming: promptfoo denkt sich Angriffe auf seinen Servern aus",
  extensions: "Programme, die in den Lauf von promptfoo eingreifen",
  tracing: "Aufzeichnung der Schritte, die es hier nicht gibt",
};

/** Reads a configuration and says of every key at the top what becomes of it. */
export function readConfig(session: ImportSession, file: string): Group {
  const config = readStructured(session, file);
  if (!isGroup(config)) {
    throw new Refusal(
      "das ist keine Konfiguration von promptfoo; sie beginnt mit Schlüsseln wie prompts, providers und tests",
    );
  }
  const result = checkValue(shape, config);
  if (!result.ok) {
    for (const flaw of result.flaws) session.refuse(config, flaw.path[0], describeFlaw(flaw));
  }
  for (const [key, value] of Object.entries(config)) {
    if (taken.has(key) || value === null || value === undefined) continue;
    const why = refused[key];
    const isOff = key === "tracing" && (value as { enabled?: unknown }).enabled !== true;
    if (why !== undefined && !isOff) session.refuse(config, key, `${key}: ${why}`);
    else {
      const note = harmless[key] ?? "kennt promptfoo nicht und übergeht es";
      session.remark(config, key, `${key}: ${note}`);
    }
  }
  return config;
}
