import type { BreakEven, OfferPair, Procurement } from "../../core/findings-procurement.ts";
import words from "../words/procurement.json" with { type: "json" };
import { agree, counted, listed } from "./counted.ts";
import { sampleSize } from "./measured.ts";
import { decimal, percent, wholeNumber } from "./numbers.ts";

type Names = (model: string) => string;

/** „Markterkundung, keine Angebotswertung“ and the like. */
export function roleLabel(role: Procurement["role"]): string {
  return words.roles[role];
}

/** Who is in front and how sure that is; never an award. */
export function leadSentence(found: Procurement, names: Names): string {
  if (found.offers.length === 0) return "Der Lauf hat kein Modell geprüft, nur Vergleichswerte.";
  return `${admittedSentence(found)} ${frontSentence(found, names)}`.trim();
}

function admittedSentence({ offers }: Procurement): string {
  const admitted = offers.filter(({ status }) => status === "admitted").length;
  const open = offers.filter(({ status }) => status === "undecided").length;
  const models = counted(offers.length, "model", "dative");
  const lead =
    admitted === 0
      ? `Keines von ${models} erfüllt alle Ausschlusskriterien und Mindestpunktzahlen`
      : `Von ${models} ${agree(admitted, "erfüllt", "erfüllen")} ${decimal(admitted)} alle Ausschlusskriterien und Mindestpunktzahlen`;
  return open === 0 ? `${lead}.` : `${lead}; bei ${decimal(open)} ist das offen.`;
}

function frontSentence({ offers, methods, standings, role }: Procurement, names: Names): string {
  if (role === "verifizierend") return "";
  const decisive = methods.find((one) => one.decisive);
  if (decisive === undefined) {
    const admitted = offers.some(({ status }) => status === "admitted");
    const reason = admitted
      ? "weil kein zugelassenes Modell einen bekannten Preis hat"
      : "weil kein Modell zugelassen ist";
    return `Eine Kennzahl aus Leistung und Preis gibt es nicht, ${reason}.`;
  }
  const { method, first } = decisive;
  const lead = `Nach dem vor dem Lauf gewählten Verfahren (${words.methods[method]}) ${agree(first.length, "liegt", "liegen")} ${listed(first.map(names))}${first.length > 1 ? " gleichauf" : ""} vorn`;
  const [only] = first;
  const standing = standings.find(({ model }) => model === only);
  if (first.length > 1 || standing === undefined || standings.length < 2) return `${lead}.`;
  const sure = `in ${percent(standing.firstShare)} der Nachberechnungen`;
  return standing.worst > 1
    ? `${lead}, ${sure}. Gesichert ist das nicht: Bei der Unsicherheit der Punkte sind die Plätze ${decimal(standing.best)} bis ${decimal(standing.worst)} möglich.`
    : `${lead}, ${sure}.`;
}

/** Difference of two models in points; what cannot be told apart is called so. */
export function pairSentence(pair: OfferPair, names: Names): string {
  const [a, b] = [names(pair.a), names(pair.b)];
  const range = `${decimal(pair.low)} bis ${decimal(pair.high)}`;
  const size = `${decimal(pair.difference)} Leistungspunkte (Intervall ${range}, ${sampleSize(pair.n)})`;
  return pair.distinguishable
    ? `${a} und ${b} unterscheiden sich: ${size}.`
    : `${a} und ${b} sind statistisch nicht unterscheidbar: ${size}.`;
}

/** „Eigenes Modell lohnt ab …“ */
export function breakEvenSentence(row: BreakEven, names: Names): string {
  const [own, other] = [names(row.own), names(row.other)];
  const planned = `geplant sind ${wholeNumber(row.plannedPerYear)}`;
  if (row.result === "always") return `${own} kostet bei jeder Menge weniger als ${other}.`;
  if (row.result === "never") return `${own} kostet bei keiner Menge weniger als ${other}.`;
  const volume = wholeNumber(row.requestsPerYear ?? 0);
  return row.result === "from"
    ? `${own} kostet ab ${volume} Anfragen im Jahr weniger als ${other}; ${planned}.`
    : `${own} kostet nur bis ${volume} Anfragen im Jahr weniger als ${other}; ${planned}.`;
}

/** The chosen corridor beside what the uncertainty would ask for. */
export function corridorSentence({
  chosen,
  computed,
}: {
  chosen: number;
  computed: number;
}): string {
  const wide = computed > chosen;
  return `Der Schwankungsbereich wurde vor dem Lauf auf ${decimal(chosen)} % festgelegt. Das Intervall der Kennzahl des Modells mit der höchsten Kennzahl reicht ${decimal(computed)} % nach unten${wide ? " und damit weiter als der gewählte Bereich" : ""}.`;
}
