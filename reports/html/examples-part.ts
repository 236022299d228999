import type { ExampleAnswer, TaskExample } from "../../core/findings-examples.ts";
import { failureClassLabel } from "../labels.ts";
import { counted } from "../sentences/counted.ts";
import { exampleSentence } from "../sentences/example-sentences.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { languageAttributes } from "./language.ts";
import { markedText } from "./marked-text.ts";
import { methodNote } from "./method-note.ts";
import { badge } from "./notice.ts";

/** A bad and a good example of a task, side by side; the bad one leads to its card. */
export function examplesPart(view: View, suite: string): Html {
  const found = view.findings.examples.find((row) => row.suite === suite);
  if (found === undefined) return nothing;
  const { good, bad } = found;
  return markup`<h4 class="kern-heading-small">Beispiele</h4>
    <p class="kern-body">${exampleSentence(stateOf(found))}</p>
    ${sharedQuestion(found)}
    <div class="beside">
      ${bad === undefined ? nothing : badColumn(view, found, bad)}
      ${good === undefined ? nothing : goodColumn(view, found, good)}
    </div>
    ${methodNote([found])}`;
}

function stateOf({ good, bad }: TaskExample): Parameters<typeof exampleSentence>[0] {
  if (bad === undefined) return "only-good";
  if (good === undefined) return "only-bad";
  return good.case === bad.case ? "same-case" : "other-case";
}

/** Asked once where both answer the same case. */
function sharedQuestion({ good, bad }: TaskExample): Html {
  return good !== undefined && bad !== undefined && good.case === bad.case
    ? question(bad)
    : nothing;
}

function badColumn(view: View, found: TaskExample, bad: NonNullable<TaskExample["bad"]>): Html {
  const link = view.catalogue.linkTo(bad.anchor, view.file);
  const card =
    link === undefined
      ? nothing
      : markup` <a href="${link}">Zur Fehlerkarte von Fall ${bad.case}</a>`;
  return markup`<div>
    ${head(view, "Schlechtes Beispiel", bad)}
    <p class="kern-body kern-body--small">${badge("danger", failureClassLabel(bad.class).title)}</p>
    ${found.good?.case === bad.case ? nothing : question(bad)}${answer(bad)}
    <p class="kern-body kern-body--small">${bad.reason}${card}</p>
  </div>`;
}

function goodColumn(view: View, found: TaskExample, good: ExampleAnswer): Html {
  return markup`<div>
    ${head(view, "Gutes Beispiel", good)}
    <p class="kern-body kern-body--small">${badge("success", "bestanden")}</p>
    ${found.bad?.case === good.case ? nothing : question(good)}${answer(good)}
  </div>`;
}

function head({ labels }: View, title: string, { model, variant, case: id }: ExampleAnswer): Html {
  return markup`<p class="label">${title}</p>
    <p class="kern-body kern-body--small kern-body--muted">
      Fall ${id}, ${labels.model(model)}, ${labels.variant(variant)}
    </p>`;
}

function question({ question: text, language }: ExampleAnswer): Html {
  if (text === undefined) return nothing;
  return markup`<p class="label">Frage</p>
    <div class="text"${languageAttributes(language)}>${markedText(text)}</div>`;
}

function answer({ excerpt, length, language }: ExampleAnswer): Html {
  const left = length - excerpt.length;
  const more =
    left <= 0
      ? nothing
      : markup`<span class="gap" lang="de"> [… ${counted(left, "character")} ausgelassen]</span>`;
  const text =
    excerpt.trim() === "" ? "Die Antwort ist leer." : markup`${markedText(excerpt)}${more}`;
  return markup`<div class="text"${languageAttributes(language)}>${text}</div>`;
}
