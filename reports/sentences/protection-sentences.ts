import { counted, listed } from "./counted.ts";

/** Which data classes the cases had, and whether something was held back because of them. */
export function protectionSentence(
  classes: readonly { readonly name: string; readonly cases: number }[],
  withheld: number,
): string {
  const held =
    withheld === 0
      ? "Kein Fall wurde deshalb zurückgehalten."
      : "Was deshalb nicht geprüft ist, steht mit dem Grund in der Tabelle der Modelle.";
  if (classes.length === 0) {
    return `Welche Datenklassen die Fälle haben, weiß der Lauf nicht. ${held}`;
  }
  const parts = classes.map(({ name, cases }) => `${name} in ${counted(cases, "case", "dative")}`);
  return `Nach Angabe der Autorinnen und Autoren stehen ${listed(parts)}. ${held}`;
}

/** What a model may receive where nobody entered it. */
export function permissionText(embedded: boolean): string {
  return embedded
    ? "nicht eingetragen; der Text verlässt diesen Rechner nicht"
    : "nicht eingetragen; nur erfundene und öffentliche Daten";
}
