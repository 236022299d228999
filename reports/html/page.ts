import type { Language } from "../language.ts";
import { markup, nothing, plainText, trusted, type Html, type Part } from "./escape.ts";
import { styleSheet } from "./style-sheet.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** A script of our own, and its hash as the policy of the page names it. */
export interface PageScript {
  readonly source: string;
  readonly hash: string;
}

/** What stands around the parts of every page. */
const frameTexts: Readonly<
  Record<Language, { readonly skip: string; readonly contents: string; readonly made: string }>
> = {
  de: {
    skip: "Zum Inhalt springen",
    contents: "Inhalt",
    made: "Erstellt mit Amtsprobe (EUPL-1.2). Gestaltung nach dem KERN-UX-Standard (EUPL-1.2), Schrift Fira Sans (SIL Open Font License 1.1).",
  },
  en: {
    skip: "Skip to content",
    contents: "Contents",
    made: "Made with Amtsprobe (EUPL-1.2). Design by the KERN UX standard (EUPL-1.2), font Fira Sans (SIL Open Font License 1.1).",
  },
};

/** What a document says of itself. */
export interface PageHead {
  readonly title: string;
  /** Kind of document, as in the title of the window. */
  readonly kind: string;
  /** Line above the title. */
  readonly line: string;
  /** The parts that the table of contents leads to. */
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: number;
  }[];
  /** Ways to other pages, below the table of contents. */
  readonly links?: readonly { readonly href: string; readonly title: Part }[];
  readonly script?: PageScript | undefined;
  /** Of our own texts. */
  readonly language?: Language;
  /** The title is that of the run and German where nothing else is said. */
  readonly titleLanguage?: Language;
}

/** The whole document around its parts. */
export function page(head: PageHead, content: Html): Html {
  const { title, kind, line, script, language = "de", titleLanguage = "de" } = head;
  const texts = frameTexts[language];
  const scripts = script === undefined ? "" : `; script-src ${script.hash}`;
  return markup`${trusted("<!DOCTYPE html>")}
    <html lang="${language}">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy + scripts)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>${plainText(title)} – ${plainText(kind)}</title>
        <style>
          ${trusted(styleSheet)}
        </style>
      </head>
      <body class="report kern-layer kern-level-0">
        <a class="skip" href="#inhalt">${texts.skip}</a>
        <header class="masthead">
          <div class="frame">
            <p class="kern-preline masthead__line">${line}</p>
            <h1 class="kern-heading-x-large" dir="auto"${titleLanguage === language ? nothing : markup` lang="${titleLanguage}"`}>${title}</h1>
          </div>
        </header>
        <div class="frame frame--columns">
          ${contents(head)}
          <main id="inhalt" tabindex="-1">${content}</main>
        </div>
        <footer class="footer">
          <div class="frame">
            <p class="kern-body kern-body--small">
              ${texts.made}
            </p>
          </div>
        </footer>
        ${script === undefined ? nothing : trusted(`<script>${script.source}</script>`)}
      </body>
    </html>`;
}

function contents({ parts, links: ways = [], language = "de" }: PageHead): Html {
  const links = parts.map(
    ({ id, title, number }) =>
      markup`<li>
        <a href="#${id}"><span class="chapter__number">${number}</span> ${title}</a>
      </li>`,
  );
  return markup`<nav class="contents" aria-label="${frameTexts[language].contents}">
    <ol>
      ${links}${ways.map(({ href, title }) => markup`<li><a href="${href}">${title}</a></li>`)}
    </ol>
  </nav>`;
}
