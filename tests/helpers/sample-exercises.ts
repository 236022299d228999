import { exerciseSchema, type Exercise } from "../../training/exercise.ts";

/** Everything that has broken a format before: markup, escapes, formulas, scripts, right-to-left text. */
export const hostileText = [
  "„Zitat“ § 58 Abs. 1 VwGO, 37,50 € – 100 % {a} = b ~ c # d : e \\ f",
  "// kein Kommentar",
  "| Spalte | Wert |",
  "|---|---|",
  "`const a = 1;` <script>alert(1)</script> & &amp; ]]> <![CDATA[",
  "$$x^2$$ @@PLUGINFILE@@/bild.png -> => 😀 👩‍💻",
  "مرحبا بكم في البلدية",
].join("\n");

const source = {
  suite: "probe",
  suiteTitle: "Probe",
  case: "hundesteuer",
  caseSource: "erfunden",
  model: "Modell A",
  variant: "untrained-kurz",
  anchor: "fall-0123456789abcdef",
  synthetic: true,
  licence: "CC BY 4.0 (Vorschlag)",
};

function exercise(
  kind: Exercise["kind"],
  task: Exercise["task"],
  part: Partial<Exercise> = {},
): Exercise {
  return exerciseSchema.parse({
    schemaVersion: 1,
    id: `${kind}-${source.anchor}`,
    kind,
    title: `Aufgabe ${kind}`,
    competence: "pruefen",
    goal: "Sie finden falsche Angaben.",
    difficulty: 2,
    minutes: 5,
    blocks: [{ label: "Amtlicher Text", kind: "prose", text: hostileText }],
    question: `Was ist falsch? ${hostileText}`,
    task,
    solution: `Lösung ${hostileText}`,
    source,
    ...part,
  });
}

const option = (text: string, right: boolean) => ({ text, right, feedback: `Dazu: ${text}` });

/** One exercise of every kind of task, full of hostile texts. */
export function sampleExercises(): Exercise[] {
  const essay = { sample: `Muster ${hostileText}`, rubric: ["Auftrag genannt", hostileText] };
  return [
    exercise("find-error", {
      kind: "choice",
      multiple: false,
      options: [
        option("Ein Hund kostet 96 Euro.", true),
        option(hostileText, false),
        option("Ein Hund kostet 90 Euro.", false),
      ],
    }),
    exercise("data-hygiene", {
      kind: "choice",
      multiple: true,
      options: [
        option("Elif Sommer", true),
        option(`A ${hostileText}`, true),
        option("Musterweg 1", true),
        option("1. Juli", false),
      ],
    }),
    exercise("check-path", {
      kind: "matching",
      pairs: [
        { left: `Erste ${hostileText}`, right: "Satz -> eins: {96} = Euro" },
        { left: "Zweite Aussage", right: "Satz zwei" },
      ],
      distractors: ["Satz drei"],
    }),
    exercise(
      "improve-prompt",
      { kind: "essay", template: hostileText, ...essay },
      { competence: "prompten" },
    ),
    exercise("release", {
      kind: "release",
      release: false,
      feedbackYes: `Nein. ${hostileText}`,
      feedbackNo: "Richtig.",
      ...essay,
    }),
  ];
}
