/** A question with the answer that a person brought back; empty while there is none. */
export interface ManualEntry {
  readonly id: string;
  readonly prompt: string;
  readonly answer: string;
}
