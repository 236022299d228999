import type { Value } from "../text/value.ts";
import { addFoundKeys, wantedKey } from "../text/values-keys.ts";

/** The values that a source says, looked up by what is wanted. */
export class SaidValues {
  readonly #values: readonly Value[];
  /**
   * By turns a key, or 0, and the number of a value with it, in one array, for it is asked for the
   * values of every answer to the case.
   */
  readonly #places: Int32Array;

  constructor(values: readonly Value[]) {
    this.#values = values;
    const byValue = values.map((value) => {
      const keys: number[] = [];
      addFoundKeys(value, keys);
      return keys;
    });
    let size = fewestPlaces;
    while (size < 4 * byValue.flat().length) size *= 2;
    this.#places = new Int32Array(size);
    for (const [number, keys] of byValue.entries()) {
      for (const key of keys) if (key !== 0) this.#put(key, number);
    }
  }

  /** Is there a value that could be what is wanted and passes the test? */
  some(wanted: Value, test: (said: Value) => boolean): boolean {
    const places = this.#places;
    const mask = places.length - 1;
    const key = wantedKey(wanted);
    for (let at = placeOf(key, mask); places[at] !== 0; at = (at + 2) & mask) {
      const said = places[at] === key ? this.#values[places[at + 1] ?? 0] : undefined;
      if (said !== undefined && test(said)) return true;
    }
    return false;
  }

  #put(key: number, number: number): void {
    const places = this.#places;
    const mask = places.length - 1;
    let at = placeOf(key, mask);
    while (places[at] !== 0) at = (at + 2) & mask;
    places[at] = key;
    places[at + 1] = number;
  }
}

/** Places of a table, a power of two; at least half of them stay free. */
const fewestPlaces = 16;

/** The high bits of a key are spread best. */
function placeOf(key: number, mask: number): number {
  return (key >>> 12) & mask & ~1;
}
