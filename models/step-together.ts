/**
 * Lets answers that are under way at once take each step together. node-llama-cpp evaluates whatever is
 * waiting as soon as a batch is done, and the sequence whose token was chosen last is then not yet
 * waiting again: of four sequences, each batch would hold three.
 */
export class StepTogether {
  #underway = 0;
  readonly #waiting: (() => void)[] = [];

  /** An answer begins. */
  join(): void {
    this.#underway += 1;
  }

  /** An answer is over; nobody waits for it any longer. */
  leave(): void {
    this.#underway -= 1;
    this.#goOn();
  }

  /** Resolves when every answer that is under way has come to its next step; at once for a single one. */
  async step(): Promise<void> {
    if (this.#underway < 2) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#goOn();
    });
  }

  /** In the next turn of the event loop: then the batch before is put away, and all come as one. */
  #goOn(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#underway) return;
    const all = this.#waiting.splice(0);
    setImmediate(() => {
      for (const resolve of all) resolve();
    });
  }
}
