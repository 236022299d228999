/** Gives the next whole number from 0 to 2³² − 1. */
export type Random = () => number;

/**
 * A small seeded generator (sfc32 of the PractRand suite, 128 bits of state). The same seed and
 * stream give the same numbers on every machine; different streams are independent of each other.
 */
export function createRandom(seed: number, stream: number): Random {
  let [a, b, c, counter] = [seed | 0, stream | 0, Math.floor(seed / 2 ** 32) | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < warmUpRounds; round += 1) next();
  return next;
}

/** Rounds after which every bit of seed and stream has reached every bit of the state. */
const warmUpRounds = 20;
