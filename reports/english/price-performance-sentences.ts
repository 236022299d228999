import { counted } from "./counted.ts";

/** What the picture of price and performance shows. */
export function priceSentenceOf(models: number, lines: number): string {
  const lead = `Performance and cost are known for ${counted(models, "model")}.`;
  if (lines === 0) return lead;
  const line =
    "The steeper the line from 0 to a model, the more points there are for a euro. The solid line belongs to the highest figure";
  return lines === 1
    ? `${lead} ${line}.`
    : `${lead} ${line}, the dashed one is the edge of the corridor.`;
}
