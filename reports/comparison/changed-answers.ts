import type { ChangedAnswer, RunComparison } from "../../core/run-comparison.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { languageAttributes } from "../html/language.ts";
import { markedText } from "../html/marked-text.ts";
import { badge } from "../html/notice.ts";
import { failureClassLabel } from "../labels.ts";
import { counted } from "../sentences/counted.ts";
import { shownChangesSentence } from "../sentences/run-comparison-sentences.ts";
import { comparisonLabels, placeLabel } from "./labels.ts";

/** Answers that turned over, old and new side by side. `prefix` keeps ids of several runs apart. */
export function changedAnswers(
  comparison: RunComparison,
  which: "worse" | "better",
  prefix: string,
): Html {
  const answers = comparison[which];
  const total = which === "worse" ? comparison.worseTotal : comparison.betterTotal;
  return markup`<p class="kern-body">${shownChangesSentence(answers.length, total)}</p>
    ${answers.map((answer, index) => changeCard(comparison, answer, `${prefix}-${index + 1}`))}`;
}

function changeCard(comparison: RunComparison, answer: ChangedAnswer, id: string): Html {
  const labels = comparisonLabels(comparison);
  const critical = answer.critical ? ", kritisch" : "";
  return markup`<article class="failure failure--wide" id="${id}" aria-labelledby="${id}-titel">
    <h4 class="kern-title kern-title--small" id="${id}-titel">
      Fall ${answer.case}: ${placeLabel(labels, answer)}
    </h4>
    <p class="kern-body kern-body--small kern-body--muted">
      ${labels.suite(answer.suite)}, Schwere ${answer.severity} von 4${critical}
    </p>
    ${question(answer)}
    <div class="beside">${side("Vorher", answer, answer.before)}${side("Nachher", answer, answer.after)}</div>
  </article>`;
}

function question({ question: text, language }: ChangedAnswer): Html {
  if (text === undefined) return nothing;
  return markup`<p class="label">Frage</p>
    <div class="text"${languageAttributes(language)}>${markedText(text)}</div>`;
}

function side(name: string, { language }: ChangedAnswer, of: ChangedAnswer["before"]): Html {
  const result =
    of.verdict === "passed"
      ? badge("success", "bestanden")
      : badge("danger", failureClassLabel(of.class ?? "wrong").title);
  const more =
    of.length > of.excerpt.length
      ? markup`<span class="gap" lang="de"> [… ${counted(of.length - of.excerpt.length, "character")} ausgelassen]</span>`
      : nothing;
  const none = of.length > 0 ? "Die Antwort wurde nicht aufbewahrt." : "Die Antwort ist leer.";
  const text =
    of.excerpt.trim() === "" ? none : markup`${markedText(of.excerpt, of.evidence)}${more}`;
  const reasons = of.reasons.map(
    (reason) => markup`<p class="kern-body kern-body--small">${reason}</p>`,
  );
  return markup`<div>
    <p class="label">${name}</p>
    <p class="kern-body kern-body--small">${result}</p>
    <div class="text"${languageAttributes(language)}>${text}</div>
    ${reasons}
  </div>`;
}
