/** Keeps many texts as bytes outside of the heap: a German one takes half of what a string does. */
export interface TextStore {
  /** Puts a text in; gives its place, counted from 0. */
  readonly add: (text: string) => number;
  /** The text at a place. */
  readonly at: (place: number) => string;
}

/** Bytes of the buffers that texts share; a longer text has one of its own. */
const chunkSize = 1024 * 1024;

/** Makes an empty store. It grows by whole buffers, so nothing is ever copied. */
export function makeTextStore(): TextStore {
  const chunks: Buffer[] = [];
  let used = 0;
  // By place: the number of its buffer, and where in it the text begins and ends.
  const owners: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add: (text) => {
      const length = Buffer.byteLength(text);
      if (chunks.length === 0 || used + length > (chunks.at(-1)?.length ?? 0)) {
        chunks.push(Buffer.alloc(Math.max(chunkSize, length)));
        used = 0;
      }
      chunks.at(-1)?.write(text, used);
      owners.push(chunks.length - 1);
      starts.push(used);
      used += length;
      ends.push(used);
      return ends.length - 1;
    },
    at: (place) => {
      const chunk = chunks[owners[place] ?? -1];
      if (chunk === undefined) throw new RangeError(`no text at ${place}`);
      return chunk.toString("utf8", starts[place], ends[place]);
    },
  };
}
