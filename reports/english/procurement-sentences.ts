import type { BreakEven, OfferPair, Procurement } from "../../core/findings-procurement.ts";
import { agree, counted, listed } from "./counted.ts";
import { sampleSize } from "./measured.ts";
import { decimal, percent, wholeNumber } from "./numbers.ts";
import words from "./procurement.json" with { type: "json" };

type Names = (model: string) => string;

/** “Market survey, not an evaluation of offers” and the like. */
export function roleLabel(role: Procurement["role"]): string {
  return words.roles[role];
}

/** Who is in front and how sure that is; never an award. */
export function leadSentence(found: Procurement, names: Names): string {
  if (found.offers.length === 0) return "The run tested no model, only baselines.";
  return `${admittedSentence(found)} ${frontSentence(found, names)}`.trim();
}

function admittedSentence({ offers }: Procurement): string {
  const admitted = offers.filter(({ status }) => status === "admitted").length;
  const open = offers.filter(({ status }) => status === "undecided").length;
  const models = counted(offers.length, "model");
  const lead =
    admitted === 0
      ? `None of ${models} meets all exclusion criteria and minimum points`
      : `Of ${models}, ${decimal(admitted)} ${agree(admitted, "meets", "meet")} all exclusion criteria and minimum points`;
  return open === 0 ? `${lead}.` : `${lead}; for ${decimal(open)} this is open.`;
}

function frontSentence({ offers, methods, standings, role }: Procurement, names: Names): string {
  if (role === "verifizierend") return "";
  const decisive = methods.find((one) => one.decisive);
  if (decisive === undefined) {
    const admitted = offers.some(({ status }) => status === "admitted");
    const reason = admitted
      ? "because no admitted model has a known price"
      : "because no model is admitted";
    return `There is no figure of performance and price, ${reason}.`;
  }
  const { method, first } = decisive;
  const where = `${agree(first.length, "is", "are")}${first.length > 1 ? " level" : ""} in front`;
  const lead = `By the method chosen before the run (${words.methods[method]}) ${listed(first.map(names))} ${where}`;
  const [only] = first;
  const standing = standings.find(({ model }) => model === only);
  if (first.length > 1 || standing === undefined || standings.length < 2) return `${lead}.`;
  const sure = `in ${percent(standing.firstShare)} of the recalculations`;
  return standing.worst > 1
    ? `${lead}, ${sure}. That is not certain: with the uncertainty of the points, places ${decimal(standing.best)} to ${decimal(standing.worst)} are possible.`
    : `${lead}, ${sure}.`;
}

/** Difference of two models in points; what cannot be told apart is called so. */
export function pairSentence(pair: OfferPair, names: Names): string {
  const [a, b] = [names(pair.a), names(pair.b)];
  const range = `${decimal(pair.low)} to ${decimal(pair.high)}`;
  const size = `${decimal(pair.difference)} performance points (interval ${range}, ${sampleSize(pair.n)})`;
  return pair.distinguishable
    ? `${a} and ${b} differ: ${size}.`
    : `${a} and ${b} cannot be told apart statistically: ${size}.`;
}

/** From how many requests on a model of one's own costs less. */
export function breakEvenSentence(row: BreakEven, names: Names): string {
  const [own, other] = [names(row.own), names(row.other)];
  const planned = `${wholeNumber(row.plannedPerYear)} are planned`;
  if (row.result === "always") return `${own} costs less than ${other} at any volume.`;
  if (row.result === "never") return `${own} costs less than ${other} at no volume.`;
  const volume = wholeNumber(row.requestsPerYear ?? 0);
  return row.result === "from"
    ? `${own} costs less than ${other} from ${volume} requests a year on; ${planned}.`
    : `${own} costs less than ${other} only up to ${volume} requests a year; ${planned}.`;
}

/** The chosen corridor beside what the uncertainty would ask for. */
export function corridorSentence({
  chosen,
  computed,
}: {
  chosen: number;
  computed: number;
}): string {
  const wide = computed > chosen ? ", further than the chosen corridor" : "";
  return `The corridor was set to ${decimal(chosen)}% before the run. The interval of the figure of the model with the highest figure reaches ${decimal(computed)}% downwards${wide}.`;
}
