/** What one case contributes. */
export interface CaseMean {
  readonly value: number;
  /** Measurements behind the value. */
  readonly count: number;
}

/**
 * The mean per case: over the attempts of each variant first, then over the variants (the three
 * untrained styles), so that a style with more measured attempts does not weigh more. Rows without
 * a value are left out, a case without any value as well; cases come sorted by id.
 */
export function caseMeans<Row extends { readonly case: string; readonly variant: string }>(
  rows: readonly Row[],
  valueOf: (row: Row) => number | undefined,
): Map<string, CaseMean> {
  const cases = new Map<string, Map<string, { sum: number; count: number }>>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value === undefined) continue;
    const styles = cases.get(row.case) ?? new Map<string, { sum: number; count: number }>();
    const style = styles.get(row.variant) ?? { sum: 0, count: 0 };
    cases.set(row.case, styles);
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
