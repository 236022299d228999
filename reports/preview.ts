import { markup, type Html } from "./html/escape.ts";
import { page } from "./html/page.ts";

/** One way in which a model gets to see a case. */
export interface PreviewMessage {
  /** German, as in the report. */
  readonly variant: string;
  readonly input: string;
  readonly text: string;
}

/** A case with everything a model would see of it, and what is expected. */
export interface PreviewCase {
  readonly id: string;
  readonly messages: readonly PreviewMessage[];
  /** Absent where the case has none. */
  readonly reference?: string | undefined;
  /** Language of the reference, ISO 639-1. */
  readonly language: string;
}

/** What `npm run preview` shows of a suite. */
export interface Preview {
  readonly suite: string;
  readonly title: string;
  readonly cases: readonly PreviewCase[];
}

/**
 * A page that shows what a model would get to see, case by case and variant by variant, with the
 * reference below. Everything is shown as text. Needs nothing beside itself, as the report.
 */
export function renderPreview({ suite, title, cases }: Preview): string {
  const head = {
    title,
    kind: "Vorschau",
    line: `Amtsprobe · Was ein Modell zu sehen bekommt · Suite ${suite}`,
    parts: cases.map(({ id }, at) => ({ id: anchorOf(id), title: id, number: at + 1 })),
  };
  return page(head, markup`${cases.map(section)}`).text;
}

function section({ id, messages, reference, language }: PreviewCase): Html {
  return markup`<section class="chapter" aria-labelledby="${anchorOf(id)}">
    <h2 class="kern-heading-large" id="${anchorOf(id)}">${id}</h2>
    ${messages.map(message)}
    ${
      reference === undefined
        ? ""
        : markup`<h3 class="kern-heading-medium">Musterantwort</h3>
    <div class="text" lang="${language}" dir="auto">${reference}</div>`
    }
  </section>`;
}

function message({ variant, input, text }: PreviewMessage): Html {
  return markup`<h3 class="kern-heading-medium">${variant} <span class="aside">(${input})</span></h3>
    <div class="text" dir="auto">${text}</div>`;
}

function anchorOf(id: string): string {
  return `fall-${id}`;
}
