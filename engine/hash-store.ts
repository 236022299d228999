/** Keeps many SHA-256 values as bytes: 32 each, where the text of one takes 80. */
export interface HashStore {
  /** Puts in a hash of 64 hex digits; gives its place, counted from 0. */
  readonly add: (hash: string) => number;
  /** The hash at a place, in hex. */
  readonly at: (place: number) => string;
}

const hashBytes = 32;
/** Hashes that share a buffer. */
const chunkSize = 1024;

/** Makes an empty store. It grows by whole buffers, so nothing is ever copied. */
export function makeHashStore(): HashStore {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add: (hash) => {
      const place = size;
      const start = (place % chunkSize) * hashBytes;
      if (start === 0) chunks.push(Buffer.alloc(chunkSize * hashBytes));
      const written = chunks.at(-1)?.write(hash, start, hashBytes, "hex");
      if (hash.length !== 2 * hashBytes || written !== hashBytes) {
        throw new RangeError(`no SHA-256 in hex: ${hash}`);
      }
      size += 1;
      return place;
    },
    at: (place) => {
      const chunk = place < size ? chunks[Math.floor(place / chunkSize)] : undefined;
      if (chunk === undefined) throw new RangeError(`no hash at ${place}`);
      const start = (place % chunkSize) * hashBytes;
      return chunk.toString("hex", start, start + hashBytes);
    },
  };
}
