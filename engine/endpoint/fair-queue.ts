/** Waits in turn: first by model, round robin, then in order of arrival. */
export interface FairQueue<Entry> {
  readonly push: (model: string, entry: Entry) => void;
  readonly shift: () => Entry | undefined;
  readonly remove: (model: string, entry: Entry) => void;
  readonly size: () => number;
}

/** A queue in which a model with many trials cannot keep the others at the same endpoint waiting. */
export function makeFairQueue<Entry>(): FairQueue<Entry> {
  const lines = new Map<string, Entry[]>();
  let size = 0;
  return {
    push: (model, entry) => {
      const line = lines.get(model);
      if (line === undefined) lines.set(model, [entry]);
      else line.push(entry);
      size += 1;
    },
    shift: () => {
      const [first] = lines;
      if (first === undefined) return undefined;
      const [model, line] = first;
      const entry = line.shift();
      // Whoever was served goes to the end of the round.
      lines.delete(model);
      if (line.length > 0) lines.set(model, line);
      if (entry !== undefined) size -= 1;
      return entry;
    },
    remove: (model, entry) => {
      const line = lines.get(model);
      const at = line?.indexOf(entry) ?? -1;
      if (line === undefined || at < 0) return;
      line.splice(at, 1);
      if (line.length === 0) lines.delete(model);
      size -= 1;
    },
    size: () => size,
  };
}
