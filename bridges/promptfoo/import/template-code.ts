/** A text in a value that is a template and does more than put a variable in; absent when there is none. */
export function codeInTemplates(value: unknown): string | undefined {
  return textsIn(value).find(isCode);
}

/** The first words of a piece of code. */
export function excerpt(code: unknown): string {
  const text = (typeof code === "string" ? code : (JSON.stringify(code) ?? ""))
    .replaceAll(/\s+/gu, " ")
    .trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isCode(text: string): boolean {
  if (/\{%/u.test(text)) return true;
  const inserted = [...text.matchAll(/\{\{([\s\S]*?)\}\}/gu)].map(([, inside = ""]) => inside);
  return inserted.some((inside) => !/^-?\s*[A-Za-z_]\w*(?:\.\w+)*\s*-?$/u.test(inside));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
