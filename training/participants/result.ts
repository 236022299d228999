/** A share with its interval; `n` counts cases. */
export interface Share {
  readonly n: number;
  readonly passed: number;
  readonly low: number;
  readonly high: number;
}

/** Mean of shares with its 95 % interval and method; `n` counts prompts. */
export interface ShareMean {
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly method: string;
}

/** What one prompt says and how it did. `share` is absent when it was not sent. */
export interface PromptResult {
  /** Pseudonym as the participant chose it. */
  readonly code: string;
  readonly parts: Readonly<Record<"task" | "source" | "form" | "check", boolean>>;
  /** Personal values found before anything was sent; kinds are in `reason`, values are not shown. */
  readonly personalData: number;
  readonly advice: string;
  readonly share?: Share | undefined;
  /** Why there is no share; a German sentence. */
  readonly notSent?: string | undefined;
}

/** The same cases with the suite's own prompts. */
export interface Yardsticks {
  readonly untrained: Share | undefined;
  readonly trained: Share | undefined;
}

/** How the intervals were computed. */
export const shareMethod = "95-%-Intervall nach Wilson";
