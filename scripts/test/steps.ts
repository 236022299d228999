/** One check of the test command. */
export interface Step {
  /** German, as shown to the person. */
  readonly title: string;
  /** The program in node_modules/.bin and its words. */
  readonly command: readonly [string, ...string[]];
}

/** Everything that must hold, quickest first; the unit tests come last and count singly. */
export const steps: readonly Step[] = [
  {
    title: "Format",
    command: [
      "prettier",
      "--check",
      "--log-level",
      "warn",
      ...sourceFolders(),
      "*.{ts,cjs}",
      "package.json",
    ],
  },
  { title: "Stil", command: ["oxlint", "--type-aware", "--format", "unix"] },
  { title: "Typen", command: ["tsc", "--noEmit", "--pretty", "false"] },
  {
    title: "Grenzen der Räume",
    command: ["depcruise", "--output-type", "err", ...sourceFolders()],
  },
  { title: "Toter Code", command: ["knip", "--no-progress"] },
  { title: "Rechtschreibung", command: ["cspell", "lint", "--no-progress", "--no-summary"] },
  { title: "Schnittstellen-Doku", command: ["typedoc"] },
  { title: "Suiten", command: ["tsx", "scripts/check.ts", "--mutate"] },
];

/** The rooms of the house that hold code. */
function sourceFolders(): string[] {
  return [
    "core",
    "models",
    "graders",
    "datasets",
    "engine",
    "analysis",
    "reports",
    "training",
    "bridges",
    "scripts",
    "tests",
    "bench",
  ];
}
