import { readFacts, type FactPhrase } from "../facts/fact-phrase.ts";
import { rememberObject } from "../text/remember-object.ts";

/** A key point as authored, and the ways to say it. */
export interface KeyPoint {
  readonly point: string;
  readonly phrases: readonly FactPhrase[];
}

/** Reads the key points of a case; they are written like facts. */
export const readPoints = rememberObject((points: readonly string[]): readonly KeyPoint[] => {
  const read = readFacts(points.map((point) => point.normalize("NFC")));
  return points.map((point, number) => ({ point, phrases: read[number] ?? [] }));
});
