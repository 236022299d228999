/** Room for most answers. */
const usualRoom = 4096;
/** Zeros behind a text, so that a loop may look ahead. */
const behind = 16;

/**
 * The units of a text as numbers side by side. To copy a text costs less than to ask a string for fifty of its units,
 * for strings have many shapes in memory. For single places and short texts `codeAt` is right.
 *
 * @example
 * const units = new TextUnits();
 * units.read("Amt")[0]; // 65, as "Amt".charCodeAt(0)
 */
export class TextUnits {
  #text = "";
  #units = new Uint16Array(usualRoom);
  #bytes = Buffer.from(this.#units.buffer);

  /** The UTF-16 code units of a text with sixteen zeros behind them; good until the next text is read. */
  read(text: string): Uint16Array {
    if (text === this.#text) return this.#units;
    const { length } = text;
    if (length + behind > this.#units.length) {
      this.#units = new Uint16Array(2 * (length + behind));
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    this.#bytes.write(text, "utf16le");
    for (let at = length; at < length + behind; at += 1) this.#units[at] = 0;
    this.#text = text;
    return this.#units;
  }
}

const shared = new TextUnits();

/** The units of a text, for readers that ask for no other text meanwhile: the next one overwrites them. */
export function unitsOf(text: string): Uint16Array {
  return shared.read(text);
}
