import { z } from "zod";
import { flag } from "../core/coerce.ts";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import {
  findAddressSlips,
  type AddressFinding,
  type AddressKind,
} from "./address/address-findings.ts";
import { quotedList } from "./text/style/german-count.ts";
import { styleObstacle } from "./text/style/german-only.ts";
import { readStyleText } from "./text/style/style-text.ts";
import type { TextRange } from "./text/text-span.ts";
import { textWords } from "./text/text-words.ts";
import { wordProperty } from "./text/word.ts";

const options = z.strictObject({
  tone: flag().default(true).describe("Auch den Ton prüfen (ja oder nein). Ohne Angabe: ja."),
});

const titles: Readonly<Record<AddressKind, string>> = {
  informal: "Du-Form",
  "lower-case": "Anrede klein geschrieben",
  tone: "Ton",
};

/**
 * Is the reader addressed as an authority addresses adults: with `Sie` throughout (Leichte Sprache
 * included), with capitals (`Ihr Antrag`), and without a commanding or derisive tone? Findings with
 * place and kind: `informal` (du, dein, ihr habt, `Komm vorbei`), `lower-case` (`Bringen Sie ihren
 * Ausweis mit`), `tone`. The value (0..1) is the share of sentences without a finding; threshold 1.
 * A text without any address passes. Measures: `sentences`, `formal` (uses of Sie, Ihnen, Ihr),
 * `informal`, `lowerCase`, `tone`.
 *
 * Unscored: no word, or the answer is to be in another language. Quotations are left out. It does
 * not measure politeness beyond a list of phrases, irony, nor a wrong capital (`Ihr` for `her`); a
 * small `ihr` far from its `Sie` is not seen.
 *
 * @example
 * address.grade({ answer: "Bitte bring deinen Ausweis mit." }).score; // value 0
 */
export const address = defineGrader({
  name: "address",
  version: "4",
  title: "Sie-Form und Ton",
  needs: [],
  options,
  judge: judgeAddress,
});

function judgeAddress(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const obstacle = styleObstacle(answer, context.case);
  if (obstacle !== undefined) return { status: "unscored", reason: obstacle };
  const text = readStyleText(answer);
  const slips = findAddressSlips(answer, text);
  const findings = context.options.tone ? slips : slips.filter(({ kind }) => kind !== "tone");
  const sentences = Math.max(1, text.sentences.length);
  const parts = (["informal", "lower-case", "tone"] as const).flatMap((kind) => {
    const passages = slipsOf(findings, kind).map(({ start, end }) => answer.slice(start, end));
    return passages.length === 0 ? [] : [`${titles[kind]}: ${quotedList(passages)}`];
  });
  const touched = touchedSentences(text.sentences, findings);
  return {
    status: "scored",
    value: 1 - Math.min(sentences, Math.max(touched, findings.length > 0 ? 1 : 0)) / sentences,
    reason:
      parts.length === 0
        ? "Keine Du-Form, keine klein geschriebene Anrede, kein unangemessener Ton gefunden."
        : `${parts.join("; ")}.`,
    measures: {
      sentences,
      formal: countFormal(answer),
      informal: slipsOf(findings, "informal").length,
      lowerCase: slipsOf(findings, "lower-case").length,
      tone: slipsOf(findings, "tone").length,
    },
    evidence: findings,
  };
}

function slipsOf(
  findings: readonly AddressFinding[],
  kind: AddressKind,
): readonly AddressFinding[] {
  return findings.filter((finding) => finding.kind === kind);
}

function touchedSentences(sentences: readonly TextRange[], findings: readonly TextRange[]): number {
  let touched = 0;
  let next = 0;
  for (const { end } of findings.length === 0 ? [] : sentences) {
    const before = next;
    while (next < findings.length && (findings[next]?.start ?? 0) < end) next += 1;
    if (next > before) touched += 1;
  }
  return touched;
}

/** Words are parted where no letter stands, so that none reaches beyond one. */
function countFormal(answer: string): number {
  let count = 0;
  for (const word of textWords(answer).words) count += formalIn(word);
  return count;
}

const formalIn = wordProperty(({ text }): number => text.match(formal)?.length ?? 0);
const formal = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)(?!\p{L})/gu;
