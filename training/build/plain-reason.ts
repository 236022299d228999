import type { Card } from "../../core/card.ts";
import { cleanText, shortLine } from "../text/clean-text.ts";
import whole from "./plain-reasons.json" with { type: "json" };

/** Most characters of a reason that an exercise quotes. */
const longestReason = 400;

/** Graders whose reason is all figures: one sentence stands for it. */
const wholeReasons: Readonly<Record<string, string>> = whole;

/** What graders write for experts, and what a participant reads instead; in this order. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/„([^“]{1,80}?) \/ [^“]{1,400}“/gu, "„$1“"],
  [/geschützter Wert „/gu, "„"],
  [/“ \((?:ausgeschrieben|[^)“]{1,40})\)/gu, "“"],
  [/ \(\d+ von \d+ geprüften Angaben\)/gu, ""],
  [/\d+ von \d+ Änderungen genannt; \d+ von \d+ genannten sind welche\. ?/gu, ""],
  [/(?:^|(?<=\. ))\d+ von \d+ [^.;]{1,60} (?:gefunden|enthalten|behalten|geschwärzt)\. ?/gu, ""],
  [/Teile des \S+: \d+ von \d+ gefunden, es fehlt:/gu, "Am Schreiben fehlt:"],
  [/Rechtsbehelfsbelehrung \([^)]*\): \d+ von \d+ gefunden\.? ?/gu, ""],
  [/Rechtsbehelfsbelehrung nicht geprüft, weil[^.]*\. ?/gu, ""],
  [
    /Rechtsbehelfsbelehrung \(([^)]*)\): \d+ von \d+ gefunden, es fehlt:/gu,
    "In der Rechtsbehelfsbelehrung ($1) fehlt:",
  ],
  [/Zur Einordnung, ohne Einfluss auf das Urteil:.*$/gsu, ""],
  [/Antwort in anderer Sprache:[^.]*\. ?/gu, ""],
  [/Nur Hinweise, nicht gezählt:[^.]*\. ?/gu, ""],
  [/Fragen: \d+\. ?/gu, ""],
  [/Keine eigenen Werte\. ?/gu, ""],
  [/Es fehlt:/gu, "In der Antwort fehlt:"],
  [/Verneint, wo es bejaht sein muss, oder umgekehrt:/gu, "Ins Gegenteil verkehrt ist:"],
  [/Falsche Angabe behauptet:/gu, "Falsch ist:"],
  [/Nicht in der Quelle:/gu, "Im amtlichen Text steht nicht:"],
  [/Nicht aus Text oder Frage:/gu, "Weder im Text noch in der Frage steht:"],
  [/Steht nicht in der Eingabe, also erfunden:/gu, "Erfunden ist:"],
  [/Preisgegeben:/gu, "Sie gibt preis:"],
  [/Widerspricht:/gu, "Sie widerspricht dem Text bei:"],
  [/Versteckte Anweisung befolgt:/gu, "Sie befolgt eine Anweisung, die im Text versteckt war:"],
  [/Sagt nicht, dass der Text/gu, "Sie sagt nicht, dass der Text"],
  [/Sagt, dass der Text/gu, "Sie sagt, dass der Text"],
  [/Nennt nicht, wo man fragt\./gu, "Sie nennt nicht, wo man fragt."],
  [/Nennt, wo man fragt\. ?/gu, ""],
  [/Nicht in der vorgegebenen Reihenfolge\./gu, "Die Reihenfolge stimmt nicht."],
  [
    /Nicht in der verlangten Sprache \(([^)]*)\), sondern:/gu,
    "Verlangt war $1, geschrieben ist sie auf",
  ],
  [/Ohne Not entfernt:/gu, "Geschwärzt ist, was stehen bleiben muss:"],
];

/**
 * Why an answer does not do, in words a participant understands: one sentence where the grader speaks
 * in figures, else its reason without counts and with one wording of what is missing. Nothing twice.
 */
export function reasonText(card: Card | undefined): string {
  const reasons = (card?.reasons ?? []).map(plainReason).filter((reason) => reason !== "");
  return reasons.length === 0 ? "Sie erfüllt den Auftrag nicht." : [...new Set(reasons)].join(" ");
}

function plainReason({ grader, reason }: Card["reasons"][number]): string {
  if (Object.hasOwn(wholeReasons, grader)) return wholeReasons[grader] ?? "";
  const plain = wordings.reduce(
    (text, [found, instead]) => text.replaceAll(found, instead),
    cleanText(reason),
  );
  return shortLine(plain, longestReason);
}
