import type { GateFindings } from "../../core/findings-gate.ts";
import { decimal } from "./gate-rule.ts";
import type { GateSide } from "./gate-side.ts";
import { mcnemarLossP } from "../statistics/mcnemar.ts";
import type { PlaceSides } from "./place-sides.ts";

/** What the notices are made from. */
interface NoticeSource {
  readonly baseline: GateSide;
  readonly candidate: GateSide;
  readonly sides: readonly PlaceSides[];
}

/** What a reader has to know beside the decision, each sentence once. German. */
export function gateNotices(
  findings: Omit<GateFindings, "notices">,
  { baseline, candidate, sides }: NoticeSource,
): string[] {
  const notices = [
    ...unprovenDrops(findings),
    ...blindRows(findings),
    ...criticalNotices(findings),
    ...cacheNotice(findings),
    ...sameCalls(sides),
    ...otherRevisions(baseline, candidate),
    ...attemptNotice(sides),
  ];
  return [...new Set(notices)];
}

function unprovenDrops({ criteria, rule }: Omit<GateFindings, "notices">): string[] {
  return criteria
    .filter(
      ({ drop = 0, status, deciding }) =>
        deciding && drop > rule.maxDrop + 1e-9 && status !== "worse",
    )
    .map(
      ({ title, drop = 0, pHolm = 1 }) =>
        `${title}: ${decimal(drop * 100, 1)} Punkte weniger, aber das kann Zufall sein (p nach Holm ${decimal(pHolm)}).`,
    );
}

/** Rows that stay without a red result even if every case that passed before fails. */
function blindRows({ criteria, rule }: Omit<GateFindings, "notices">): string[] {
  if (rule.strict) return [];
  return criteria
    .filter(
      ({ deciding, n, passedBefore }) =>
        deciding &&
        n > 0 &&
        (mcnemarLossP(passedBefore, 0) >= rule.criteriaAlpha ||
          passedBefore / n <= rule.maxDrop + 1e-9),
    )
    .map(
      ({ title, model, n, passedBefore }) =>
        `${title} (${model}): In der Vergleichsbasis ${passedBefore === 1 ? "ist" : "sind"} nur ${passedBefore} von ${n} Fällen bestanden. Selbst wenn alle durchfielen, machte die Quote das Gate nicht rot. Fragen Sie alle Fälle (--profile full) oder ein Modell, das mehr besteht.`,
    );
}

function criticalNotices({ criticalNoise, rule }: Omit<GateFindings, "notices">): string[] {
  const { cases, worst, atTwoPercent, tolerable } = criticalNoise;
  if (cases === 0) return [];
  const counted = cases === 1 ? "Der kritische Fall macht" : `Die ${cases} kritischen Fälle machen`;
  if (worst <= rule.criticalAlpha) {
    return [
      `${counted} das Gate höchstens in ${percent(worst)} der Läufe ohne Grund rot, wie sehr ${cases === 1 ? "er auch schwankt" : "sie auch schwanken"}; die ganze Regel bleibt unter ${percent(rule.alpha)}.`,
    ];
  }
  return [
    `${counted} das Gate in ${percent(atTwoPercent)} der Läufe ohne Grund rot, wenn ${cases === 1 ? "er" : "jeder"} in 2 % seiner Versuche kippt. Dass die ganze Regel unter ${percent(rule.alpha)} Fehlalarm bleibt, gilt bis zu einer Kippquote von ${percent(tolerable)}; fragen Sie kritische Fälle in der Vergleichsbasis öfter (--critical-attempts 10), dann fallen wacklige vorher auf.`,
  ];
}

function cacheNotice({ cachedAnswers, answers }: Omit<GateFindings, "notices">): string[] {
  if (cachedAnswers === 0) return [];
  return [
    `${cachedAnswers} von ${answers} Antworten des neuen Laufs stammen aus dem Zwischenspeicher früherer Läufe; gefragt wurde dafür nicht.`,
  ];
}

/** Both sides sent the very same: the prompt is not another one. */
function sameCalls(sides: readonly PlaceSides[]): string[] {
  return sides.flatMap(({ title, before, after }) => {
    const known = new Set(before.map(({ callHash }) => callHash).filter((hash) => hash !== ""));
    const same = after.length > 0 && after.every(({ callHash }) => known.has(callHash));
    return known.size > 0 && same
      ? [`${title}: Beide Läufe haben dieselben Anfragen gestellt; der Prompt ist nicht geändert.`]
      : [];
  });
}

function otherRevisions(baseline: GateSide, candidate: GateSide): string[] {
  return candidate.models.flatMap(({ id, revision }) => {
    const before = baseline.models.find((model) => model.id === id)?.revision;
    return before === undefined || revision === undefined || before === revision
      ? []
      : [
          `${id} hat einen anderen Stand als in der Vergleichsbasis (${before} gegen ${revision}); Unterschiede können daher kommen.`,
        ];
  });
}

/** Majorities are taken over the attempts that both sides have. */
function attemptNotice(sides: readonly PlaceSides[]): string[] {
  const most = (pick: "before" | "after"): number =>
    sides.reduce(
      (largest, side) => side[pick].reduce((max, { attempt }) => Math.max(max, attempt), largest),
      0,
    );
  const [before, after] = [most("before"), most("after")];
  if (before === after) return [];
  return [
    `Die Vergleichsbasis hat bis zu ${before} Versuche je Fall, der neue Lauf bis zu ${after}; die Quoten vergleichen nur Versuche, die beide haben.`,
  ];
}

/** Never `0 %` for what can happen. */
function percent(share: number): string {
  if (share > 0 && share < 0.0005) return "unter 0,1 %";
  return `${decimal(share * 100, 1)} %`;
}
