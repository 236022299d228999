import { quotedList } from "../text/style/german-count.ts";
import limitSources from "./limits.json" with { type: "json" };
import type { PlainTarget, RuleResult } from "./rule-results.ts";
import rules from "./rules.json" with { type: "json" };

interface ReasonParts {
  readonly answer: string;
  readonly results: readonly RuleResult[];
  readonly limits: {
    readonly target: PlainTarget;
    readonly wordsPerSentence: number;
    readonly lettersPerWord: number;
  };
}

const names = {
  leicht: "Prüfung auf Merkmale Leichter Sprache",
  einfach: "Prüfung auf Merkmale Einfacher Sprache",
} as const;

/**
 * What may be said of a text: counts, limits with their source, and what was not checked. Never
 * that it is Leichte Sprache, checked or accessible.
 */
export function plainReason({ answer, results, limits }: ReasonParts): string {
  const checked = results.filter(({ strength }) => strength === "rule");
  const broken = checked.filter(({ met }) => !met);
  const sentences = [
    `${names[limits.target]} (automatisch, ohne Zielgruppenprüfung): ${checked.length - broken.length} von ${checked.length} prüfbaren Regeln erfüllt`,
    ...(limits.target === "leicht" ? [bitvSentence(checked)] : []),
    broken.length === 0
      ? "Kein Regelverstoß gefunden"
      : `Verstöße: ${broken.map((rule) => brokenText(rule, answer)).join("; ")}`,
    limitsSentence(limits),
    uncheckedSentence(results),
  ];
  return `${sentences.join(". ")}.`;
}

/** A rule of BITV is met when all its checks are. */
function bitvSentence(checked: readonly RuleResult[]): string {
  const numbers = new Set(checked.flatMap(({ number }) => number ?? []));
  const broken = new Set(checked.flatMap(({ number, met }) => (met ? [] : (number ?? []))));
  return `Davon nach Nummern: ${numbers.size - broken.size} von ${numbers.size} prüfbaren Regeln der BITV 2.0 Anlage 2 Teil 2 erfüllt`;
}

function brokenText({ number, source, title, breaches }: RuleResult, answer: string): string {
  const name = `${title} (${number === undefined ? source : `Nr. ${number}`})`;
  if (breaches.length === 0) return `${name}: fehlt`;
  const passages = breaches.slice(0, 20).map(({ start, end }) => answer.slice(start, end));
  return `${name}: ${breaches.length} (${quotedList(passages, 2)})`;
}

function limitsSentence({ wordsPerSentence, lettersPerWord }: ReasonParts["limits"]): string {
  const words = sourceOf(limitSources.wordsPerSentence, wordsPerSentence);
  const letters = sourceOf(limitSources.lettersPerWord, lettersPerWord);
  return `Grenzen: höchstens ${wordsPerSentence} Wörter je Satz (${words}), Wörter unter ${lettersPerWord} Buchstaben am Stück (${letters})`;
}

function sourceOf(sources: Readonly<Record<string, string>>, value: number): string {
  return sources[String(value)] ?? "Vorgabe der Suite";
}

function uncheckedSentence(results: readonly RuleResult[]): string {
  const checked = new Set(results.map(({ number }) => number));
  const missing = ["2", "3", "10"].filter((number) => !checked.has(number));
  const numbers = [...missing, ...rules.unchecked].toSorted((a, b) => Number(a) - Number(b));
  return `Nicht geprüft: Nr. ${numbers.join(", ")} der BITV 2.0 Anlage 2 Teil 2`;
}
