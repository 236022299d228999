import { chapters } from "./chapter.ts";
import { markup, plainText, trusted, type Html } from "./escape.ts";
import { styleSheet } from "./style-sheet.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The whole document around the chapters. */
export function page(title: string, content: Html): Html {
  return markup`${trusted("<!DOCTYPE html>")}
    <html lang="de">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>${plainText(title)} – Prüfbericht</title>
        <style>
          ${trusted(styleSheet)}
        </style>
      </head>
      <body class="report kern-layer kern-level-0">
        <a class="skip" href="#inhalt">Zum Inhalt springen</a>
        <header class="masthead">
          <div class="frame">
            <p class="kern-preline masthead__line">
              Amtsprobe · Prüfbericht zu Sprachmodellen in der Verwaltung
            </p>
            <h1 class="kern-heading-x-large" dir="auto">${title}</h1>
          </div>
        </header>
        <div class="frame frame--columns">
          ${contents()}
          <main id="inhalt" tabindex="-1">${content}</main>
        </div>
        <footer class="footer">
          <div class="frame">
            <p class="kern-body kern-body--small">
              Erstellt mit Amtsprobe (EUPL-1.2). Gestaltung nach dem KERN-UX-Standard (EUPL-1.2),
              Schrift Fira Sans (SIL Open Font License 1.1).
            </p>
          </div>
        </footer>
      </body>
    </html>`;
}

function contents(): Html {
  const links = Object.values(chapters).map(
    (of) =>
      markup`<li>
        <a href="#${of.id}"><span class="chapter__number">${of.number}</span> ${of.title}</a>
      </li>`,
  );
  return markup`<nav class="contents" aria-label="Inhalt">
    <ol>
      ${links}
    </ol>
  </nav>`;
}
