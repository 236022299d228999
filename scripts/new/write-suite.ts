import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Case } from "../../core/case.ts";
import { writeCsv } from "../../datasets/write-csv.ts";
import { readCases } from "../../datasets/read-cases.ts";
import { rowFromCase } from "../../datasets/row-from-case.ts";
import { programFolder } from "../folders.ts";
import { refuseLink, writeOutputFile } from "../output-folder.ts";
import { checkIsFree } from "./suite-name.ts";

/** What the questions settle. */
export interface SuiteOrder {
  readonly name: string;
  /** Whole path. */
  readonly folder: string;
  /** The folder as the person types it in commands. */
  readonly shown: string;
  readonly title: string;
  readonly task: string;
  readonly format: string;
  readonly office: string;
  /** ISO date. */
  readonly today: string;
  /** Marks a suite that is held back. */
  readonly canary?: string | undefined;
}

const templates = join(import.meta.dirname, "templates");

/** Kinds of task there is a template for, with what the model is to do. */
export const tasks: Readonly<Record<string, string>> = {
  frage: "Fragen aus einem amtlichen Text beantworten",
  vereinfachung: "einen amtlichen Text in Einfache Sprache übertragen",
  zusammenfassung: "einen Text für jemanden zusammenfassen",
  schreiben: "etwas schreiben, ohne geschützte Angaben preiszugeben",
};

/** Writes a new suite's folder; an existing folder with anything in it is left alone. */
export function writeSuite(order: SuiteOrder): string[] {
  const { folder, task, format } = order;
  refuseLink(folder);
  checkIsFree(folder);
  const files = readdirSync(join(templates, task), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:yaml|md)$/u.test(file))
    .toSorted();
  for (const file of files) writeFilled(join(templates, task, file), join(folder, file), order);
  writeFilled(join(templates, "README.md.txt"), join(folder, "README.md"), order);
  if (format === "csv") turnIntoCsv(order);
  const cases = format === "csv" ? ["faelle.csv", "faelle-erklaert.yaml"] : ["faelle.yaml"];
  return [
    "suite.yaml",
    ...cases,
    ...files.filter((file) => file.startsWith("prompts")),
    "README.md",
  ];
}

function writeFilled(source: string, target: string, order: SuiteOrder): void {
  const values: Readonly<Record<string, string>> = {
    NAME: order.name,
    TITEL: JSON.stringify(order.title),
    STELLE: order.office,
    ZWECK: `Ein Modell soll ${tasks[order.task] ?? order.task}. …`,
    ORDNER: order.shown,
    HEUTE: order.today,
    MONAT: order.today.slice(0, 7),
  };
  const text = readFileSync(source, "utf8").replaceAll(
    /__([A-Z]+)__/gu,
    (whole, name: string) => values[name] ?? whole,
  );
  writeOutputFile(target, withHead(text, target, order), { force: false });
}

/** The lines at the start of a file of data: its schema for the editor, and the canary. */
function withHead(text: string, target: string, order: SuiteOrder): string {
  const schema = schemas[basename(target)];
  if (schema === undefined) return text;
  const line = `# yaml-language-server: $schema=${schemaAddress(order.folder, schema)}\n`;
  if (schema === "suite") return line + withCanary(text, order.canary);
  const { canary } = order;
  return line + (canary === undefined ? "" : `# Zurückgehalten, Kennfolge: ${canary}\n`) + text;
}

const schemas: Readonly<Record<string, string>> = {
  "suite.yaml": "suite",
  "faelle.yaml": "faelle",
};

/** Where the editor finds a schema from the suite's folder; an address when it is on another drive. */
function schemaAddress(folder: string, name: string): string {
  const file = join(programFolder, "docs", "schemas", `${name}.schema.json`);
  const way = relative(folder, file);
  return isAbsolute(way) ? pathToFileURL(file).href : encodeURI(way.split(sep).join("/"));
}

function withCanary(text: string, canary: string | undefined): string {
  if (canary === undefined) return text;
  const line = `\n# Zurückgehalten: nicht veröffentlichen. Kennt ein Modell diese Folge, hat es die Suite gesehen.\ncanary: ${canary}\n`;
  return text.replace(/^title:.*\n/mu, (title) => title + line);
}

/** The same cases as a table for Excel; the explained file stays beside it under another name. */
function turnIntoCsv({ folder, canary }: SuiteOrder): void {
  const yaml = join(folder, "faelle.yaml");
  const cases: readonly Case[] = readCases(yaml);
  const rows = cases.map(rowFromCase);
  if (canary !== undefined) for (const row of rows) row.set("#kennfolge", canary);
  writeOutputFile(join(folder, "faelle.csv"), writeCsv(rows), { force: false });
  const explained = readFileSync(yaml, "utf8");
  const note =
    "# Diese Datei erklärt die Spalten von faelle.csv; gelesen wird nur faelle.csv.\n# input: text heißt dort input.text, expected: facts heißt expected.facts, mit „|“ zwischen den Angaben.\n# Spalten, deren Name mit „#“ beginnt, sind Bemerkungen.\n\n";
  writeOutputFile(join(folder, "faelle-erklaert.yaml"), note + explained, { force: false });
  rmSync(yaml);
}
