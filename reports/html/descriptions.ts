import { markup, type Html, type Part } from "./escape.ts";

/** A list of names and values; values that are not there are left out. */
export function descriptions(entries: readonly (readonly [Part, Part])[]): Html {
  const present = entries.filter(([, value]) => value !== undefined && value !== "");
  return markup`<dl class="facts">
    ${present.map(
      ([name, value]) =>
        markup`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
