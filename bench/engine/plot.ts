import type { CpuRow } from "./compare.ts";
import { round } from "./results.ts";

const left = 220;
const right = 700;
const rowHeight = 36;
const top = 56;

/**
 * Draws processor time per case as bars on a logarithmic scale, as SVG. The same figures give the same
 * picture, byte by byte.
 */
export function drawCpu(rows: readonly CpuRow[]): string {
  const measured = rows.flatMap(({ name, perCase }) =>
    perCase === undefined || perCase <= 0 ? [] : [{ name, perCase }],
  );
  const low = Math.floor(Math.log10(Math.min(...measured.map(({ perCase }) => perCase))));
  const high = Math.ceil(Math.log10(Math.max(...measured.map(({ perCase }) => perCase))));
  const x = (value: number): number =>
    Math.round(left + ((Math.log10(value) - low) / Math.max(1, high - low)) * (right - left));
  const height = top + measured.length * rowHeight + 40;
  const bottom = height - 32;
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Processor time per case">`,
    `<rect width="800" height="${height}" fill="#fff"/>`,
    `<text x="16" y="28" font-size="16">Processor time per persisted case, milliseconds (logarithmic, less is better)</text>`,
    ...ticks.map((tick) => drawTick(x(tick), bottom, String(Number(tick.toPrecision(1))))),
    ...measured.map(({ name, perCase }, index) => {
      const y = top + index * rowHeight;
      const fill = name.startsWith("Amtsprobe") ? "#1b5e8c" : "#9aa5b1";
      const end = x(perCase);
      return [
        `<text x="${left - 10}" y="${y + 17}" text-anchor="end">${name}</text>`,
        `<rect x="${left}" y="${y + 2}" width="${Math.max(2, end - left)}" height="22" fill="${fill}"/>`,
        `<text x="${Math.max(left + 2, end) + 6}" y="${y + 17}">${round(perCase)}</text>`,
      ].join("\n");
    }),
    "</svg>",
    "",
  ].join("\n");
}

function drawTick(x: number, bottom: number, label: string): string {
  return [
    `<line x1="${x}" y1="${top - 8}" x2="${x}" y2="${bottom}" stroke="#ddd"/>`,
    `<text x="${x}" y="${bottom + 18}" text-anchor="middle" fill="#555">${label}</text>`,
  ].join("\n");
}
