import { longestExcerpt, type Card } from "../core/card.ts";
import { markedText } from "./html/marked-text.ts";
import { selectCards } from "./html/select-cards.ts";

/** The report holds at most so many cards, and so does each page beside it. */
const mostCards = 400;
/** The report holds at most so many bytes of cards, so that it stays under 3 MB. */
const mostBytes = 1_600_000;
/** A page beside it holds cards with at most so many characters. */
const mostCharacters = 1_100_000;
/** Of the cards in the report so many per task are printed: paper needs no catalogue. */
export const printedPerTask = 5;
/** What a page shows of a text at the most, about. */
const longestShown = 5000;
/** Markup around the texts of a card. */
const frame = 2000;

/** Names of the files of a report. */
export interface ReportNames {
  readonly report: string;
  /** Folder beside it for the cards that the report has no room for. */
  readonly cases: string;
}
export const reportNames: ReportNames = { report: "report.html", cases: "faelle" };

/** What the names of a report's files end with: neither kind ever overwrites the one with everything. */
export function nameSuffix(options: {
  readonly anonymous?: boolean | undefined;
  readonly masked?: boolean | undefined;
}): string {
  const { anonymous = false, masked = false } = options;
  return `${anonymous ? "-anonym" : ""}${masked ? "-maskiert" : ""}`;
}

/** Names of the files of a report with such an end; the English one has files of its own. */
export function namesWith(suffix: string, language: "de" | "en" = "de"): ReportNames {
  const end = `${language === "en" ? "-en" : ""}${suffix}`;
  return { report: `report${end}.html`, cases: `faelle${end}` };
}

/** Cards of one suite that the report has no room for. */
export interface CataloguePage {
  /** Path from the folder of the report, e.g. `faelle/buergerfragen-1.html`. */
  readonly file: string;
  readonly suite: string;
  readonly number: number;
  readonly of: number;
  readonly cards: readonly Card[];
}

/** Which failure card stands where. */
export interface Catalogue {
  readonly names: ReportNames;
  /** Cards in the report itself. */
  readonly shown: readonly Card[];
  readonly pages: readonly CataloguePage[];
  /** Id of a card in its page; no id is there twice in the whole report. */
  readonly idOf: (card: Card) => string;
  /** False for cards of the report that are left out in print. */
  readonly isPrinted: (card: Card) => boolean;
  /** Link to the card with an anchor, from one of the files; `undefined` when there is none. */
  readonly linkTo: (anchor: string, from: string) => string | undefined;
}

/**
 * Spreads the cards over the report and the pages beside it. The report gets the first 400 in the
 * order of `selectCards`, or fewer when their markup would exceed 1.6 MB; the others keep
 * their order and go into pages of their suite, 400 at most in each.
 */
export function planCatalogue(cards: readonly Card[], names: ReportNames = reportNames): Catalogue {
  const ids = uniqueIds(cards);
  const ordered = selectCards(cards, cards.length);
  const [shown = []] = chunks(ordered.slice(0, mostCards), { sizeOf: bytesOf, limit: mostBytes });
  const kept = new Set(shown);
  const printed = new Set(
    [...Map.groupBy(shown, ({ suite }) => suite).values()].flatMap((own) =>
      own.slice(0, printedPerTask),
    ),
  );
  const pages = suitePages(
    ordered.filter((card) => !kept.has(card)),
    names,
  );
  const files = new Map<string, { readonly file: string; readonly id: string }>();
  const place = (file: string) => (card: Card) => {
    if (!files.has(card.anchor)) files.set(card.anchor, { file, id: ids.get(card) ?? "" });
  };
  shown.forEach(place(names.report));
  for (const page of pages) page.cards.forEach(place(page.file));
  return {
    names,
    shown,
    pages,
    idOf: (card) => ids.get(card) ?? "",
    isPrinted: (card) => !kept.has(card) || printed.has(card),
    linkTo: (anchor, from) => {
      const target = files.get(anchor);
      return target === undefined ? undefined : `${wayTo(target.file, from)}#${target.id}`;
    },
  };
}

/** Relative link from one file of the report to another; empty inside the same file. */
export function wayTo(file: string, from: string): string {
  if (file === from) return "";
  const [folder] = from.split("/");
  if (!from.includes("/")) return file;
  return file.startsWith(`${folder}/`) ? file.slice(file.indexOf("/") + 1) : `../${file}`;
}

function suitePages(cards: readonly Card[], { cases }: ReportNames): CataloguePage[] {
  const taken = new Set<string>();
  return [...Map.groupBy(cards, ({ suite }) => suite)].flatMap(([suite, members]) => {
    const stem = unique(suite.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-") || "suite", taken);
    const parts = chunks(members, { sizeOf: charactersOf, limit: mostCharacters });
    return parts.map((part, index) => ({
      file: `${cases}/${stem}-${index + 1}.html`,
      suite,
      number: index + 1,
      of: parts.length,
      cards: part,
    }));
  });
}

/** Runs of cards within the limit and the number; a single card may be larger. */
function chunks(
  cards: readonly Card[],
  { sizeOf, limit }: { readonly sizeOf: (card: Card) => number; readonly limit: number },
): Card[][] {
  const result: Card[][] = [];
  let filled = 0;
  for (const card of cards) {
    const size = sizeOf(card);
    const last = result.at(-1);
    const fits = last !== undefined && last.length < mostCards && filled + size <= limit;
    if (fits) last.push(card);
    else result.push([card]);
    filled = fits ? filled + size : size;
  }
  return result;
}

/** Bytes of a card with all its markup: unseen characters and marks take more than they are. */
function bytesOf(card: Card): number {
  const texts = textsOf(card).map((text) => Buffer.byteLength(markedText(text).text));
  return texts.reduce((sum, size) => sum + size, frame);
}

function charactersOf(card: Card): number {
  return textsOf(card).reduce((sum, text) => sum + Math.min(text.length, longestShown), frame);
}

/** Excerpts count twice, for their underlined words; the texts of a case are shared by its cards. */
function textsOf({ answer, question, text, reference, others, reasons }: Card): string[] {
  const excerpts = others.map(({ excerpt }) => excerpt);
  const beside = excerpts.length === 0 ? [] : [answer.slice(0, longestExcerpt), ...excerpts];
  const why = reasons.map(({ reason }) => reason);
  return [answer, question ?? "", text ?? "", reference ?? "", ...beside, ...beside, ...why];
}

/** Anchors are ids of the page: no blanks in them, and none twice. */
function uniqueIds(cards: readonly Card[]): Map<Card, string> {
  const taken = new Set<string>();
  return new Map(
    cards.map((card) => [card, unique(card.anchor.replaceAll(/[^\w-]/gu, "-"), taken)]),
  );
}

function unique(base: string, taken: Set<string>): string {
  let name = base;
  for (let copy = 2; taken.has(name); copy += 1) name = `${base}-${copy}`;
  taken.add(name);
  return name;
}
