/** Enough of a SHA-256 that two trials never share it. */
const hashLength = 16;

/**
 * Anchors in the report, by trial id: `fall-` and the start of the id when that is a hash, else
 * the whole id with everything but letters, digits, `-` and `_` replaced. Each anchor is unique.
 */
export function anchorsFor(trialIds: readonly string[]): Map<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    trialIds.toSorted().map((trialId) => {
      const stem = `fall-${stemOf(trialId)}`;
      const before = taken.get(stem) ?? 0;
      taken.set(stem, before + 1);
      return [trialId, before === 0 ? stem : `${stem}.${before + 1}`];
    }),
  );
}

function stemOf(trialId: string): string {
  return /^[0-9a-f]{32,}$/u.test(trialId)
    ? trialId.slice(0, hashLength)
    : trialId.replaceAll(/[^\w-]/gu, "-");
}
