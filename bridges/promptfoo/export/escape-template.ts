/**
 * Writes a text so that promptfoo's templates (Nunjucks) give back exactly this text: what looks like a
 * template, a file or a package is set as a string of the template language. A `raw` block would not
 * do: promptfoo puts variables into each other before it renders.
 */
export function escapeTemplate(text: string): string {
  const escaped = text.replaceAll(/\{(?=[{%#])|#(?=\})/gu, '{{ "$&" }}');
  return /^(?:file|package):/u.test(escaped) ? escaped.replace(":", '{{ ":" }}') : escaped;
}

/**
 * A prompt of one line is taken for the name of a file where it holds a `/` or ends like one. A line break
 * that the template takes back (`{{-`) makes it a text and leaves it as it is.
 */
export function promptText(template: string): string {
  return template.includes("\n") ? template : `${template}${takenBack}`;
}

/** The template of a prompt that {@link promptText} wrote. */
export function templateOf(text: string): string {
  return text.endsWith(takenBack) ? text.slice(0, -takenBack.length) : text;
}

const takenBack = '\n{{- "" }}';
