import {
  bootstrapInterval,
  type BootstrapResult,
} from "../../analysis/statistics/bootstrap-interval.ts";
import { scales } from "../../analysis/statistics/interval.ts";
import { mean } from "../../analysis/statistics/quantile.ts";
import { createResampler } from "../../analysis/statistics/resampler.ts";
import type { PromptResult, ShareMean } from "../../training/participants/result.ts";

/** The same results give the same interval. */
const seed = 1;

const methods: Record<BootstrapResult["ways"][number], string> = {
  bootstrap: "95-%-Intervall über die Prompts nach Bootstrap (BCa)",
  student: "95-%-Intervall über die Prompts nach Student",
  constant: "alle Prompts gleich: exakte Schranke für abweichende Prompts",
};

/**
 * Mean share of passed cases over the prompts that were sent, each prompt counted once, with its 95 %
 * interval over the prompts; the cases are taken as given. `undefined` when none was sent.
 */
export function groupMean(results: readonly PromptResult[]): ShareMean | undefined {
  const values = results.flatMap(({ share }) => (share ? [share.passed / share.n] : []));
  if (values.length === 0) return undefined;
  const { low, high, ways } = bootstrapInterval([{ suite: "", stream: 0, values }], {
    resampler: createResampler(seed),
    scale: scales.share,
    corrected: true,
  });
  const method = ways.map((way) => methods[way]).join("; ");
  return { n: values.length, value: mean(values), low, high, method };
}
