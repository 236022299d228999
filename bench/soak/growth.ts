/** What a life says of its memory every half second, in bytes. */
export interface Sample {
  readonly rss: number;
  /** Size of V8's young generation. */
  readonly young: number;
  /** True between the first answer of the life and its last. */
  readonly asking: boolean;
}

/** Mean resident memory, in bytes, of the first and the last quarter of a life that is warm. */
export interface Growth {
  readonly early: number;
  readonly late: number;
}

/** Samples that a life has to have when it is warm: 4 s of them. */
const fewest = 8;

/**
 * How memory grew in a life while it asked. A process takes memory until V8 has all of its young
 * generation; that is warming up, not growth, and begins anew with every life. So what counts is the time
 * from the first answer after the young generation has reached the size it ends with, to the last
 * answer. Absent for a life that was warm for less than 4 s.
 */
export function growthOf(samples: readonly Sample[]): Growth | undefined {
  const asking = samples.filter((sample) => sample.asking);
  const full = Math.max(0, ...asking.map(({ young }) => young));
  const warm = asking.slice(asking.findIndex(({ young }) => young === full));
  if (warm.length < fewest) return undefined;
  const quarter = Math.floor(warm.length / 4);
  return { early: meanOf(warm.slice(0, quarter)), late: meanOf(warm.slice(-quarter)) };
}

function meanOf(samples: readonly Sample[]): number {
  return samples.reduce((sum, { rss }) => sum + rss, 0) / samples.length;
}
