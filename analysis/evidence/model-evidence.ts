import type { ModelDescription } from "../../core/model.ts";
import {
  evidenceRow,
  numberText,
  type EvidenceInput,
  type EvidenceRow,
  type RowPlace,
} from "./evidence-row.ts";

/** Section 2: what answered, and how it was asked. Baselines are no models. */
export function modelEvidence(input: EvidenceInput): EvidenceRow[] {
  const { sessions } = input.manifest;
  const [first, last] = [sessions.at(0)?.startedAt, sessions.at(-1)?.startedAt];
  const window = first === undefined || last === undefined ? undefined : `${first} bis ${last}`;
  return input.findings.models
    .filter(({ kind }) => kind === "model")
    .flatMap((model) => {
      const place = {
        missing: "Der Lauf nennt es nicht.",
        source: "manifest.json",
        subject: model.id,
      };
      return [
        ...sheetRows(model, place),
        evidenceRow("Zeitraum der Abfrage (Beginn der Sitzungen)", window, place),
        evidenceRow("Preisgrundlage", priceText(input, model.id), {
          ...place,
          missing: "In den Anforderungen steht kein Preis für dieses Modell.",
        }),
      ];
    });
}

function sheetRows(model: ModelDescription, place: RowPlace): EvidenceRow[] {
  const details = Object.entries(model.details).map(([name, value]) => `${name} ${value}`);
  const { temperature, seed, maxTokens } = model.parameters;
  const limit = maxTokens === undefined ? "nach Suite" : numberText(maxTokens);
  const parameters = `Temperatur ${numberText(temperature)}, Startwert ${numberText(seed)}, Höchstlänge ${limit}; Prompts: in der Prüfsumme der Suite`;
  const reached = `${model.way} ${model.wayVersion}, ${model.endpoint}`;
  return [
    evidenceRow("Name", model.name, place),
    evidenceRow("Stand", model.revision, place),
    evidenceRow("Weg und Endpunkt", reached, place),
    evidenceRow("Ort der Verarbeitung", model.place, place),
    evidenceRow("Lizenz", model.license, place),
    evidenceRow("Gewichte, Laufzeit und Weiteres", details.join("; "), place),
    evidenceRow("Parameter", parameters, place),
  ];
}

function priceText({ requirements }: EvidenceInput, model: string): string | undefined {
  const prices = requirements?.prices;
  const offer = prices?.offers.find((one) => one.model === model);
  return prices === undefined || offer === undefined
    ? undefined
    : `${prices.basis}, Stand ${prices.asOf}`;
}
