/**
 * Puts values into the gaps `{}` of a text, in their order. A language may turn the order round with
 * numbers: `{1} of {0}`.
 *
 * @example
 * fill("Kapitel {}", "7"); // "Kapitel 7"
 */
export function fill(text: string, ...values: readonly string[]): string {
  let next = 0;
  return text.replaceAll(/\{(\d?)\}/gu, (_, number: string) => {
    const at = number === "" ? next : Number(number);
    next += 1;
    return values[at] ?? "";
  });
}
