import type { ChangedAnswer } from "../../core/run-comparison.ts";
import { fill } from "../fill.ts";
import { markup, nothing, type Html } from "../html/escape.ts";
import { languageAttributes } from "../html/language.ts";
import { markedText } from "../html/marked-text.ts";
import { badge } from "../html/notice.ts";
import type { Say } from "../say.ts";
import { placeLabel, type ComparisonView } from "./labels.ts";

/** Answers that turned over, old and new side by side. `prefix` keeps ids of several runs apart. */
export function changedAnswers(
  view: ComparisonView,
  which: "worse" | "better",
  prefix: string,
): Html {
  const { comparison, say } = view;
  const answers = comparison[which];
  const total = which === "worse" ? comparison.worseTotal : comparison.betterTotal;
  return markup`<p class="kern-body">${say.shownChangesSentence(answers.length, total)}</p>
    ${answers.map((answer, index) => changeCard(view, answer, `${prefix}-${index + 1}`))}`;
}

function changeCard(view: ComparisonView, answer: ChangedAnswer, id: string): Html {
  const { labels, say, mark } = view;
  const { text } = say;
  const severity = fill(text.severityOf, String(answer.severity));
  return markup`<article class="failure failure--wide" id="${id}" aria-labelledby="${id}-titel">
    <h4 class="kern-title kern-title--small" id="${id}-titel">
      ${fill(text.caseOf, answer.case)}: ${placeLabel(labels, answer)}
    </h4>
    <p class="kern-body kern-body--small kern-body--muted">
      ${mark(labels.suite(answer.suite))}, ${severity}${answer.critical ? text.criticalAfter : ""}
    </p>
    ${question(say, answer)}
    <div class="beside">${side(view, answer, "before")}${side(view, answer, "after")}</div>
  </article>`;
}

function question(say: Say, { question: asked, language }: ChangedAnswer): Html {
  if (asked === undefined) return nothing;
  return markup`<p class="label">${say.text.question}</p>
    <div class="text"${languageAttributes(language, say.language)}>${markedText(asked, [], say.catalogue.leftOut)}</div>`;
}

function side({ say }: ComparisonView, answer: ChangedAnswer, which: "before" | "after"): Html {
  const of = answer[which];
  const { text, catalogue } = say;
  const result =
    of.verdict === "passed"
      ? badge("success", text.passed)
      : badge("danger", say.failureClassLabel(of.class ?? "wrong").title);
  const left = of.length - of.excerpt.length;
  const more = left > 0 ? catalogue.leftOutAtEnd(left) : nothing;
  const none = of.length > 0 ? text.notKept : text.answerEmpty;
  const shown =
    of.excerpt.trim() === ""
      ? none
      : markup`${markedText(of.excerpt, of.evidence, catalogue.leftOut)}${more}`;
  const reasons = of.reasons.map(
    (reason) => markup`<p class="kern-body kern-body--small">${say.quoted(reason)}</p>`,
  );
  return markup`<div>
    <p class="label">${text[which]}</p>
    <p class="kern-body kern-body--small">${result}</p>
    <div class="text"${languageAttributes(answer.language, say.language)}>${shown}</div>
    ${reasons}
  </div>`;
}
