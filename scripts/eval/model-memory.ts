import type { Model } from "../../core/model.ts";
import type { Manifest } from "../../core/manifest.ts";

type Memory = Pick<Manifest["sessions"][number], "peakMemoryBytes" | "modelMemoryBytes">;

/** What a sitting took of the memory. */
export interface MemoryWatch {
  /** Remembers an embedded model, and gives it back. */
  readonly watch: (model: Model) => Model;
  readonly memory: () => Memory;
}

/**
 * The memory of this program and of the processes of its embedded models. They come one after the other,
 * so this program's peak and the largest of theirs are together more than was ever taken at once.
 *
 * @param ownPeakBytes the most this program has taken so far
 */
export function watchMemory(ownPeakBytes: () => number): MemoryWatch {
  const watched: Model[] = [];
  return {
    watch: (model) => {
      if (model.peakMemoryBytes !== undefined) watched.push(model);
      return model;
    },
    memory: () => {
      const peaks = watched.flatMap((model) => {
        const bytes = model.peakMemoryBytes?.();
        return bytes === undefined ? [] : [[model.description.id, bytes] as const];
      });
      const largest = Math.max(0, ...peaks.map(([, bytes]) => bytes));
      return {
        peakMemoryBytes: ownPeakBytes() + largest,
        ...(peaks.length > 0 && { modelMemoryBytes: Object.fromEntries(peaks) }),
      };
    },
  };
}
