import { testSetHash } from "../../analysis/gate/test-set.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { renderManualPage } from "../../models/manual-page.ts";
import { renderManualTable } from "../../models/manual-table.ts";
import { sealBaseline } from "../../scripts/gate/seal-baseline.ts";

/** A prompt with all that the sample cases have. */
export const promptText = "{{question}} {{text}}";

const caseRow = {
  id: "hund",
  input: { text: "Die Hundesteuer beträgt 96 Euro.", question: "Was kostet ein Hund?" },
  expected: { facts: ["96 Euro"] },
  reference: "96 Euro.",
  source: "erfunden",
  asOf: "2026-01-01",
};

const place = { trialId: "t1", suite: "probe", case: "hund", variant: "trained", model: "m" };
const outcome = { status: "completed", answer: "96 Euro. äöü 😀", finishReason: "stop" };
const score = {
  status: "scored",
  value: 1,
  passed: true,
  reason: "gut",
  measures: { found: 1 },
  evidence: [{ start: 0, end: 7, quote: "96 Euro" }],
};

const baselineCases = [{ id: "hund", hash: "0123456789abcdef", critical: true as const }];
const baseline = sealBaseline({
  schemaVersion: 1,
  kind: "amtsprobe-baseline",
  runId: "lauf",
  title: "Probe",
  createdAt: "2026-11-29T05:00:00Z",
  seed: 1,
  models: [{ id: "m" }],
  suites: [
    {
      name: "probe",
      version: "1.0.0",
      hash: "",
      testSetHash: testSetHash(
        baselineCases.map((one) => ({ ...one, severity: 2, template: undefined })),
      ),
      graders: { facts: "1" },
      cases: baselineCases,
    },
  ],
  results: [
    { suite: "probe", model: "m", variant: "trained", input: "raw", outcomes: { hund: "p" } },
  ],
});

const exportedSuite = {
  schemaVersion: 1,
  name: "probe",
  version: "1.0.0",
  title: "Probe",
  graders: { must: ["facts"] },
  variants: { trained: "prompts/a.md" },
  prompts: { trained: promptText },
  cases: [caseRow],
};

const entries = [
  { id: "a".repeat(64), prompt: "Was kostet der Hund?", answer: "96 Euro." },
  { id: "b".repeat(64), prompt: "Und die Katze?", answer: "" },
];

/** Small sound files by the name of their reader. */
export const sampleFiles: Readonly<Record<string, string>> = {
  suite: `schemaVersion: 1
name: probe
version: 1.0.0
title: Probe
graders: { must: [facts], hint: [] }
options: { facts: {} }
variants: { untrained-kurz: prompts/a.md, trained: prompts/b.md }
`,
  "cases-yaml": `- id: hund
  input: { text: "Die Hundesteuer beträgt 96 Euro.", question: Was kostet ein Hund? }
  expected: &e { facts: ["96 Euro"] }
  reference: 96 Euro.
  source: erfunden
  asOf: 2026-01-01
- id: paar
  input: { text: "{name} zahlt 96 Euro.", question: Wie viel? }
  expected: *e
  reference: 96 Euro.
  source: erfunden
  asOf: 01.10.2026
  versions:
    - { id: a, group: g-eins, fill: { name: Elif } }
    - { id: b, group: g-zwei, fill: { name: Eva } }
`,
  "cases-csv":
    "\uFEFFid;input.text;input.question;expected.facts;reference;source;asOf;passes.1;fails.1.answer;fails.1.grader;# Notiz\r\n" +
    'hund;"Die Steuer\r\nbeträgt ""96"" Euro";Was?;96|Euro;96 Euro.;erfunden;2026-01-01;96;97;facts;x\r\n',
  config: "schemaVersion: 1\nmodels:\n  - id: baseline:copy\n",
  "report-details":
    "schemaVersion: 1\nagency: Stadt Beispiel\nstate: entwurf\nsignatures:\n  - { role: Leitung }\nchanges:\n  - { version: '0.1', date: 2026-11-29, text: neu }\n",
  manifest: JSON.stringify({
    schemaVersion: 1,
    runId: "lauf",
    createdAt: "2026-11-29T05:00:00Z",
    models: [{ id: "llama:x" }],
    suites: [{ name: "probe", graders: { must: ["facts"] }, options: { facts: { a: 1 } } }],
    sessions: [{ startedAt: "2026-11-29T05:00:00Z", durationMs: 1, peakMemoryBytes: 1, calls: 1 }],
  }),
  trials:
    formatLine({ ...place, outcome }) +
    formatLine({
      ...place,
      trialId: "t2",
      outcome: { status: "failed", code: "timeout", message: "m" },
    }),
  baseline: JSON.stringify(baseline),
  scores: formatLine({ trialId: "t1", grader: "facts", version: "1", score }),
  "run-cases": formatLine({ schemaVersion: 1, suite: "probe", case: caseRow }),
  "promptfoo-config": `prompts: ["{{ frage | upper }}{% if kurz %} kurz{% endif %}", "{{frage}}"]
providers:
  - id: openai:chat:haus
    config: { apiBaseUrl: "http://127.0.0.1:1/v1", apiKey: "{{env.HAUS_KEY}}", temperature: 0 }
defaultTest: &v { vars: { kurz: true } }
scenarios: [{ config: [{ vars: { ort: Bonn } }], tests: [{ vars: { frage: "Was in {{ort}}?" } }] }]
tests:
  - { vars: { frage: [Was?, Wer?] }, assert: [{ type: contains, value: "{{kurz}}" }, { type: regex, value: "a+" }] }
  - { <<: *v, description: zwei, threshold: 0.5, assert: [{ type: assert-set, assert: [{ type: equals, value: x }] }] }
`,
  "promptfoo-export": JSON.stringify({ schemaVersion: 1, suites: [exportedSuite] }),
  "manual-table": renderManualTable(entries),
  "manual-page": renderManualPage(entries),
};
