/** What became of one configuration. */
export interface WildResult {
  readonly file: string;
  readonly kind: "refused" | "same" | "different" | "original-failed" | "own-failed";
  /** Reasons of a refusal, or what differs. */
  readonly reasons: readonly string[];
  readonly verdicts?: number;
  readonly differing?: number;
  readonly passed?: number;
  /** Verdicts that neither side could give. */
  readonly errors?: number;
}

/** The outcome in lines for people, every denominator said. */
export function describeWild(results: readonly WildResult[]): string[] {
  const of = (kind: WildResult["kind"]) => results.filter((result) => result.kind === kind);
  const refused = of("refused");
  const imported = results.length - refused.length;
  const sum = (key: "verdicts" | "differing" | "passed" | "errors") =>
    results.reduce((total, result) => total + (result[key] ?? 0), 0);
  return [
    `${results.length} Konfigurationen; ganz übernommen ${imported} (${percent(imported, results.length)}), abgelehnt ${refused.length}, zum Teil übernommen 0`,
    `mit denselben Urteilen: ${of("same").length} (${percent(of("same").length, results.length)} aller, ${percent(of("same").length, imported)} der übernommenen)`,
    `darunter ohne ein einziges Urteil (auf beiden Seiten fehlt, was urteilen müsste): ${of("same").filter(isSilent).length}`,
    `andere Urteile: ${of("different").length} · promptfoo selbst lief nicht: ${of("original-failed").length} · eval lief nicht: ${of("own-failed").length}`,
    `Urteile verglichen: ${sum("verdicts")}, davon bestanden ${sum("passed")}, ohne Urteil ${sum("errors")}, verschieden ${sum("differing")}`,
    "",
    "Gründe der Ablehnung (eine Konfiguration kann mehrere haben):",
    ...groupReasons(refused).map(
      ([reason, files]) => `  ${files.length} × ${reason} (${files[0] ?? ""})`,
    ),
    "",
    ...results
      .filter(({ kind }) => kind !== "same" && kind !== "refused")
      .flatMap(({ file, kind, reasons }) => [
        `${file}: ${kind}`,
        ...reasons.slice(0, 4).map((reason) => `    ${reason.slice(0, 300)}`),
      ]),
  ];
}

/** Equal only in that neither side could judge anything. */
function isSilent({ verdicts = 0, errors = 0 }: WildResult): boolean {
  return verdicts > 0 && errors === verdicts;
}

function groupReasons(refused: readonly WildResult[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { file, reasons } of refused) {
    for (const reason of new Set(reasons.map(withoutNames))) {
      groups.set(reason, [...(groups.get(reason) ?? []), file]);
    }
  }
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length);
}

/** Reasons that differ in a name only are one. */
function withoutNames(reason: string): string {
  return reason
    .replaceAll(/„[^“]*“/gu, "„…“")
    .replace(/(?<=^[\w.]+): .*/u, "")
    .slice(0, 120);
}

function percent(part: number, whole: number): string {
  return whole === 0
    ? "–"
    : `${((100 * part) / whole).toLocaleString("de-DE", { maximumFractionDigits: 1 })} %`;
}
