import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { instructionParts, namedPeriods, narrowsForm } from "./letter-form/check-instruction.ts";
import { findInstruction, findParts, letterParts } from "./letter-form/find-parts.ts";
import { readLetter, type Letter } from "./letter-form/letter.ts";
import data from "./letter-form/parts.json" with { type: "json" };
import { readRegime, type Regime } from "./letter-form/regime.ts";
import { styleObstacle } from "./text/style/german-only.ts";
import type { TextRange } from "./text/text-span.ts";

const options = z.strictObject({
  kind: z
    .enum(["bescheid", "brief"])
    .optional()
    .describe(
      "Art des Schreibens. Ohne Angabe: bescheid, wenn der Fall einen Rechtsbehelf nennt, sonst brief.",
    ),
  parts: z
    .array(z.enum(letterParts))
    .min(1)
    .optional()
    .describe("Verlangte Teile, wenn es andere sein sollen als die der Art."),
});

/**
 * Are the parts of a letter or Bescheid there: addressee, reference, date, subject, salutation,
 * operative part, reasons, closing, signature (`kind: bescheid`; a `brief` needs neither reference
 * nor decision nor reasons), and, when the case names a regime in `expected.remedy`, the
 * instruction on legal remedies: remedy, authority or court, seat, period, and the form only where
 * the law asks for it (§ 36 SGB X; not § 58 VwGO, § 37 (6) VwVfG, § 356 AO). The value (0..1) is
 * the share of demanded parts found; threshold 1. Evidence: each part with its place. Measures:
 * `partsDemanded`, `partsFound`.
 *
 * `expected.remedy`: `law` (VwGO, SGB, AO), `remedy` (Widerspruch, Klage, Einspruch) and, as far as
 * known, `authority` or `court`, `seat`, `period` (default: one month); without names any authority
 * and seat will do.
 *
 * Unscored: no word, another language, a law that does not know the remedy. It does not measure
 * whether a part is right in substance, whether the remedy is the right one in the Land, nor form
 * of delivery; a part in unusual words may not be seen. Only the form `schriftlich` where the law
 * also lets one declare for the record is mentioned, but does not count.
 *
 * @example
 * letterForm.grade({ answer: "Guten Tag Frau Beispiel,\nes hat geklappt.\nViele Grüße\nMax Muster" }).score; // value 0.5
 */
export const letterForm = defineGrader({
  name: "letter-form",
  version: "5",
  title: "Teile eines Bescheids oder Briefs",
  needs: [],
  options,
  judge: judgeLetter,
});

/** What is demanded and what was found of it. */
interface Check {
  readonly demanded: readonly string[];
  readonly found: ReadonlyMap<string, TextRange>;
}

function judgeLetter(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const named = context.case.expected?.remedy;
  const regime = named && readRegime(named);
  if (named !== undefined && regime === undefined) {
    return {
      status: "unscored",
      reason: `Zu diesem Gesetz und Rechtsbehelf ist keine Belehrung bekannt: ${Object.values(named).join(", ")}.`,
    };
  }
  const letter = readLetter(answer);
  const kind = context.options.kind ?? (regime === undefined ? "brief" : "bescheid");
  const own = { demanded: context.options.parts ?? data.kinds[kind], found: findParts(letter) };
  const instruction = regime && checkInstruction(letter, regime);
  const evidence = placesOf(own, instruction);
  const demanded = own.demanded.length + (instruction?.demanded.length ?? 0);
  const sentences = [
    partsSentence(kind === "bescheid" ? "Teile des Bescheids" : "Teile des Briefs", own),
    instruction === undefined
      ? "Rechtsbehelfsbelehrung nicht geprüft, weil der Fall kein Verfahren nennt"
      : `${partsSentence(`Rechtsbehelfsbelehrung (${instruction.regime.source})`, instruction)}${remarks(instruction)}`,
  ];
  return {
    status: "scored",
    value: evidence.length / demanded,
    reason: `${sentences.join(". ")}.`,
    measures: { partsDemanded: demanded, partsFound: evidence.length },
    evidence,
  };
}

/** What the instruction on legal remedies says; `section` is undefined when there is none. */
interface InstructionCheck extends Check {
  readonly regime: Regime;
  readonly section: string | undefined;
}

function checkInstruction(letter: Letter, regime: Regime): InstructionCheck {
  const range = findInstruction(letter);
  return {
    demanded: regime.parts,
    found: range === undefined ? new Map() : instructionParts(letter.text, range, regime),
    regime,
    section: range && letter.text.slice(range.start, range.end),
  };
}

/** Every demanded part that was found, as often as it is demanded. */
function placesOf(own: Check, instruction: Check | undefined): Span[] {
  const places: Span[] = [];
  for (const { demanded, found } of instruction === undefined ? [own] : [own, instruction]) {
    for (const part of demanded) {
      const range = found.get(part);
      if (range !== undefined) places.push({ start: range.start, end: range.end, kind: part });
    }
  }
  return places.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function partsSentence(name: string, check: Check): string {
  const titles: Readonly<Record<string, string>> = data.titles;
  const missing = check.demanded.filter((part) => !check.found.has(part));
  const count = `${name}: ${check.demanded.length - missing.length} von ${check.demanded.length} gefunden`;
  if (missing.length === 0) return count;
  return `${count}, es fehlt: ${missing.map((part) => titles[part] ?? part).join(", ")}`;
}

/** What an expert would add: another period than the law's, a form that is too narrow. */
function remarks({ regime, section, found }: InstructionCheck): string {
  if (section === undefined) return "";
  const periods = found.has("period") ? [] : [...new Set(namedPeriods(section))].slice(0, 3);
  const wrong =
    periods.length === 0
      ? ""
      : `. Genannt ist „${periods.join("“, „")}“, richtig ist „${regime.period}“ (${regime.periodSource})`;
  const narrow =
    regime.orally !== undefined && narrowsForm(section)
      ? `. Hinweis: Genannt ist nur die Schriftform; ${regime.orally} lässt auch die Niederschrift zu`
      : "";
  return `${wrong}${narrow}`;
}
