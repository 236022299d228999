/** A prompt of the configuration. */
export interface ReadPrompt {
  /** Template; of a program nothing. */
  readonly raw: string;
  /** As promptfoo labels it; `prompts` of a provider refer to it. */
  readonly label: string;
  /** A name somebody gave it. */
  readonly name?: string | undefined;
  /** Reference to a program that makes the prompt. */
  readonly program?: string | undefined;
  /** Settings handed to that program. */
  readonly config?: unknown;
  readonly holder: object;
  readonly key?: string | number | undefined;
}

/** A prompt as it is written, before files are read. */
export type WrittenPrompt = Omit<ReadPrompt, "raw" | "label"> & { readonly raw: string };
