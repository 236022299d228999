import { fill } from "../fill.ts";
import type { Say } from "../say.ts";
import type { View } from "../view.ts";
import { bulletList } from "./bullet-list.ts";
import { chapter } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { sectionPart } from "./section-part.ts";

/** What is known of the accessibility of this file. It never claims full conformity. */
export function accessibility({ details, say }: View): Html {
  const { text, abbreviated } = say;
  return chapter(
    say.chapters.accessibility,
    markup`<p class="kern-body">${abbreviated(text.accessibilityRules)} ${text.accessibilityOpen}</p>
      ${sectionPart({ id: "barriere-pruefung", title: text.checkedTitle }, bulletList(checked(say)))}
      ${sectionPart(
        { id: "barriere-grenzen", title: text.knownLimits },
        bulletList(limits(say).map(abbreviated)),
      )}
      ${sectionPart(
        { id: "barriere-kontakt", title: text.contactTitle },
        contactPart(say, details?.contact ?? text.contactMissing),
      )}`,
  );
}

function contactPart({ text, abbreviated }: Say, contact: string): Html {
  return markup`<p class="kern-body">${fill(text.reportTo, contact)}</p>
    <p class="kern-body">${fill(text.statementText, contact)} ${abbreviated(text.arbitration)}</p>`;
}

function checked({ text }: Say): string[] {
  return [text.checkedSamples, text.checkedMarkup, text.checkedKeyboard];
}

function limits({ text }: Say): string[] {
  return [
    text.limitPeople,
    text.limitCharts,
    text.limitTables,
    text.limitAnswers,
    text.limitSign,
    text.limitPdf,
  ];
}
