import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cardSchema } from "../../core/card.ts";
import { modelCardSchema } from "../../core/model-card.ts";
import { scoreRecordSchema, trialRecordSchema } from "../../core/trial.ts";
import { checkLocated } from "../../datasets/located-value.ts";
import { readCases } from "../../datasets/read-cases.ts";
import { readConfig } from "../../datasets/read-config.ts";
import { readReportDetails } from "../../datasets/read-report-details.ts";
import { readSuite } from "../../datasets/read-suite.ts";
import { readYaml } from "../../datasets/read-yaml.ts";
import { suiteHash } from "../../engine/identity.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { caseLineSchema } from "../../engine/read-run.ts";
import { readManualFolder } from "../../models/manual-folder.ts";
import { readGateSide } from "../../scripts/gate/read-gate-side.ts";
import { readFindings } from "../../scripts/conclude.ts";
import { programFolder } from "../../scripts/folders.ts";
import { readRequirements } from "../../scripts/requirements.ts";
import { readPromptfooBundle, readPromptfooConfig } from "./promptfoo-readers.ts";
import { promptText, sampleFiles } from "./samples.ts";

/** A reader of files from elsewhere, and sound ones to start from. */
export interface FuzzReader {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  /** Resolves when the bytes were read, rejects when they were refused. */
  readonly read: (bytes: Uint8Array) => Promise<void>;
}

/** The readers of files; `close` takes their folder away. */
export function fileReaders(): { readonly readers: FuzzReader[]; readonly close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-fuzz-"));
  const reader = (name: string, file: string, read: (path: string) => unknown): FuzzReader => {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    return {
      name,
      seeds: seedsOf(name),
      read: async (bytes) => {
        writeFileSync(path, bytes);
        await read(path);
      },
    };
  };
  const readers = [
    reader("suite", "suite.yaml", (path) => suiteHash(readSuite(withParts(dirname(path))))),
    reader("cases-yaml", "faelle.yaml", (path) => JSON.stringify(readCases(path))),
    reader("cases-csv", "faelle.csv", (path) => JSON.stringify(readCases(path))),
    reader("config", "amtsprobe.yaml", readConfig),
    reader("requirements", "anforderungen.yaml", (path) => readRequirements(path, noon)),
    reader("report-details", "bericht.yaml", readReportDetails),
    reader("model-card", "karte.yaml", (path) => checkLocated(modelCardSchema, readYaml(path))),
    reader("manifest", "manifest.json", (path) => readManifest(dirname(path))),
    reader("findings", "findings.json", readFindings),
    reader("baseline", "baseline.json", async (path) => readGateSide(path, "Die Basis")),
    reader("trials", "trials.jsonl", async (path) => readSoundJournal(path, trialRecordSchema)),
    reader("scores", "scores.jsonl", async (path) => readSoundJournal(path, scoreRecordSchema)),
    reader("run-cases", "cases.jsonl", async (path) => readSoundJournal(path, caseLineSchema)),
    reader("cards", "cards.jsonl", async (path) => readSoundJournal(path, cardSchema)),
    reader("manual-table", "fragen.csv", async (path) => readManualFolder(dirname(path))),
    reader("manual-page", "fragen.html", async (path) => readManualFolder(dirname(path))),
    reader("promptfoo-config", "promptfooconfig.yaml", readPromptfooConfig),
    reader("promptfoo-export", "promptfooconfig.amtsprobe.json", readPromptfooBundle),
  ];
  return { readers, close: () => rmSync(folder, { recursive: true, force: true }) };
}

const noon = new Date("2026-11-29T12:00:00Z");

/** A suite's folder is read as a whole. */
function withParts(folder: string): string {
  mkdirSync(join(folder, "prompts"), { recursive: true });
  for (const name of ["a.md", "b.md"]) writeFileSync(join(folder, "prompts", name), promptText);
  writeFileSync(join(folder, "faelle.yaml"), sampleFiles["cases-yaml"] ?? "");
  return folder;
}

function seedsOf(name: string): Uint8Array[] {
  const shipped = shippedFiles[name];
  const own = sampleFiles[name];
  return [
    ...(own === undefined ? [] : [Buffer.from(own)]),
    ...(shipped === undefined ? [] : [readFileSync(join(programFolder, shipped))]),
  ];
}

const shippedFiles: Readonly<Record<string, string>> = {
  config: "amtsprobe.beispiel.yaml",
  "promptfoo-config": "tests/fixtures/promptfoo/buergeramt/promptfooconfig.yaml",
  "model-card": "models/cards/gemma-3-27b-it.yaml",
  requirements: "docs/anforderungen.yaml",
  findings: "tests/fixtures/findings/single-model/findings.json",
  cards: "tests/fixtures/findings/single-model/cards.jsonl",
};
