import { showUnseen, visibleText } from "../unseen.ts";

/** A piece of finished HTML. Only {@link markup} and {@link trusted} make one. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between `${` and `}`: text is escaped, finished HTML is not. */
export type Part = Html | string | number | undefined | readonly Part[];

/**
 * Template tag for HTML. Every text that is put in is escaped for the place where it stands, in an
 * attribute or between tags, and characters that nobody can see become visible marks. Indentation of
 * the template itself is left out.
 *
 * @example
 * markup`<p title="${name}">${answer}</p>`.text;
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const pieces = literals.get(strings) ?? remember(strings);
  const parts = pieces.map(
    ({ text, inTag }, index) => text + (index < values.length ? render(values[index], inTag) : ""),
  );
  return new Html(parts.join(""));
}

/** Takes a text of our own as finished HTML: style sheets, markup from a constant. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** A text where no markup can stand, as in `<title>`: what is unseen becomes plain text. */
export function plainText(text: string): Html {
  return new Html(escapeAttribute(text));
}

/** Nothing at all; for parts that are left out. */
export const nothing = new Html("");

function render(part: Part, inAttribute: boolean): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return inAttribute ? escapeAttribute(part) : escapeText(part);
  return part.map((item) => render(item, inAttribute)).join("");
}

/** A fixed piece of a template, and whether what follows it stands inside a tag. */
interface Literal {
  readonly text: string;
  readonly inTag: boolean;
}

const literals = new WeakMap<TemplateStringsArray, readonly Literal[]>();

/** Our own literals hold no `<` or `>` inside attribute values, so the last one of them decides. */
function remember(strings: TemplateStringsArray): readonly Literal[] {
  let source = "";
  const pieces = strings.map((indented) => {
    const text = indented.replaceAll(/\s*\n\s*/gu, "\n");
    source += text;
    return { text, inTag: source.lastIndexOf("<") > source.lastIndexOf(">") };
  });
  literals.set(strings, pieces);
  return pieces;
}

function escapeText(text: string): string {
  return showUnseen(entities(text), (name) => `<span class="unseen">${name}</span>`);
}

function escapeAttribute(text: string): string {
  return visibleText(entities(text));
}

function entities(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
