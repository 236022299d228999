import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Case } from "../../core/case.ts";
import { trainedVariant, variantGroup, type Suite } from "../../core/suite.ts";
import { deadLinks } from "./dead-links.ts";

/** Something an author should look at; none of it makes a check fail. */
export interface Remark {
  /** Absent when the remark is about the whole suite. */
  readonly case?: string;
  readonly text: string;
}

/** Competences of `docs/` and of the training exercises; each case trains at least one. */
export const competences: readonly string[] = [
  "pruefen",
  "prompten",
  "daten",
  "bias",
  "sicherheit",
  "adressat",
  "verantwortung",
  "kalibrierung",
];

/**
 * Missing examples and tags, sources that are old or not yet there, missing ways of asking, a folder of another name, cells that were not
 * split, and dead links of the data card.
 */
export function remarksOn(suite: Suite, folder: string, today: string): Remark[] {
  return [
    ...suite.cases.flatMap(missingExamples),
    ...suite.cases.flatMap(missingTags),
    ...suite.cases.flatMap((graded) => oldSource(graded, today)),
    ...variantRemarks(suite),
    ...nameRemarks(suite, folder),
    ...(existsSync(join(folder, "faelle.csv")) ? suite.cases.flatMap(unsplitCells) : []),
    ...cardRemarks(folder),
  ];
}

/** Without both ways of asking a run cannot say what training brings. */
function variantRemarks({ variants }: Suite): Remark[] {
  const groups = new Set(Object.keys(variants).map(variantGroup));
  const missing = [
    ...(groups.has(trainedVariant) ? [] : ["trained"]),
    ...(groups.has("untrained") ? [] : ["untrained-kurz, untrained-kopie oder untrained-vage"]),
  ];
  return missing.map((name) => ({
    text: `Es fehlt die Prompt-Variante ${name}; so misst ein Lauf nicht, was Schulung bringt. Fragen können Sie mit --variant ${Object.keys(variants).join(",")}`,
  }));
}

function nameRemarks({ name }: Suite, folder: string): Remark[] {
  const own = basename(resolve(folder));
  if (own === name) return [];
  return [{ text: `Der Ordner heißt „${own}“, die Suite in suite.yaml aber „${name}“` }];
}

/** Lists of `expected` that somebody may have separated with `;`, as tables are. */
function unsplitCells({ id, expected }: Case): Remark[] {
  const names = Object.entries(expected).flatMap(([name, value]) => {
    const [only, ...more] = Array.isArray(value) ? value : [];
    return typeof only === "string" && more.length === 0 && only.includes(";") ? [name] : [];
  });
  return names.map((name) => ({
    case: id,
    text: `expected.${name} ist eine einzige Angabe mit „;“; mehrere trennt in einer Tabelle „|“`,
  }));
}

function missingExamples({ id, passes, fails }: Case): Remark[] {
  const missing = [
    ...(passes.length > 0 ? [] : ["ein richtiges (passes)"]),
    ...(fails.length > 0 ? [] : ["ein falsches (fails)"]),
  ];
  return missing.length === 0
    ? []
    : [{ case: id, text: `Beispiel fehlt: ${missing.join(" und ")}` }];
}

function missingTags({ id, tags }: Case): Remark[] {
  const missing = [
    ...(tags.some((tag) => tag.startsWith("amt-")) ? [] : ["amt-…"]),
    ...(tags.some((tag) => tag.startsWith("lebenslage-") || tag === "verwaltung-intern")
      ? []
      : ["lebenslage-… oder verwaltung-intern"]),
    ...(tags.some((tag) => competences.includes(tag))
      ? []
      : [`eine Kompetenz (${competences.join(", ")})`]),
  ];
  return missing.length === 0
    ? []
    : [{ case: id, text: `Kennzeichen fehlt: ${missing.join(", ")}` }];
}

function oldSource({ id, asOf }: Case, today: string): Remark[] {
  const year = Number(today.slice(0, 4));
  if (asOf > `${year + 1}${today.slice(4)}`) {
    return [
      { case: id, text: `Stand der Quelle liegt mehr als ein Jahr in der Zukunft (${asOf})` },
    ];
  }
  if (asOf >= `${year - 2}${today.slice(4)}`) return [];
  return [{ case: id, text: `Stand der Quelle ist älter als zwei Jahre (${asOf})` }];
}

/** The data card is there, and the files it links to as well; web addresses are only read. */
function cardRemarks(folder: string): Remark[] {
  const card = join(folder, "README.md");
  if (!existsSync(card)) return [{ text: "Die Datenkarte README.md fehlt" }];
  return deadLinks(card).map(deadLink);
}

function deadLink(link: string): Remark {
  return { text: `Der Verweis „${link}“ der Datenkarte führt ins Leere` };
}
