import type { GateFindings } from "../../core/findings-gate.ts";
import { keyOf, type GateTrial } from "./gate-side.ts";

/** Cases that one side answered rightly in some of its attempts and wrongly in others. */
export function findFlaky(
  trials: readonly GateTrial[],
  side: "baseline" | "candidate",
): GateFindings["flaky"] {
  const measured = trials.filter(({ result }) => result !== "missing");
  const groups = Map.groupBy(measured, ({ case: id, variant }) => keyOf(id, variant));
  return [...groups.values()].flatMap((own) => {
    const passed = own.filter(({ result }) => result === "passed").length;
    const [first] = own;
    if (first === undefined || passed === 0 || passed === own.length) return [];
    const { suite, case: id, model, variant, input } = first;
    return [{ suite, case: id, model, variant, input, side, passed, of: own.length }];
  });
}
