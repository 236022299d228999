/** A horizontal axis. Values are shares or differences of shares; positions are 0 to 100 %. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** The axis of a share: 0 to 100 % in quarters. */
export const shareScale: Scale = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

/** An axis for differences that holds 0 and every given value, with at most seven round ticks. */
export function differenceScale(values: readonly number[]): Scale {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const step = steps.find((size) => (highest - lowest) / size <= 5) ?? widestStep;
  const first = Math.floor(lowest / step);
  const last = Math.max(Math.ceil(highest / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks };
}

const widestStep = 0.5;
const steps = [0.02, 0.05, 0.1, 0.2, 0.25, widestStep];

/** An axis from 0 to beyond the largest value, with two to six round ticks. */
export function upwardScale(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values);
  const highest = largest > 0 ? largest : 1;
  const size = 10 ** Math.floor(Math.log10(highest));
  const step = [0.2, 0.25, 0.5, 1, 2].map((part) => part * size).find((one) => highest / one <= 5);
  const width = step ?? 2 * size;
  const count = Math.max(1, Math.ceil(highest / width - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, at) => at * width);
  return { low: 0, high: count * width, ticks };
}

/** Where a value stands on the axis, as an SVG length: `62.5%`. */
export function position(value: number, scale: Scale): string {
  return `${rounded(share(value, scale) * 100)}%`;
}

/** How wide a stretch of the axis is, as an SVG length. */
export function extent(from: number, to: number, scale: Scale): string {
  return `${rounded(Math.abs(share(to, scale) - share(from, scale)) * 100)}%`;
}

function share(value: number, scale: Scale): number {
  const inside = (value - scale.low) / (scale.high - scale.low);
  return Math.min(1, Math.max(0, inside));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
