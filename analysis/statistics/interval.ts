/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What values a quantity can take at all. */
export interface Scale {
  readonly minimum: number;
  /** `Infinity` for counts. */
  readonly maximum: number;
}

export const scales = {
  share: { minimum: 0, maximum: 1 },
  /** A share minus a share. */
  difference: { minimum: -1, maximum: 1 },
  /** A difference minus a difference. */
  interaction: { minimum: -2, maximum: 2 },
  count: { minimum: 0, maximum: Infinity },
  countDifference: { minimum: -Infinity, maximum: Infinity },
} as const satisfies Record<string, Scale>;

/** Cuts an interval down to what is possible. */
export function clampInterval({ low, high }: Interval, scale: Scale): Interval {
  return { low: Math.max(low, scale.minimum), high: Math.min(high, scale.maximum) };
}
