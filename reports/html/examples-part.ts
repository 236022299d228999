import type { Say } from "../say.ts";
import type { ExampleAnswer, TaskExample } from "../../core/findings-examples.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { languageAttributes } from "./language.ts";
import { markedText } from "./marked-text.ts";
import { methodNote } from "./method-note.ts";
import { badge } from "./notice.ts";
import { fill } from "../fill.ts";

/** A bad and a good example of a task, side by side; the bad one leads to its card. */
export function examplesPart(view: View, suite: string): Html {
  const { say } = view;
  const found = view.findings.examples.find((row) => row.suite === suite);
  if (found === undefined) return nothing;
  const { good, bad } = found;
  return markup`<h4 class="kern-heading-small">${say.text.examples}</h4>
    <p class="kern-body">${say.exampleSentence(stateOf(found))}</p>
    ${sharedQuestion(say, found)}
    <div class="beside">
      ${bad === undefined ? nothing : badColumn(view, found, bad)}
      ${good === undefined ? nothing : goodColumn(view, found, good)}
    </div>
    ${methodNote(say, [found])}`;
}

function stateOf({ good, bad }: TaskExample): Parameters<Say["exampleSentence"]>[0] {
  if (bad === undefined) return "only-good";
  if (good === undefined) return "only-bad";
  return good.case === bad.case ? "same-case" : "other-case";
}

/** Asked once where both answer the same case. */
function sharedQuestion(say: Say, { good, bad }: TaskExample): Html {
  return good !== undefined && bad !== undefined && good.case === bad.case
    ? question(say, bad)
    : nothing;
}

function badColumn(view: View, found: TaskExample, bad: NonNullable<TaskExample["bad"]>): Html {
  const { say } = view;
  const link = view.catalogue.linkTo(bad.anchor, view.file);
  const card =
    link === undefined
      ? nothing
      : markup` <a href="${link}">${fill(say.text.toCard, bad.case)}</a>`;
  return markup`<div>
    ${head(view, say.text.badExample, bad)}
    <p class="kern-body kern-body--small">${badge("danger", say.failureClassLabel(bad.class).title)}</p>
    ${found.good?.case === bad.case ? nothing : question(say, bad)}${answer(say, bad)}
    <p class="kern-body kern-body--small">${say.fromAnalysis(bad.reason)}${card}</p>
  </div>`;
}

function goodColumn(view: View, found: TaskExample, good: ExampleAnswer): Html {
  const { say } = view;
  return markup`<div>
    ${head(view, say.text.goodExample, good)}
    <p class="kern-body kern-body--small">${badge("success", say.text.passed)}</p>
    ${found.bad?.case === good.case ? nothing : question(say, good)}${answer(say, good)}
  </div>`;
}

function head(
  { labels, say }: View,
  title: string,
  { model, variant, case: id }: ExampleAnswer,
): Html {
  return markup`<p class="label">${title}</p>
    <p class="kern-body kern-body--small kern-body--muted">
      ${say.text.case} ${id}, ${labels.model(model)}, ${labels.variant(variant)}
    </p>`;
}

function question(say: Say, { question: text, language }: ExampleAnswer): Html {
  if (text === undefined) return nothing;
  return markup`<p class="label">${say.text.question}</p>
    <div class="text"${languageAttributes(language, say.language)}>${markedText(text, [], say.catalogue.leftOut)}</div>`;
}

function answer(say: Say, { excerpt, length, language }: ExampleAnswer): Html {
  const left = length - excerpt.length;
  const more = left <= 0 ? nothing : say.catalogue.leftOutAtEnd(left);
  const text =
    excerpt.trim() === ""
      ? say.text.answerEmpty
      : markup`${markedText(excerpt, [], say.catalogue.leftOut)}${more}`;
  return markup`<div class="text"${languageAttributes(language, say.language)}>${text}</div>`;
}
