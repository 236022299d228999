import { markup, type Html, type Part } from "./escape.ts";

type Kind = "info" | "warning" | "danger" | "success";

/** A framed notice with icon, heading line and text. */
export function notice(kind: Kind, title: string, body: Part): Html {
  return markup`<div class="kern-alert kern-alert--${kind}">
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--${kind}" aria-hidden="true"></span
      ><strong class="kern-title">${title}</strong>
    </div>
    <div class="kern-alert__body"><p class="kern-body">${body}</p></div>
  </div>`;
}

/** A word with an icon and a colour; the word alone says it all. */
export function badge(kind: Kind, word: string): Html {
  return markup`<span class="kern-badge kern-badge--small kern-badge--${kind}"
    ><span class="kern-icon kern-icon--${kind}" aria-hidden="true"></span
    ><span class="kern-label">${word}</span></span
  >`;
}
