import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import kinds from "./identifiers/kinds.json" with { type: "json" };
import { findProtectedItems, type ProtectedItem } from "./identifiers/protected-items.ts";
import { searchedText } from "./identifiers/searched-text.ts";
import { readPrompt, type PromptPart } from "./prompt-hygiene/read-prompt.ts";

const options = z.strictObject({
  parts: z
    .array(z.enum(["task", "source", "form", "check"]))
    .min(1)
    .default(["task", "source", "form", "check"])
    .describe("Welche Teile ein Prompt haben muss: task, source, form, check."),
});

/**
 * Is the text a good prompt for official work? It judges the prompt itself, given as `answer`; no model
 * is asked. Value (0..1): share of the parts that it has, 0 as soon as it gives personal data away.
 *
 * Parts: `task` (says what to do, or asks), `source` (says what the answer may rest on), `form` (length,
 * layout, level of language), `check` (asks for checking, or says what to do when the source is
 * silent). `audience` is shown and does not decide. Personal data: a planted value of
 * `expected.protected`, or an identifier that counts and is not in `expected.allowed`. The texts of
 * `input`, where they are pasted in, are searched for personal data only. Threshold 1. Measures: a 0
 * or 1 per part, `audience`, `personalData` (distinct values), `words`. Class `leak` or `wrong`.
 *
 * Unscored: only an empty or over-long prompt. Not measured: whether the task is the right one, names
 * that nobody planted, wording beyond its lists, any effect on the answers (run the prompt for that).
 * German only.
 *
 * @example
 * promptHygiene.grade({ answer: "Fass das zusammen." }).score; // value 0.25
 */
export const promptHygiene = defineGrader({
  name: "prompt-hygiene",
  version: "3",
  title: "Prompt nennt Aufgabe, Quelle, Form und Prüfung und keine Person",
  needs: [],
  options,
  judge: judgePrompt,
});

function judgePrompt(prompt: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const found = readPrompt(prompt, context.case);
  const items = findProtectedItems(searchedText(prompt), context.case.expected ?? {}).filter(
    ({ origin }) => origin === "planted" || origin.counts,
  );
  const wanted = [...new Set(context.options.parts)];
  const missing = wanted.filter((part) => !found.has(part));
  const has = (part: PromptPart): number => Number(found.has(part));
  return {
    status: "scored",
    value: items.length > 0 ? 0 : 1 - missing.length / wanted.length,
    reason: reasonFor(missing, items),
    measures: {
      task: has("task"),
      source: has("source"),
      form: has("form"),
      check: has("check"),
      audience: has("audience"),
      personalData: items.length,
      words: prompt.split(/\s+/u).filter((word) => word !== "").length,
    },
    evidence: evidenceOf(found, items),
    failureClass: items.length > 0 ? "leak" : "wrong",
  };
}

const names: Readonly<Record<"task" | "source" | "form" | "check", string>> = {
  task: "was zu tun ist",
  source: "worauf die Antwort sich stützen darf",
  form: "welche Form und Länge sie haben soll",
  check: "was zu prüfen ist oder was gilt, wenn die Quelle nichts hergibt",
};

/** Most findings that a reason quotes. */
const longestList = 5;

function reasonFor(
  missing: readonly (keyof typeof names)[],
  items: readonly ProtectedItem[],
): string {
  const quoted = items
    .slice(0, longestList)
    .map(
      ({ label, origin }) =>
        `${origin === "planted" ? "geschützter Wert" : kinds[origin.kind]} „${label}“`,
    );
  const rest = items.length - quoted.length;
  return [
    items.length === 0
      ? "Keine personenbezogenen Angaben gefunden."
      : `Gibt preis: ${quoted.join(", ")}${rest > 0 ? ` und ${rest} weitere` : ""}.`,
    missing.length === 0
      ? "Aufgabe, Quelle, Form und Prüfung sind genannt."
      : `Es fehlt: ${missing.map((part) => names[part]).join("; ")}.`,
  ].join(" ");
}

function evidenceOf(
  found: ReadonlyMap<PromptPart, readonly Span[]>,
  items: readonly ProtectedItem[],
): Span[] {
  const personal = items.flatMap(({ spans }) =>
    spans.map(({ start, end }) => ({ start, end, kind: "personal-data" })),
  );
  return [...[...found.values()].flat(), ...personal].toSorted((a, b) => a.start - b.start);
}
