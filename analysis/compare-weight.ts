import { compareTexts } from "./compare-texts.ts";

/** A case whose verdict changed, as far as its place in a list hangs on it. */
interface Weighty {
  readonly critical: boolean;
  readonly severity: number;
  readonly suite: string;
  readonly case: string;
  readonly model: string;
  readonly variant: string;
}

/** Orders changed cases: critical first, then severe, then by suite, case, model and variant. */
export function compareWeight(a: Weighty, b: Weighty): number {
  return (
    Number(b.critical) - Number(a.critical) ||
    b.severity - a.severity ||
    compareTexts(a.suite, b.suite) ||
    compareTexts(a.case, b.case) ||
    compareTexts(a.model, b.model) ||
    compareTexts(a.variant, b.variant)
  );
}
