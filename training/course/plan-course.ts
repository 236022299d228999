import type { Exercise } from "../exercise.ts";

/** For whom a course is. */
export const roles = ["Sachbearbeitung", "Führung", "IT"] as const;
export type Role = (typeof roles)[number];

/** One step of the agenda; minutes from the start. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly what: string;
  readonly exercise?: Exercise;
}

/** A course that fits its time. */
export interface Course {
  readonly role: Role;
  readonly minutes: number;
  readonly steps: readonly Step[];
  readonly exercises: readonly Exercise[];
}

/** Shortest course in minutes: opening, one exercise, close. */
export const shortestCourse = 30;

/** Competences that a role needs first; the others follow in the order of need. */
const first: Readonly<Record<Role, readonly string[]>> = {
  Sachbearbeitung: [],
  Führung: ["verantwortung", "bias", "kalibrierung"],
  IT: ["sicherheit", "daten", "prompten"],
};

/** Minutes to talk about an exercise after it. */
const talk = 4;

/**
 * Chooses exercises for the time there is, in the order of need: of every competence one before any
 * gets a second. `Führung` gets a part on reading the report, taken off the time for exercises.
 */
export function planCourse(exercises: readonly Exercise[], role: Role, minutes: number): Course {
  const frame = minutes < 60 ? 5 : 10;
  const reading = role === "Führung" ? Math.min(20, Math.floor(minutes / 5)) : 0;
  let left = minutes - 3 * frame - reading;
  const chosen: Exercise[] = [];
  for (const exercise of inTurns(exercises, first[role])) {
    if (exercise.minutes + talk > left) continue;
    left -= exercise.minutes + talk;
    chosen.push(exercise);
  }
  return {
    role,
    minutes,
    exercises: chosen,
    steps: stepsOf({ role, minutes, frame, reading, chosen }),
  };
}

/** One exercise of each competence, then a second of each: those of the role first. */
function inTurns(exercises: readonly Exercise[], preferred: readonly string[]): Exercise[] {
  const groups = [...Map.groupBy(exercises, ({ competence }) => competence)].toSorted(
    ([a], [b]) => rank(a, preferred) - rank(b, preferred),
  );
  const longest = Math.max(0, ...groups.map(([, own]) => own.length));
  return Array.from({ length: longest }).flatMap((_, turn) =>
    groups.flatMap(([, own]) => own[turn] ?? []),
  );
}

function rank(competence: string, preferred: readonly string[]): number {
  const place = preferred.indexOf(competence);
  return place === -1 ? preferred.length : place;
}

const opening = {
  title: "Ankommen",
  what: "Wer nutzt was wofür? Jede Person nennt eine Aufgabe, bei der KI geholfen oder gestört hat. Nichts wird mitgeschrieben.",
};

interface Frame {
  readonly role: Role;
  readonly minutes: number;
  readonly frame: number;
  readonly reading: number;
  readonly chosen: readonly Exercise[];
}

function stepsOf({ minutes, frame, reading, chosen }: Frame): Step[] {
  const parts: { title: string; what: string; length: number; exercise?: Exercise }[] = [
    { ...opening, length: frame },
    ...(reading === 0
      ? []
      : [
          {
            title: "Den Prüfbericht lesen",
            what: "Seite 1, Unsicherheit, Fehlerkarten, Grenzen.",
            length: reading,
          },
        ]),
    ...chosen.map((exercise, place) => ({
      title: `Aufgabe ${place + 1}: ${exercise.title}`,
      what: `${exercise.minutes} Minuten allein oder zu zweit, ${talk} Minuten Gespräch. ${exercise.goal}`,
      length: exercise.minutes + talk,
      exercise,
    })),
    {
      title: "Nutzungsregeln",
      what: "Den Entwurf lesen: Was gilt bei uns? Was fehlt? Wer entscheidet?",
      length: frame,
    },
  ];
  const used = parts.reduce((sum, { length }) => sum + length, 0);
  parts.push({
    title: "Abschluss",
    what: "Jede Person nimmt sich eine Sache vor. Teilnahme eintragen.",
    length: Math.max(1, minutes - used),
  });
  let at = 0;
  return parts.map(({ length, ...part }) => {
    const from = at;
    at += length;
    return { ...part, from, to: at };
  });
}
