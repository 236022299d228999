import { evidenceRow, numberText, type RowPlace } from "./evidence-row.ts";
import type { EvidenceInput, EvidenceRow } from "./list-evidence.ts";

const unsaid: RowPlace = { missing: "Der Lauf nennt es nicht.", source: "manifest.json" };

/** Section 1: which run this is, and what repeats it. */
export function identityEvidence(input: EvidenceInput, role: string): EvidenceRow[] {
  const { findings, manifest, requirements, files } = input;
  const { run, suites } = findings;
  const { name = "", version = "", commit, node, platform } = run.harness;
  const hash = files.find((file) => file.name === "manifest.json")?.sha256;
  const began = run.createdAt === "unknown" ? undefined : run.createdAt;
  return [
    evidenceRow("Rolle", role, unsaid),
    evidenceRow("Kennung des Laufs", run.id, unsaid),
    evidenceRow("Beginn", began, unsaid),
    evidenceRow("Programm und Version", `${name} ${version}`, unsaid),
    evidenceRow("Stand des Programms (Commit)", commit, {
      ...unsaid,
      missing: "Der Lauf hält nur die Version fest, keinen Commit.",
    }),
    evidenceRow("Umgebung", [node, platform].filter(Boolean).join(", "), unsaid),
    evidenceRow("Prüfsumme der Konfiguration (manifest.json)", hash, unsaid),
    evidenceRow("Anforderungen", requirementsText(input), {
      source: "manifest.json",
      missing: "Der Lauf begann ohne Anforderungen.",
    }),
    ...suites.map((suite) =>
      evidenceRow(
        "Testsatz: Version, Fälle, SHA-256",
        `${suite.version}, ${suite.cases} Fälle, ${suite.hash || "ohne Prüfsumme"}`,
        {
          ...unsaid,
          subject: suite.name,
        },
      ),
    ),
    evidenceRow("Startwert", numberText(run.seed), unsaid),
    evidenceRow("Wiederholungen je Durchgang", numberText(run.attempts), unsaid),
    evidenceRow("Umfang", run.profile === "full" ? "alle Fälle" : "Schnelllauf", unsaid),
    evidenceRow("Prüfende Stelle", requirements?.operator, {
      missing: "In den Anforderungen fehlt operator.",
      source: "manifest.json",
    }),
    evidenceRow(
      "Sitzungen",
      manifest.sessions.map(({ startedAt }) => startedAt).join(", "),
      unsaid,
    ),
  ];
}

function requirementsText({ manifest, requirements }: EvidenceInput): string | undefined {
  const { requirements: recorded } = manifest;
  if (recorded === undefined || requirements === undefined) return undefined;
  return `${recorded.file}, festgelegt am ${requirements.date}, SHA-256 ${recorded.sha256}`;
}

/** Section 2: what answered, and how it was asked. */
export function modelEvidence({ findings, requirements, manifest }: EvidenceInput): EvidenceRow[] {
  const window = [manifest.sessions.at(0)?.startedAt, manifest.sessions.at(-1)?.startedAt];
  return findings.models
    .filter(({ kind }) => kind === "model")
    .flatMap((model) => {
      const place = { ...unsaid, subject: model.id };
      const offer = requirements?.prices?.offers.find((one) => one.model === model.id);
      const details = Object.entries(model.details).map(([name, value]) => `${name} ${value}`);
      const { temperature, seed, maxTokens } = model.parameters;
      const limit = maxTokens === undefined ? "nach Suite" : numberText(maxTokens);
      return [
        evidenceRow(
          "Name und Stand",
          [model.name, model.revision].filter(Boolean).join(", "),
          place,
        ),
        evidenceRow(
          "Weg und Endpunkt",
          `${model.way} ${model.wayVersion}, ${model.endpoint}`,
          place,
        ),
        evidenceRow("Ort der Verarbeitung", model.place, place),
        evidenceRow("Lizenz", model.license, place),
        evidenceRow("Gewichte, Laufzeit und Weiteres", details.join("; "), place),
        evidenceRow(
          "Parameter",
          `Temperatur ${numberText(temperature)}, Startwert ${numberText(seed)}, Höchstlänge ${limit}; Prompts: in der Prüfsumme der Suite`,
          place,
        ),
        evidenceRow(
          "Zeitraum der Abfrage",
          window.every(Boolean) ? window.join(" bis ") : undefined,
          place,
        ),
        evidenceRow(
          "Preisgrundlage",
          offer &&
            `${requirements?.prices?.basis ?? ""}, Stand ${requirements?.prices?.asOf ?? ""}`,
          {
            ...place,
            missing: "In den Anforderungen steht kein Preis für dieses Modell.",
          },
        ),
      ];
    });
}
