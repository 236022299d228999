import type { Requirements } from "../../core/requirements.ts";
import type { MeasuredRun } from "../measured-run.ts";
import type { JudgedOffer } from "./offers.ts";
import { formatNumber } from "./words.ts";

/** From this weight on hardly anything but the price counts. */
const mostPriceWeight = 90;

/** What has to be said beside the numbers. */
export function notesFor(
  run: MeasuredRun,
  requirements: Requirements,
  offers: readonly JudgedOffer[],
): string[] {
  return [
    roleNotes[requirements.role],
    ...priceWeightNote(requirements),
    ...profileNote(run, requirements),
    ...ageNote(run),
    ...unreliableNotes(offers),
    ...openNotes(offers),
  ];
}

const roleNotes: Readonly<Record<Requirements["role"], string>> = {
  markterkundung:
    "Markterkundung, keine Angebotswertung: Die Zahlen dienen der Vorbereitung (VgV § 28) und ersetzen kein Vergabeverfahren. Es gibt keinen Rang.",
  verifizierend:
    "Verifizierende Teststellung: Geprüft wird, ob zugesagte Kriterien erfüllt sind. Ein Angebot kann dadurch ausscheiden, die Rangfolge der Angebote ändert sich nicht. Kennzahl und Rang entfallen deshalb.",
  wertend:
    "Wertende Teststellung: Die Punkte zählen in der Angebotswertung mit dem bekannt gemachten Gewicht. Verfahren, Gewichte und Schwellen standen vor dem Lauf fest.",
};

function priceWeightNote({ method }: Requirements): string[] {
  const { decisive, priceWeight = 0 } = method;
  if (decisive !== "ufab-ii" || priceWeight < mostPriceWeight) return [];
  return [
    `Der Preis zählt ${formatNumber(priceWeight)} %: Eine Gewichtung von 90 % Preis zu 10 % Qualität hielt das OLG Düsseldorf für rechtswidrig (9. Januar 2013, Verg 33/12).`,
  ];
}

function profileNote({ manifest }: MeasuredRun, { role }: Requirements): string[] {
  if (manifest.profile === "full" || role === "markterkundung") return [];
  return ["Der Schnelllauf prüft nur wenige Fälle und taugt nicht für eine Teststellung."];
}

function ageNote({ manifest }: MeasuredRun): string[] {
  if (!Number.isNaN(Date.parse(manifest.createdAt))) return [];
  return [
    "Der Lauf nennt keinen Zeitpunkt; dass die Anforderungen vor ihm feststanden, lässt sich nicht belegen.",
  ];
}

function unreliableNotes(offers: readonly JudgedOffer[]): string[] {
  return offers.flatMap(({ result: { model, criteria } }) => {
    const doubtful = criteria.filter(({ measured }) => measured?.reliable === false);
    return doubtful.length === 0
      ? []
      : [
          `Nicht belastbar bei ${model} (über 5 % der Durchgänge nicht gemessen): ${doubtful.map(({ id }) => id).join(", ")}.`,
        ];
  });
}

function openNotes(offers: readonly JudgedOffer[]): string[] {
  const open = offers.filter(({ result }) => result.status === "undecided");
  if (open.length === 0) return [];
  const names = open.map(({ result }) => result.model).join(", ");
  return [`Offen und darum ohne Kennzahl: ${names}. Was fehlt, steht beim Modell.`];
}
