/** The star of the house plan: everything imports core, core imports zod, nobody imports sideways. */
const rooms = [
  "models",
  "graders",
  "datasets",
  "engine",
  "analysis",
  "reports",
  "training",
  "bridges",
];

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-imports-zod-only",
      severity: "error",
      from: { path: "^core/" },
      to: { pathNot: ["^core/", "^node_modules/zod/"] },
    },
    ...rooms.map((room) => ({
      name: `${room}-imports-core-and-itself`,
      severity: "error",
      from: { path: `^${room}/` },
      to: {
        path: "^[^/]+/",
        pathNot: [`^${room}/`, "^core/", "^node_modules/"],
        dependencyTypesNot: ["core"],
      },
    })),
    {
      name: "no-grader-imports-another",
      severity: "error",
      from: { path: "^graders/([^/]+)\\.ts$", pathNot: "^graders/registry\\.ts$" },
      to: { path: "^graders/[^/]+\\.ts$" },
    },
    {
      name: "no-report-imports-another",
      severity: "error",
      from: { path: "^reports/([^/]+)\\.ts$" },
      to: { path: "^reports/(html|json|csv|junit|markdown|comparison)\\.ts$" },
    },
    {
      name: "nobody-imports-scripts",
      severity: "error",
      from: { pathNot: ["^scripts/", "^tests/", "^bench/"] },
      to: { path: "^scripts/" },
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      // bench/ may import anything, and only developers run it.
      from: { pathNot: "^(?:tests|bench)/" },
      to: { path: "^tests/" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
