import { markup, type Html, type Part } from "./escape.ts";

/** Sentences as a list; a single one as a paragraph. */
export function bulletList(sentences: readonly Part[]): Html {
  if (sentences.length === 1) return markup`<p class="kern-body">${sentences}</p>`;
  return markup`<ul class="kern-list kern-list--bullet list">
    ${sentences.map((sentence) => markup`<li>${sentence}</li>`)}
  </ul>`;
}
