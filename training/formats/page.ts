import { escapeMarkup } from "../text/escape-markup.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** A document around finished HTML: one file, no script, no network, made for A4. */
export interface Page {
  readonly title: string;
  /** Line above the title. */
  readonly line: string;
  /** All style sheets. */
  readonly style: string;
  /** Finished HTML. */
  readonly content: string;
}

export function renderPage({ title, line, style, content }: Page): string {
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeMarkup(`${title} – ${line}`)}</title>
<style>
${style}
</style>
</head>
<body class="report sheet kern-layer kern-level-0">
<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<header class="masthead"><div class="frame">
<p class="kern-preline masthead__line">${escapeMarkup(line)}</p>
<h1 class="kern-heading-x-large" dir="auto">${escapeMarkup(title)}</h1>
</div></header>
<main id="inhalt" tabindex="-1" class="frame">
${content}
</main>
<footer class="footer"><div class="frame">
<p class="kern-body kern-body--small">Erstellt mit Amtsprobe (EUPL-1.2). Gestaltung nach dem KERN-UX-Standard (EUPL-1.2), Schrift Fira Sans (SIL Open Font License 1.1).</p>
</div></footer>
</body>
</html>
`;
}

/** A paragraph of running text. */
export function paragraph(text: string): string {
  return `<p class="kern-body">${escapeMarkup(text)}</p>`;
}

/** A bullet list of texts. */
export function bullets(items: readonly string[]): string {
  return `<ul class="kern-list kern-list--bullet">${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join("")}</ul>`;
}

/** A table with a header row; the first column heads its rows. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const header = head
    .map((cell) => `<th scope="col" class="kern-table__header">${escapeMarkup(cell)}</th>`)
    .join("");
  const body = rows
    .map(([first = "", ...cells]) => {
      const others = cells.map((cell) => `<td class="kern-table__cell">${escapeMarkup(cell)}</td>`);
      return `<tr class="kern-table__row"><th scope="row" class="kern-table__header">${escapeMarkup(first)}</th>${others.join("")}</tr>`;
    })
    .join("\n");
  return `<section class="kern-table-responsive" tabindex="0" aria-label="${escapeMarkup(caption)}"><table class="kern-table kern-table--small"><caption class="kern-title kern-title--small">${escapeMarkup(caption)}</caption><thead><tr class="kern-table__row">${header}</tr></thead><tbody class="kern-table__body">${body}</tbody></table></section>`;
}
