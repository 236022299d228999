import { percent } from "../text/numbers.ts";
import { shareMethod, type PromptResult, type Share, type Yardsticks } from "./result.ts";

const partNames = { task: "Auftrag", source: "Quelle", form: "Form", check: "Prüfung" } as const;

/** The sheet for one participant, Markdown. Nobody else gets it. */
export function renderFeedback(result: PromptResult, yardsticks: Yardsticks): string {
  const { code, parts, personalData, advice } = result;
  const rows = Object.entries(partNames).map(
    ([part, name]) =>
      `| ${name} | ${parts[part as keyof typeof partNames] ? "genannt" : "fehlt"} |`,
  );
  return [
    `# Rückmeldung für ${code}`,
    `| Teil | Ihr Prompt |\n|---|---|\n${rows.join("\n")}\n| Angaben zu Personen | ${personalData === 0 ? "keine gefunden" : `${personalData} gefunden`} |`,
    advice,
    resultPart(result, yardsticks),
    "Dieses Blatt ist nur für Sie. Ergebnisse einzelner Personen werden nicht weitergegeben.",
  ].join("\n\n");
}

function resultPart({ share, notSent }: PromptResult, { untrained, trained }: Yardsticks): string {
  if (share === undefined) return `Der Prompt wurde nicht ausprobiert: ${notSent ?? "ohne Angabe"}`;
  const lines = [
    `- Ihr Prompt: ${shareText(share)}`,
    ...(untrained === undefined ? [] : [`- kurzer Auftrag ohne Schulung: ${shareText(untrained)}`]),
    ...(trained === undefined ? [] : [`- Auftrag nach Schulung: ${shareText(trained)}`]),
  ];
  const hint =
    share.n < 10 ? "\n\nBei so wenigen Fällen sagt die Zahl wenig; der Bereich ist breit." : "";
  return `Bestandene Fälle (${shareMethod}):\n\n${lines.join("\n")}${hint}`;
}

/** „3 von 5 Fällen (23 % bis 88 %)“. */
export function shareText({ n, passed, low, high }: Share): string {
  return `${passed} von ${n} Fällen (${percent(low)} bis ${percent(high)})`;
}
