import type { Notice } from "../core/findings-notices.ts";
import type { ModelDescription } from "../core/model.ts";
import { noVariant } from "../core/suite.ts";
import type { Cell, MeasuredRun } from "./measured-run.ts";
import { clopperPearsonUpper } from "./statistics/clopper-pearson.ts";

/**
 * Where a number is absent or says less than it seems: nothing measured, a single case, all failed or
 * all passed (no variance), and pairs of models that have only some cases in common. Models only,
 * on the main input.
 */
export function findNotices(run: MeasuredRun, models: readonly ModelDescription[]): Notice[] {
  const ids = models.filter(({ kind }) => kind !== "baseline").map(({ id }) => id);
  const variants = run.variants.filter((variant) => variant !== noVariant);
  return run.suites.flatMap((suite) =>
    variants.flatMap((variant) => {
      const cells = ids.flatMap(
        (model) => run.cell({ suite, model, variant, input: run.mainInput }) ?? [],
      );
      return [...cells.flatMap(ownNotice), ...missingPairs(cells)];
    }),
  );
}

function ownNotice(cell: Cell): Notice[] {
  const { suite, model, variant, cases } = cell;
  const where = `Suite ${suite}, ${model} (${variant})`;
  const row = { suite, variant, models: [model] };
  if (cases.size === 0) {
    const text = `${where}: Kein Durchgang ist gemessen (${reasonsOf(cell)}). Eine Quote gibt es nicht.`;
    return [{ kind: "nothing-measured", ...row, text }];
  }
  if (cases.size === 1) {
    const text = `${where}: Nur ein Fall ist gemessen. Mehr als dieser Fall lässt sich daraus nicht schließen.`;
    return [{ kind: "single-case", ...row, text }];
  }
  const values = [...cases.values()].map(({ value }) => value);
  if (values.every((value) => value === 0)) {
    const text = `${where}: Alle ${cases.size} Fälle misslangen. Bis zu ${bound(cases.size)} können dennoch gelingen.`;
    return [{ kind: "all-failed", ...row, text }];
  }
  if (values.every((value) => value === 1)) {
    const text = `${where}: Alle ${cases.size} Fälle gelangen. Das heißt nicht, dass nie etwas misslingt; bis zu ${bound(cases.size)} bleiben möglich.`;
    return [{ kind: "all-passed", ...row, text }];
  }
  return [];
}

/** Exact one-sided bound for what was not seen once. */
function bound(n: number): string {
  const share = clopperPearsonUpper(0, n) * 100;
  return `${share.toLocaleString("de-DE", { maximumFractionDigits: 1 })} % (95 %, einseitig)`;
}

function reasonsOf({ trials }: Cell): string {
  const because = (reason: string): number =>
    trials.filter(({ verdict }) => verdict.status === "not-measured" && verdict.because === reason)
      .length;
  const counts = [
    [because("infrastructure"), "ohne Antwort"],
    [because("grader-error"), "ohne Urteil"],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(", ");
}

/** Pairs are compared on the cases both have. */
function missingPairs(cells: readonly Cell[]): Notice[] {
  return cells.flatMap((a, at) =>
    cells.slice(at + 1).flatMap((b): Notice[] => {
      if (a.cases.size === 0 || b.cases.size === 0) return [];
      const common = [...a.cases.keys()].filter((id) => b.cases.has(id)).length;
      const all = new Set([...a.cases.keys(), ...b.cases.keys()]).size;
      if (common === all) return [];
      const { suite, variant } = a;
      const what =
        common === 0
          ? "Sie haben keinen gemessenen Fall gemeinsam und werden nicht verglichen."
          : `Nur ${common} von ${all} Fällen sind bei beiden gemessen; verglichen wird auf diesen.`;
      const text = `Suite ${suite}, ${a.model} und ${b.model} (${variant}): ${what}`;
      return [{ kind: "missing-pairs", suite, variant, models: [a.model, b.model], text }];
    }),
  );
}
