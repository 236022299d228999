import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { EvidenceFile, EvidenceList } from "../core/evidence.ts";
import type { Findings } from "../core/findings.ts";
import type { Manifest } from "../core/manifest.ts";
import type { Requirements } from "../core/requirements.ts";
import { writeCsv } from "../datasets/write-csv.ts";
import { listEvidence } from "../analysis/evidence/list-evidence.ts";
import { runFiles } from "../engine/run-files.ts";
import { writeOutputFile } from "./output-folder.ts";

/** What the list is made from besides the files. */
export interface EvidenceSource {
  readonly findings: Findings;
  readonly manifest: Manifest;
  readonly requirements: Requirements | undefined;
}

/**
 * Writes `nachweise.json` and `nachweise.csv`, with the SHA-256 of every file in the folder that the
 * findings rest on; of the report only when `withReport` says that it shows these findings.
 */
export function writeEvidence(
  folder: string,
  source: EvidenceSource,
  { withReport }: { readonly withReport: boolean },
): void {
  const { evidence, evidenceTable, report, ...rest } = runFiles(folder);
  const paths = [...Object.values(rest), ...(withReport ? [report] : [])];
  const files = paths.filter((path) => existsSync(path)).map(describeFile);
  const list = listEvidence({ ...source, files });
  writeOutputFile(evidence, `${JSON.stringify(list, null, 2)}\n`, { force: true });
  writeOutputFile(evidenceTable, writeCsv(rowsOf(list)), { force: true });
}

function describeFile(path: string): EvidenceFile {
  return { name: basename(path), bytes: statSync(path).size, sha256: sha256Of(path) };
}

/** In pieces: the scores of a large run would double the memory that the analysis needs. */
function sha256Of(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(2 ** 20);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** One row per piece of evidence, then one per file. */
function rowsOf({ runId, role, entries, files }: EvidenceList): Map<string, string>[] {
  return [
    ...entries.map(({ section, title, subject = "", item, value = "", missing = "", source }) =>
      row([runId, role, String(section), title, subject, item, value, missing, source]),
    ),
    ...files.map(({ name, bytes, sha256 }) =>
      row([runId, role, "10", "Prüfsummen", name, `SHA-256 (${bytes} Byte)`, sha256, "", name]),
    ),
  ];
}

function row(parts: readonly string[]): Map<string, string> {
  return new Map(columns.map((name, at) => [name, asText(parts[at] ?? "")]));
}

const columns = [
  "Lauf",
  "Rolle",
  "Nr.",
  "Abschnitt",
  "Gegenstand",
  "Nachweis",
  "Angabe",
  "Fehlt, weil",
  "Fundstelle",
];

/** Excel would run a text that begins so as a formula. */
function asText(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
