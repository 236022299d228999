import { isBlank } from "../../core/grader.ts";
import type { Card } from "../../core/card.ts";
import { maskCharacter } from "../anonymise/mask-names.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { languageAttributes } from "./language.ts";
import { markedText } from "./marked-text.ts";
import { badge } from "./notice.ts";
import { otherAnswers } from "./other-answers.ts";
import { severityKey } from "./failure-tally.ts";

/** One failed answer: who gave it, what it says with the marked passages, and why it is wrong. */
export function failureCard(view: View, card: Card): Html {
  const { labels, words } = view;
  const screen = view.catalogue.isPrinted(card) ? "" : " failure--screen";
  const anchor = view.catalogue.idOf(card);
  const attempt = view.findings.run.attempts > 1 ? `, ${words.card.attempt(card.attempt)}` : "";
  return markup`<article
    class="failure${screen}"
    id="${anchor}"
    aria-labelledby="${anchor}-titel"
    data-befund="${card.class}"
    data-modell="${card.model}"
    data-prompt="${card.variant}"
    data-aufgabe="${card.suite}"
    data-schwere="${severityKey(card)}"
  >
    <div class="failure__head">
      <h5 class="kern-title kern-title--small" id="${anchor}-titel">
        ${labels.model(card.model)}, ${labels.variant(card.variant)}${attempt}
      </h5>
      ${badge("danger", words.failureClass(card.class).title)}
    </div>
    <p class="label">${words.card.answer}</p>
    ${maskNote(view, card)}${answerBlock(view, card)}
    <p class="label">${words.card.why}</p>
    ${reasonList(view, card)}
    <p class="label">${words.card.recognise}</p>
    ${words.advice(card).map((sentence) => markup`<p class="kern-body kern-body--small">${sentence}</p>`)}
    ${otherAnswers(view, card)}
  </article>`;
}

/** An answer that told who gave it, or something about a person. */
function maskNote({ anonymous, masked, words }: View, { answer }: Card): Html {
  if (!(anonymous || masked) || !answer.includes(maskCharacter)) return nothing;
  return markup`<p class="kern-body kern-body--small">
    ${badge("warning", words.card.masked)} ${words.card.maskNote(anonymous, masked)}
  </p>`;
}

function answerBlock({ words }: View, card: Card): Html {
  if (card.answerOmitted === true) {
    return markup`<div class="text text--empty">${words.card.notKept}</div>`;
  }
  if (isBlank(card.answer) && card.answer.trim() === "") {
    return markup`<div class="text text--empty">${words.card.empty}</div>`;
  }
  const language =
    card.class === "wrong-language"
      ? markup` dir="auto"`
      : languageAttributes(card.language, words.language);
  const answer = markedText(card.answer, card.evidence, words.leftOut);
  return markup`<div class="text"${language}>${answer}</div>`;
}

function reasonList({ words, say }: View, card: Card): Html {
  if (card.reasons.length === 0) {
    return markup`<p class="kern-body kern-body--small">${words.failureClass(card.class).meaning}</p>`;
  }
  return markup`<ul class="kern-list kern-list--small kern-list--bullet list">
    ${card.reasons.map((entry) => markup`<li>${say.fromAnalysis(entry.reason)} ${graderNote(entry.grader)}</li>`)}
  </ul>`;
}

/** The analysis names `answer` where the answer itself is the reason and no grader was needed. */
function graderNote(grader: string): Html {
  if (grader === "answer") return nothing;
  return markup`<span class="aside">(Grader ${grader})</span>`;
}
