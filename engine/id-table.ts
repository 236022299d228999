import { hash as digest } from "node:crypto";
import { makeHashStore } from "./hash-store.ts";

/** Gives ids numbers, counted from 0 in the order they came. */
export interface IdTable {
  /** The number of an id; a new one gets the next. */
  readonly add: (id: string) => number;
  /** The number of an id that was added; absent for others. */
  readonly find: (id: string) => number | undefined;
}

const sha256 = /^[0-9a-f]{64}$/u;
const firstSize = 1024;

/**
 * Makes an empty table. Trial ids are SHA-256 values and are kept as bytes: 40 to 48 each, where a `Map`
 * takes 120. Of any other id (another program's) the SHA-256 is kept.
 */
export function makeIdTable(): IdTable {
  const hashes = makeHashStore();
  let count = 0;
  // A number is counted from 1 here; 0 is free. Never more than half full.
  let slots = new Int32Array(firstSize);
  const slotOf = (key: string): number => {
    let slot = Number.parseInt(key.slice(0, 8), 16) & (slots.length - 1);
    while (slots[slot] !== 0 && hashes.at((slots[slot] ?? 0) - 1) !== key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    for (let number = 0; number < count; number += 1) slots[slotOf(hashes.at(number))] = number + 1;
  };
  return {
    add: (id) => {
      const key = keyOf(id);
      const known = slots[slotOf(key)] ?? 0;
      if (known > 0) return known - 1;
      if (count * 2 >= slots.length) grow();
      slots[slotOf(key)] = count + 1;
      hashes.add(key);
      count += 1;
      return count - 1;
    },
    find: (id) => {
      const number = slots[slotOf(keyOf(id))] ?? 0;
      return number === 0 ? undefined : number - 1;
    },
  };
}

function keyOf(id: string): string {
  return sha256.test(id) ? id : digest("sha256", id, "hex");
}
