import { describe, expect, test } from "vitest";
import { exerciseSchema } from "../../training/exercise.ts";
import { isSolvable } from "../../training/draft.ts";
import { makeExercises } from "../../training/make-exercises.ts";
import { sampleCase } from "../helpers/sample-suite.ts";
import { probeCard, probeJudges, probeMaterial } from "../helpers/training-material.ts";

const judges = probeJudges();
const wrong = [
  "Ein Hund kostet in unserer Gemeinde leider 120 Euro Steuer im Jahr.",
  "Für den Vierbeiner fallen halbjährlich ungefähr 40 Euro an, zahlbar im Herbst.",
  "Die Gebühr hängt von Rasse und Größe ab und beträgt mindestens 300 Euro.",
];
const cards = wrong.map((answer, place) =>
  probeCard(answer, { trialId: `t-${place}`, anchor: `fall-${place}` }),
);

describe("exercises from failures", () => {
  const made = makeExercises(
    probeMaterial(cards, { passed: ["Die Hundesteuer beträgt 96 Euro im Jahr."] }),
    judges,
    10,
  );

  test("fit the schema, and the same run gives the same exercises", () => {
    expect(made.exercises.length).toBeGreaterThan(3);
    for (const exercise of made.exercises)
      expect(exerciseSchema.safeParse(exercise).error).toBeUndefined();
    const again = makeExercises(
      probeMaterial(cards, { passed: ["Die Hundesteuer beträgt 96 Euro im Jahr."] }),
      probeJudges(),
      10,
    );
    expect(again.exercises).toEqual(made.exercises);
  });

  test("the right option is a real answer that passed, the wrong ones are real failures", () => {
    const choice = made.exercises.find(({ kind }) => kind === "find-error");
    const options = choice?.task.kind === "choice" ? choice.task.options : [];
    expect(options.filter(({ right }) => right).map(({ text }) => text)).toEqual([
      "Die Hundesteuer beträgt 96 Euro im Jahr.",
    ]);
    for (const { text, right } of options) if (!right) expect(wrong).toContain(text);
  });

  test("never name a model; they carry aim, time, anchor and licence", () => {
    expect(JSON.stringify(made.exercises)).not.toMatch(/llama|eins"|zwei"/u);
    for (const { source, minutes, goal } of made.exercises) {
      expect(source.model).toMatch(/^Modell [AB]$/u);
      expect(source.anchor).toMatch(/^fall-/u);
      expect(minutes).toBeGreaterThan(0);
      expect(goal).not.toBe("");
    }
  });
});

test("the same answers to choose from are asked once, whichever failure they came from", () => {
  const { exercises } = makeExercises(probeMaterial(cards), judges, 20);
  const choices = exercises.flatMap(({ task, kind }) =>
    task.kind === "choice"
      ? [
          kind +
            task.options
              .map(({ text }) => text)
              .toSorted()
              .join("|"),
        ]
      : [],
  );
  expect(choices.length).toBeGreaterThan(0);
  expect(new Set(choices).size).toBe(choices.length);
});

describe("what makes no exercise", () => {
  test("near doubles, stammer, baselines and protected cases are counted, not used", () => {
    const stammer = probeCard("ja ja ja ja ja ja ja ja ja ja ja ja");
    const copy = probeCard(`${wrong[0] ?? ""} Ja.`, { trialId: "t-9", anchor: "fall-9" });
    const baseline = probeCard("Etwas ganz anderes als alle.", { model: "baseline:copy" });
    const { skipped } = makeExercises(
      probeMaterial([...cards, copy, stammer, baseline]),
      judges,
      10,
    );
    expect(skipped).toMatchObject({ "near-double": 1, trivial: 1, baseline: 1 });
    const closed = probeMaterial(cards, { case: sampleCase({ protection: "internal" }) });
    expect(makeExercises(closed, judges, 10)).toMatchObject({
      exercises: [],
      skipped: { protection: 3 },
    });
  });

  test("a draft whose marked solution is not the only right one is refused", () => {
    const material = probeMaterial(cards, { passed: ["Die Hundesteuer beträgt 96 Euro im Jahr."] });
    const exercise = makeExercises(material, judges, 10).exercises.find(
      ({ kind }) => kind === "find-error",
    );
    if (exercise?.task.kind !== "choice") throw new Error("no choice");
    const place = { suite: "probe", case: sampleCase(), input: "raw" as const };
    const proofs = exercise.task.options.map(({ text, right }) => ({
      kind: "answer" as const,
      text,
      holds: right,
    }));
    expect(isSolvable({ exercise, place, proofs }, judges)).toBe(true);
    const alsoRight = { text: "Es sind 96 Euro.", right: false, feedback: "x" };
    const changed = {
      ...exercise,
      task: { ...exercise.task, options: [...exercise.task.options, alsoRight] },
    };
    const more = [...proofs, { kind: "answer" as const, text: alsoRight.text, holds: false }];
    expect(isSolvable({ exercise: changed, place, proofs: more }, judges)).toBe(false);
  });
});

describe("identifier check", () => {
  const iban = "DE89 3704 0044 0532 0130 00";
  const leaking = probeCard(
    `Die Steuer von 120 Euro überweisen Sie bitte auf die IBAN ${iban}, sagt ChatGPT-4.`,
    { anchor: "fall-7" },
  );

  test("takes out what is not the case's own invention, lists the kind, keeps the value nowhere", () => {
    const { exercises, redactions } = makeExercises(probeMaterial([...cards, leaking]), judges, 10);
    const text = JSON.stringify(exercises);
    expect(text).toContain("[entfernt: IBAN]");
    expect(text).toContain("[Modell]");
    expect(text).not.toContain("3704");
    expect(JSON.stringify(redactions)).toContain("IBAN");
    expect(JSON.stringify(redactions)).not.toContain("3704");
  });

  test("leaves nothing that a recogniser would find", () => {
    const { exercises } = makeExercises(probeMaterial([...cards, leaking]), judges, 10);
    const place = { suite: "probe", case: sampleCase({ expected: {} }), input: "raw" as const };
    for (const exercise of exercises)
      expect(judges.identifiers(JSON.stringify(exercise), place)).toEqual([]);
  });

  test("the invented persons of an invented case stay: the exercise is about them", () => {
    const named = probeCard("Frau Elif Sommer zahlt 120 Euro für zwei Hunde, das ist bekannt.", {
      anchor: "fall-8",
    });
    expect(JSON.stringify(makeExercises(probeMaterial([named]), judges, 5).exercises)).toContain(
      "Elif Sommer",
    );
  });
});

test("an answer of 100 000 characters, control characters and right-to-left text make sound exercises", () => {
  const long = probeCard(
    Array.from({ length: 9000 }, (_, place) => `Satz ${place} ]]>`).join(" "),
    { anchor: "fall-lang" },
  );
  const odd = probeCard(
    "\u202eمرحبا بكم\u0000 في البلدية ]]> die Steuer beträgt 1 Euro im Monat.",
    { anchor: "fall-rtl" },
  );
  const { exercises } = makeExercises(probeMaterial([long, odd]), judges, 10);
  expect(exercises.length).toBeGreaterThan(0);
  for (const exercise of exercises) {
    expect(JSON.stringify(exercise).length).toBeLessThan(20_000);
    expect(JSON.stringify(exercise)).not.toMatch(/\u202e|\\u0000/u);
  }
});
