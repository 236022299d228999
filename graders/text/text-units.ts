/** Room for most answers. */
const usualRoom = 4096;

/**
 * The units of a text as numbers side by side. To copy a text costs less than to ask a string for fifty of its units,
 * for strings have many shapes in memory. Every reader of texts has its own, which the next text overwrites.
 *
 * @example
 * const units = new TextUnits();
 * units.read("Amt")[0]; // 65, as "Amt".charCodeAt(0)
 */
export class TextUnits {
  #text = "";
  #units = new Uint16Array(usualRoom);
  #bytes = Buffer.from(this.#units.buffer);

  /** The UTF-16 code units of a text with a 0 behind them; what follows is left over from other texts. */
  read(text: string): Uint16Array {
    if (text === this.#text) return this.#units;
    const { length } = text;
    if (length >= this.#units.length) {
      this.#units = new Uint16Array(2 * length);
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    this.#bytes.write(text, "utf16le");
    this.#units[length] = 0;
    this.#text = text;
    return this.#units;
  }
}
