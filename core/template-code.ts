/** What a template may do with a value on its way: change how it is written. */
const filters = /^(?:dump|json|trim|lower|upper|capitalize|title|escape|e|safe|urlencode)$/u;

/**
 * True for a text that promptfoo's template engine would run as more than putting values in: tags, calls
 * and names that reach into the program. What stands in a `raw` block is no template.
 */
export function isTemplateCode(text: string): boolean {
  // A comment could hide the marks of a raw block from the engine, and not from here.
  if (text.includes("{#")) return true;
  const template = text.replaceAll(/\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/gu, "");
  if (/\{%/u.test(template)) return true;
  const inserted = [...template.matchAll(/\{\{(?<inside>[\s\S]*?)\}\}/gu)].map(
    (match) => match.groups?.["inside"] ?? "",
  );
  return inserted.some((inside) => !isPlainName(inside));
}

function isPlainName(inside: string): boolean {
  const [name = "", ...steps] = inside.replaceAll(/^-|-$/gu, "").split("|");
  if (!/^\s*[A-Za-z_]\w*(?:\.\w+)*\s*$/u.test(name)) return false;
  if (/\b(?:constructor|prototype|__proto__|env)\b/u.test(name)) return false;
  return steps.every((step) => filters.test(step.trim()));
}
