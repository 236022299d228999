import type {
  GateChange,
  GateCriterion,
  GateCritical,
  GateFindings,
} from "../../core/findings-gate.ts";
import { counted } from "../sentences/counted.ts";
import { decimal, percent, points, probability } from "../sentences/numbers.ts";

/** One line for each outcome. */
export const outcomeWords: Readonly<Record<GateFindings["outcome"], string>> = {
  held: "Grün: nicht schlechter geworden",
  worse: "Rot: schlechter geworden",
  "too-few": "Zu wenig Fälle, um das zu sagen",
  invalid: "Ungültig: zu viele Antworten fehlen",
};

/** `--strict` is red also where nothing is shown. */
export function headlineOf({ outcome, rule, criteria, critical }: GateFindings): string {
  const isShown =
    criteria.some(({ deciding, status }) => deciding && status === "worse") ||
    critical.some(({ status }) => status === "broken");
  if (outcome === "worse" && rule.strict && !isShown) {
    return "Rot (--strict): nicht gezeigt, dass es gleich gut geblieben ist";
  }
  return outcomeWords[outcome];
}

/** What a person does next. */
export function nextStepOf({ outcome, rule, criteria }: GateFindings): string {
  if (outcome === "invalid" && criteria.some(({ deciding, cases }) => deciding && cases === 0)) {
    return "Nehmen Sie Fälle aus der Quarantäne.";
  }
  return {
    held: "Der neue Prompt kann bleiben.",
    worse: rule.strict
      ? "Sehen Sie unten nach, was durchfiel, und ändern Sie den Prompt; sind es nur zu wenig Fälle, fragen Sie alle (--profile full)."
      : "Sehen Sie unten nach, was durchfiel, und ändern Sie den Prompt. Ist es so gewollt, legen Sie die Vergleichsbasis neu an (npm run gate -- --save).",
    "too-few":
      "Das Gate hält nicht auf. Für ein Urteil fragen Sie alle Fälle (--profile full) oder ergänzen die Suite; --strict verlangt den Nachweis.",
    invalid:
      "Fragen Sie nach, was fehlt (npm run eval -- --resume ORDNER), und starten Sie das Gate noch einmal.",
  }[outcome];
}

export const criterionWords: Readonly<Record<GateCriterion["status"], string>> = {
  worse: "schlechter",
  held: "gehalten",
  "too-few": "zu wenig Fälle",
  "not-measured": "nicht gemessen",
};

export const criticalWords: Readonly<Record<GateCritical["status"], string>> = {
  broken: "durchgefallen",
  held: "gehalten",
  "failed-before": "schon vorher durchgefallen",
  "too-few-attempts": "zu wenig Versuche",
  "not-measured": "nicht gemessen",
};

/** Columns of the table of criteria. */
export const criterionColumns = [
  "Suite",
  "Modell",
  "Prompt",
  "Eingabe",
  "Fälle",
  "vorher",
  "jetzt",
  "Änderung (95 %)",
  "p (Holm)",
  "nachweisbar ab",
  "Ergebnis",
] as const;

/** The cells of a criterion, in the order of {@link criterionColumns}. */
export function criterionCells(row: GateCriterion): string[] {
  const { n, cases, drop, low, high, detectable } = row;
  const ofAll = n === cases ? decimal(n) : `${decimal(n)} von ${decimal(cases)}`;
  const change =
    drop === undefined || low === undefined || high === undefined
      ? "–"
      : `${points(-drop)} (${points(-high)} bis ${points(-low)})`;
  return [
    row.title,
    row.model,
    row.variant === row.baselineVariant ? row.variant : `${row.variant} / ${row.baselineVariant}`,
    row.input,
    ofAll,
    n === 0 ? "–" : percent(row.passedBefore / n),
    n === 0 ? "–" : percent(row.passedAfter / n),
    change,
    row.pHolm === undefined ? "–" : probability(row.pHolm),
    detectable === undefined ? "–" : `${points(-detectable)} Punkte`,
    row.deciding ? criterionWords[row.status] : `${criterionWords[row.status]} (nur gezeigt)`,
  ].map((cell) => cell.replaceAll("\u00a0", " "));
}

/** `2 von 3 bestanden`; answers that did not come are said. */
export function attemptsText({ passed, failed, missing }: GateCritical["after"]): string {
  const all = passed + failed + missing;
  if (all === 0) return "nicht gefragt";
  const silent = missing === 0 ? "" : `, ${missing} ohne Antwort`;
  return `${passed} von ${all} bestanden${silent}`;
}

/** `hundesteuer (buergerfragen, m, trained, raw, Versuch 2)` */
export function changeTitle(change: GateChange): string {
  const attempt = change.attempt === 1 ? "" : `, Versuch ${change.attempt}`;
  const mark = change.critical ? "kritisch: " : "";
  return `${mark}${change.case} (${change.suite}, ${change.model}, ${change.variant}, ${change.input}${attempt})`;
}

/** A case with changed answers: the first of them, and how many. */
export interface CaseChange {
  readonly change: GateChange;
  readonly attempts: number;
}

/** One for each case, however often it was asked. */
export function firstOfEachCase(changes: readonly GateChange[]): CaseChange[] {
  const byCase = Map.groupBy(changes, ({ suite, case: id, model, variant, input }) =>
    JSON.stringify([suite, id, model, variant, input]),
  );
  return [...byCase.values()].flatMap((own) =>
    own[0] === undefined ? [] : [{ change: own[0], attempts: own.length }],
  );
}

/** ` · ebenso in 4 weiteren Versuchen` */
export function otherAttempts(attempts: number): string {
  if (attempts === 1) return "";
  return attempts === 2
    ? " · ebenso in 1 weiteren Versuch"
    : ` · ebenso in ${attempts - 1} weiteren Versuchen`;
}

/** An answer, or that the baseline keeps none. */
export function beforeText({ before }: GateChange): string {
  return shown(before.answer ?? "(bestanden; die Vergleichsbasis enthält keine Antworten)");
}

/** An answer, or that the run keeps none. */
export function afterText({ after }: GateChange): string {
  return shown(after.answer ?? "(durchgefallen; der Lauf bewahrt keine Antworten auf)");
}

/** Never nothing. */
function shown(answer: string): string {
  return answer.trim() === "" ? "(leere Antwort)" : answer;
}

/** What is worth a line beside the tables: missing, flaky, quarantined. */
export function sideLines(findings: GateFindings): string[] {
  const { missing, flaky, quarantined, criteria } = findings;
  const failing = criteria.filter(({ deciding }) => deciding).flatMap((row) => row.failedBoth);
  return [
    ...listLine(
      `Ohne Antwort, also nicht bestanden und nicht mitgezählt (${counted(missing.length, "case")})`,
      missing.map(
        ({ case: id, side, because }) => `${id} (${sideText[side]}, ${whyText[because]})`,
      ),
    ),
    ...listLine(
      "Schwanken zwischen den Versuchen",
      flaky.map(
        ({ case: id, side, passed, of }) => `${id} (${sideText[side]}, ${passed} von ${of})`,
      ),
    ),
    ...listLine(
      "In Quarantäne, entscheiden nicht mit",
      quarantined.map(
        ({ case: id, until, reason }) => `${id} (bis ${germanDay(until)}: ${reason})`,
      ),
    ),
    ...listLine("Vorher wie jetzt durchgefallen (nicht rot)", [...new Set(failing)]),
  ];
}

const sideText = { baseline: "Vergleichsbasis", candidate: "neuer Lauf" } as const;
const whyText = {
  infrastructure: "Technik",
  "grader-error": "Grader konnte nicht urteilen",
  "no-trial": "nicht gefragt",
} as const;

/** At most thirty names. */
function listLine(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const rest = names.length > 30 ? `, und ${names.length - 30} weitere in findings.json` : "";
  return [`${what}: ${names.slice(0, 30).join(", ")}${rest}`];
}

/** `31.12.2026` */
function germanDay(iso: string): string {
  return iso.split("-").toReversed().join(".");
}
