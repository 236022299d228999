import { baselineOfSide } from "../../analysis/gate/baseline-file.ts";
import type { GateSide } from "../../analysis/gate/gate-side.ts";
import { judgeGate } from "../../analysis/gate/judge-gate.ts";
import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { renderGateTable } from "../../reports/gate-table.ts";
import { readEnvironment } from "../environment.ts";
import { onlyNoWords, wrongUse } from "../options.ts";
import { writeOutputFile } from "../output-folder.ts";
import { printError, printLine } from "../print.ts";
import { fromStart, shownPath } from "../start-folder.ts";
import { readGateOptions } from "./gate-request.ts";
import { promptFileOf } from "./prompt-file-of.ts";
import { readGateSide } from "./read-gate-side.ts";
import { sealBaseline } from "./seal-baseline.ts";
import { tellGithub } from "./tell-github.ts";
import { help, parseWords, type GateWords } from "./words.ts";
import { writeOutputs } from "./write-outputs.ts";

/** `npm run gate`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseWords(words);
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "gate");
  return values.save === undefined ? compare(values) : save(values.save, values);
}

async function compare(words: GateWords): Promise<ExitCode> {
  const { baseline, candidate } = words;
  if (baseline === undefined || candidate === undefined) {
    throw wrongUse(
      `Es fehlt ${baseline === undefined ? "--baseline ORDNER|DATEI" : "--candidate ORDNER"}.`,
      "gate",
    );
  }
  if (words["with-answers"] === true) {
    throw wrongUse("--with-answers gibt es nur zusammen mit --save.", "gate");
  }
  const options = readGateOptions(words, new Date());
  const before = await readGateSide(baseline, "Die Vergleichsbasis");
  const after = await readGateSide(candidate, "Den neuen Lauf");
  const findings = judgeGate(before, after, options);
  const written = writeOutputs(findings, words);
  if (words.json === true) printLine(JSON.stringify(findings));
  else renderGateTable(findings).forEach(printLine);
  for (const path of written) printError(`Geschrieben: ${shownPath(path)}`);
  if (words.github === true) {
    tellGithub(findings, readEnvironment(), promptFileOf(candidate)).forEach(printError);
  }
  return findings.exitCode;
}

async function save(file: string, words: GateWords): Promise<ExitCode> {
  const { baseline, candidate } = words;
  const run = candidate ?? baseline;
  if (run === undefined || (baseline !== undefined && candidate !== undefined)) {
    throw wrongUse("--save braucht genau einen Lauf: --candidate ORDNER.", "gate");
  }
  const side = await readGateSide(run, "Den Lauf");
  const saved = sealBaseline(baselineOfSide(side, words["with-answers"] === true));
  const target = fromStart(file);
  const text = `${JSON.stringify(saved, null, 1)}\n`;
  writeOutputFile(target, text, { force: words.force === true });
  const missing = side.trials.filter(({ result }) => result === "missing").length;
  if (missing > 0) {
    printError(
      `Achtung: ${missing} Durchgänge dieses Laufs haben keine Antwort und fehlen der Vergleichsbasis.`,
    );
  }
  if (words["with-answers"] === true && keepsNone(side)) {
    printError(
      "Achtung: Dieser Lauf bewahrt keine Antworten auf (--no-answers); auch die Vergleichsbasis enthält keine.",
    );
  }
  if (words.json === true)
    printLine(JSON.stringify({ written: target, trials: side.trials.length }));
  else printLine(`Vergleichsbasis: ${shownPath(target)}, ${side.trials.length} Durchgänge`);
  return exitCodes.done;
}

/** Something was answered, and not one text is there. */
function keepsNone({ trials }: GateSide): boolean {
  const answered = trials.filter(({ result }) => result !== "missing");
  return answered.length > 0 && answered.every(({ answer }) => answer === undefined);
}
