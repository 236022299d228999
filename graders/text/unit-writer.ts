/** Room for most answers. */
const usualRoom = 4096;

/**
 * Puts a text together unit by unit, which strings are slow at. Texts with no unit above U+00FF, as
 * most are, become strings of one byte a unit, in which searching is fastest. One writer is used for
 * one text after the other, so that nothing has to be allocated.
 */
export class UnitWriter {
  #units = new Uint16Array(usualRoom);
  #bytes = Buffer.alloc(usualRoom);
  #length = 0;
  /** All units so far, or-ed. */
  #bits = 0;

  /** Units written since the beginning. */
  get length(): number {
    return this.#length;
  }

  /** Begins a text. */
  begin(): void {
    this.#length = 0;
    this.#bits = 0;
  }

  write(unit: number): void {
    if (this.#length >= this.#units.length) this.#enlarge();
    this.#units[this.#length] = unit;
    this.#bits |= unit;
    this.#length += 1;
  }

  writeAll(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.write(text.charCodeAt(at));
  }

  /** Where so many units can be written behind the text, which `wrote` then makes part of it. */
  room(units: number): Uint16Array {
    while (this.#length + units > this.#units.length) this.#enlarge();
    return this.#units;
  }

  /** The text has so many units now; the bits of the new ones are among these. */
  wrote(length: number, bits: number): void {
    this.#length = length;
    this.#bits |= bits;
  }

  /** What was written. */
  text(): string {
    if (this.#bits <= 0xff) {
      const [units, bytes, length] = [this.#units, this.#bytes, this.#length];
      for (let at = 0; at < length; at += 1) bytes[at] = units[at] ?? 0;
      return bytes.toString("latin1", 0, length);
    }
    return Buffer.from(this.#units.buffer).toString("utf16le", 0, this.#length * 2);
  }

  #enlarge(): void {
    const units = new Uint16Array(this.#units.length * 2);
    units.set(this.#units);
    this.#units = units;
    this.#bytes = Buffer.alloc(units.length);
  }
}
