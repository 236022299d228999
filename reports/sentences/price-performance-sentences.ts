import { counted } from "./counted.ts";

/** What the picture of price and performance shows. */
export function priceSentenceOf(models: number, lines: number): string {
  const lead = `Für ${counted(models, "model")} sind Leistung und Kosten bekannt.`;
  if (lines === 0) return lead;
  const line =
    "Je steiler die Linie von 0 zu einem Modell, desto mehr Punkte gibt es je Euro. Die durchgezogene Linie gehört zur höchsten Kennzahl";
  return lines === 1
    ? `${lead} ${line}.`
    : `${lead} ${line}, die gestrichelte begrenzt den Schwankungsbereich.`;
}
