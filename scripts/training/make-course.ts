import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { strToU8 } from "fflate";
import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import { readManifest } from "../../engine/read-manifest.ts";
import { runFiles } from "../../engine/run-files.ts";
import { styleSheet } from "../../reports/html/style-sheet.ts";
import { renderAgenda } from "../../training/course/agenda.ts";
import { renderAttendance } from "../../training/course/attendance.ts";
import { planCourse, type Role } from "../../training/course/plan-course.ts";
import { renderRules, type RulesGround } from "../../training/course/rules-of-use.ts";
import type { Exercise } from "../../training/exercise.ts";
import { makeExercises, type Made } from "../../training/make-exercises.ts";
import { renderAll } from "../../training/render-all.ts";
import { readFindings } from "../conclude.ts";
import { programFolder } from "../folders.ts";
import { refuseLink, writeOutput } from "../output-folder.ts";
import { competencesOfCard } from "./competences.ts";
import { identifiersIn, judgesOf } from "./judges.ts";
import { materialOf } from "./material.ts";
import { readRunTexts } from "./read-run-texts.ts";
import {
  refuseWithoutAnswers,
  refuseWithoutExercises,
  refuseWithoutFailures,
} from "./nothing-to-teach.ts";

/** What a course is ordered with. */
export interface CourseOrder {
  readonly folder: string;
  /** True for the shipped examples. */
  readonly isShipped: boolean;
  readonly out: string;
  /** Replaces files that are there already. */
  readonly force: boolean;
  readonly minutes: number;
  readonly role: Role;
  /** Exercises in the formats; without it those that fit the time. */
  readonly number: number | undefined;
}

/** How many exercises a course chooses from. */
const choice = 80;

/** Makes all files of a course from a run. Asks no model; the same run gives the same bytes. */
export async function makeCourse(order: CourseOrder) {
  const { folder, out, number } = order;
  refuseLink(out);
  const { made, ground } = await learnFrom(folder, number ?? choice);
  const course = planCourse(made.exercises, order.role, order.minutes);
  const exercises = number === undefined ? course.exercises : made.exercises;
  const sheets = await renderAll(exercises, {
    title: `Übungen: ${ground.title}`,
    style: styleSheet,
    sheetStyle,
    report: order.isShipped
      ? undefined
      : relative(out, runFiles(folder).report).replaceAll("\\", "/"),
  });
  const papers = renderPapers(order, ground, course);
  const protocol = strToU8(`${JSON.stringify(protocolOf(made, exercises), null, 2)}\n`);
  const all = { ...sheets, ...papers, "pruefprotokoll.json": protocol };
  writeOutput(out, new Map(Object.entries(all)), { force: order.force });
  return {
    notes: notesOf(made, exercises),
    summary: {
      exercises: exercises.length,
      files: Object.keys(all).toSorted(),
      skipped: made.skipped,
    },
  };
}

/** What is said of the run in the papers of a course. */
interface PaperGround extends RulesGround {
  readonly title: string;
  readonly createdAt: string;
}

/** Reads a run and makes the exercises; its texts are let go before anything is rendered. */
async function learnFrom(
  folder: string,
  limit: number,
): Promise<{ readonly made: Made; readonly ground: PaperGround }> {
  // First of all, so that a folder without a run is called that.
  readManifest(folder);
  const findings = readFindings(runFiles(folder).findings);
  const records = await readRunTexts(folder);
  const { cards } = records;
  refuseWithoutAnswers(records.manifest, folder);
  refuseWithoutFailures(findings, cards, folder);
  const judges = judgesOf(records.manifest, competencesOfCard);
  const made = makeExercises(materialOf(records, findings), judges, limit);
  refuseWithoutExercises(made, folder);
  const { createdAt } = findings.run;
  const title = shownTitle(findings.run.title, createdAt);
  return { made, ground: { title, createdAt, ...countFailures(findings, cards) } };
}

/** The run's title leaves with every paper; one that names somebody stays here. */
function shownTitle(title: string, createdAt: string): string {
  const named = identifiersIn(title, { expected: {} });
  return named.length === 0 ? title : `Lauf vom ${createdAt.slice(0, 10)}`;
}

/** Judged answers of real models, and their failures by competence, the most frequent first. */
function countFailures(findings: Findings, cards: readonly Card[]): RulesGround {
  const real = new Set(findings.models.filter(({ kind }) => kind === "model").map(({ id }) => id));
  const judged = findings.verdicts
    .filter(({ model }) => real.has(model))
    .reduce((sum, row) => sum + row.trials - row.infrastructure - row.graderError, 0);
  const tags = cards
    .filter(({ model }) => real.has(model))
    .flatMap((card) => competencesOfCard(card));
  const counts = [...Map.groupBy(tags, (tag) => tag)]
    .map(([competence, own]) => ({ competence, failed: own.length }))
    .toSorted((a, b) => b.failed - a.failed || (a.competence < b.competence ? -1 : 1));
  return { judged, counts };
}

const sheetStyle = readFileSync(join(programFolder, "training", "style", "sheet.css"), "utf8");

function renderPapers(
  order: CourseOrder,
  ground: PaperGround,
  course: ReturnType<typeof planCourse>,
): Record<string, Uint8Array> {
  const origin = order.isShipped
    ? "Grundlage sind mitgelieferte Beispielfehler kleiner Modelle."
    : `Grundlage ist der Lauf „${ground.title}“ (${ground.createdAt.slice(0, 10)}, ${ground.judged} beurteilte Antworten).`;
  const paper = {
    title: "KI im Amt: prüfen, fragen, entscheiden",
    style: `${styleSheet}\n${sheetStyle}`,
    origin,
  };
  return {
    "ablauf.html": strToU8(renderAgenda(course, paper)),
    "teilnahme.html": strToU8(renderAttendance(course, paper)),
    "nutzungsregeln.html": strToU8(
      renderRules(ground, { ...paper, title: "Nutzungsregeln für KI" }),
    ),
  };
}

/** What was left out and taken out; kinds and numbers only. */
function protocolOf(made: Made, exercises: readonly Exercise[]) {
  const ids = new Set(exercises.map(({ id }) => id));
  return {
    schemaVersion: 1,
    exercises: exercises.map(({ id, kind, competence, source }) => ({
      id,
      kind,
      competence,
      anchor: source.anchor,
    })),
    redactions: made.redactions.filter(({ exercise }) => ids.has(exercise)),
    skippedFailures: made.skipped,
  };
}

function notesOf(made: Made, exercises: readonly Exercise[]): string[] {
  const ids = new Set(exercises.map(({ id }) => id));
  const redactions = made.redactions.filter(({ exercise }) => ids.has(exercise));
  const removed = redactions.reduce((sum, { count }) => sum + count, 0);
  const notes =
    removed === 0
      ? []
      : [`${removed} Angaben zu Personen wurden entfernt (Liste: pruefprotokoll.json).`];
  const protection = made.skipped["protection"] ?? 0;
  if (protection > 0) {
    notes.push(
      `${protection} Fehler blieben draußen, weil ihr Fall weder erfunden noch öffentlich ist.`,
    );
  }
  return notes;
}
