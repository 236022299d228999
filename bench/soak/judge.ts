import { megabytes, type SoakResult } from "../soak.ts";

/** Growth of memory in one life that still counts as flat. */
const mostGrowth = 1.25;

/** What a soak came to as German lines, and whether everything held. */
export function judgeSoak(result: SoakResult): {
  readonly lines: string[];
  readonly holds: boolean;
} {
  const { lives, planned, lost, doubled, ungraded, requests, faults } = result;
  const killed = lives.filter(({ code }) => code === undefined);
  const last = lives.at(-1);
  const left = last?.left ?? ["nicht gemessen"];
  const warm = lives.flatMap(({ growth: one }) => one ?? []);
  const growth = Math.max(0, ...warm.map(({ early, late }) => late / early));
  const peak = Math.max(0, ...lives.map((life) => life.peak));
  const isDone = last?.code === 0;
  const lines = [
    `${planned} Durchgänge, ${requests} Anfragen beim Stub, davon ${faults} mit Absicht gescheitert; ${killed.length} Mal mit SIGKILL beendet.`,
    `Verloren: ${lost}. Doppelt: ${doubled}. Ohne Urteil: ${ungraded}. ${isDone ? "Vollständig beendet." : "Nicht zu Ende gekommen."}`,
    `Arbeitsspeicher höchstens ${megabytes(peak)} MB; letztes Viertel gegenüber dem ersten, sobald ein Leben warm ist (${warm.length} von ${lives.length}): höchstens × ${growth.toFixed(2)}.`,
    `Handles und Zeitgeber am Ende mehr als am Anfang: ${left.length === 0 ? "keine" : left.join(", ")}.`,
  ];
  const holds =
    isDone &&
    lost + doubled + ungraded === 0 &&
    left.length === 0 &&
    warm.length > 0 &&
    growth <= mostGrowth;
  return { lines, holds };
}
