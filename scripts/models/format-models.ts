import type { Answered } from "./ask-model.ts";
import type { ListedModel } from "./listed-model.ts";

const number = new Intl.NumberFormat("de-DE");

/** The overview for people: a paragraph a model, grouped. */
export function formatModels(models: readonly ListedModel[]): string {
  const groups = Map.groupBy(models, ({ group }) => group);
  return [...groups]
    .map(([group, members]) => [`${group}:`, ...members.map(formatModel)].join("\n"))
    .join("\n\n");
}

function formatModel(model: ListedModel): string {
  const { contextTokens, keyVariable, obstacle, card } = model;
  const facts = [
    model.place === "unbekannt" ? "Ort unbekannt" : model.place,
    model.price === "–" ? "kein Preis" : `Preis ${model.price}`,
    model.id.startsWith("baseline:") ? "" : contextText(contextTokens),
    keyVariable === undefined ? "" : `Schlüssel ${keyVariable} ${model.key}`,
    card === undefined ? "" : `Karte ${card}`,
  ].filter((fact) => fact !== "");
  const mark = obstacle === undefined ? "✓" : "✗";
  const lines = [`  ${mark} ${model.id}`, `      ${facts.join(" · ")}`];
  if (obstacle !== undefined) lines.push(`      Geht nicht: ${obstacle}`);
  return [...lines, ...model.remarks.map((remark) => `      ${remark}`)].join("\n");
}

function contextText(tokens: number | undefined): string {
  return `Kontext ${tokens === undefined ? "unbekannt" : `${number.format(tokens)} Token`}`;
}

/** What came of the questions; an obstacle that stands in the overview is not said again. */
export function formatAnswers(
  answers: readonly Answered[],
  models: readonly ListedModel[],
): string {
  const blocked = new Set(
    models.filter(({ obstacle }) => obstacle !== undefined).map(({ id }) => id),
  );
  return answers
    .map((one) =>
      blocked.has(one.id) ? `✗ ${one.id}\n    nicht gefragt (siehe oben)` : formatAnswered(one),
    )
    .join("\n");
}

/** One answered question: answer, time, tokens. */
function formatAnswered(answered: Answered): string {
  const { id, ok, text, totalMs, firstTokenMs, loadMs, inputTokens, outputTokens } = answered;
  const line = text.replaceAll(/\s+/gu, " ");
  if (!ok) return `✗ ${id}\n    ${line}`;
  const shown = line.slice(0, 300);
  const times = [
    totalMs === undefined ? "" : `${number.format(Math.round(totalMs))} ms`,
    firstTokenMs === undefined
      ? ""
      : `erstes Token nach ${number.format(Math.round(firstTokenMs))} ms`,
    loadMs === undefined ? "" : `Laden ${number.format(Math.round(loadMs))} ms`,
    `Token hin ${inputTokens ?? "unbekannt"}, zurück ${outputTokens ?? "unbekannt"}`,
  ].filter((part) => part !== "");
  return `✓ ${id}\n    „${shown}“\n    ${times.join(" · ")}`;
}
