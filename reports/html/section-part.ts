import { markup, type Html, type Part } from "./escape.ts";

interface SectionPart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: Part;
}

/** A named part of a chapter. */
export function sectionPart({ id, title }: SectionPart, content: Html): Html {
  return markup`<div class="part">
    <h3 class="kern-heading-medium" id="${id}">${title}</h3>
    ${content}
  </div>`;
}
