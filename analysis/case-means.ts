/** What one case contributes. */
export interface CaseMean {
  readonly value: number;
  /** Measurements behind the value. */
  readonly count: number;
}

/** Something measured on a case under a variant. */
interface MeasuredRow {
  readonly case: string;
  readonly variant: string;
  /** What is resampled: the template of the case, where it has one. */
  readonly unit?: string | undefined;
}

/**
 * The mean per case: over the attempts of each variant first, then over the variants (the three
 * untrained styles), so that a style with more measured attempts does not weigh more. The versions of
 * a template are one case here, averaged like attempts: they share text and answer, and counting them
 * singly would claim more evidence than there is. Rows without a value are left out, a case without
 * any value as well; cases come sorted by id.
 */
export function caseMeans<Row extends MeasuredRow>(
  rows: readonly Row[],
  valueOf: (row: Row) => number | undefined,
): Map<string, CaseMean> {
  const cases = new Map<string, Map<string, { sum: number; count: number }>>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value === undefined) continue;
    const unit = row.unit ?? row.case;
    const styles = cases.get(unit) ?? new Map<string, { sum: number; count: number }>();
    const style = styles.get(row.variant) ?? { sum: 0, count: 0 };
    cases.set(unit, styles);
    styles.set(row.variant, { sum: style.sum + value, count: style.count + 1 });
  }
  return new Map(
    [...cases.keys()].toSorted().map((id) => {
      const styles = [...(cases.get(id)?.values() ?? [])];
      const value = styles.reduce((sum, style) => sum + style.sum / style.count, 0);
      const count = styles.reduce((sum, style) => sum + style.count, 0);
      return [id, { value: value / styles.length, count }];
    }),
  );
}
