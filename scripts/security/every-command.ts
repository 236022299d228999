import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A command of the program and what it is started with. */
export interface Order {
  /** The script's name and the words after it. */
  readonly words: readonly string[];
  readonly input?: string;
  /** Runs until it is ended; it is, when it has answered at this address of this machine. */
  readonly servesAt?: string;
}

/** Where the commands find what they work on. */
export interface Surroundings {
  /** Everything is in it: the suite `probe`, and what the commands write. */
  readonly folder: string;
  readonly config: string;
  /** A finished run, and one to hold beside it. */
  readonly run: string;
  readonly other: string;
  /** A model that answers, and one that a course tries prompts on. */
  readonly model: string;
}

/** Writes what the commands read besides runs and the suite. */
export function writeMaterial(folder: string): void {
  writeFileSync(join(folder, "alt.csv"), Buffer.from("id;input.text\na;Gebühr\n", "latin1"));
  writeFileSync(join(folder, "prompts.csv"), "kuerzel;prompt\ntisch-1;Beantworte die Frage.\n");
}

/** Where promptfoo's viewer is served for the proofs. */
const port = 20_000 + (process.pid % 20_000);

/**
 * Every command that works on runs and suites, in every way in which it writes something, after the runs
 * were made. A test sees to it that none is missing (`tests/security/every-command.test.ts`).
 */
export function everyCommand(around: Surroundings): Order[] {
  return [
    ...aboutRuns(around),
    ...aboutSuites(around),
    ...aboutCourses(around),
    ...withPromptfoo(around),
    ...aroundIt(around),
  ];
}

function aboutRuns({ folder, run, other }: Surroundings): Order[] {
  const basis = join(folder, "basis.json");
  const key = join(folder, "namen.json");
  return [
    order("regrade", run),
    order("analyse", run, "--json"),
    order("analyse", run, "--with", other, "--out", join(folder, "gemeinsam")),
    order("report", run, "--format", "html,csv,markdown,vvt,dsfa", "--language", "en"),
    order("report", run, "--format", "html,csv,markdown", "--mask"),
    order("report", run, "--format", "html,csv,markdown", "--anonymous", "--key", key),
    order("report", "--compare", run, other),
    order("report", "--compare", run, other, "--anonymous", "--out", join(folder, "vergleich")),
    order("gate", "--candidate", run, "--save", basis, "--with-answers"),
    order("gate", "--baseline", basis, "--candidate", other, "--out", join(folder, "gate")),
    order("plan", "--cases", "100"),
  ];
}

function aboutSuites({ folder }: Surroundings): Order[] {
  const suite = join(folder, "probe");
  return [
    order("check", suite),
    order("check", "--convert", join(folder, "alt.csv")),
    order("preview", suite),
    order("preview", suite, "--html", join(folder, "vorschau.html")),
    order("new", "unsere-fragen", "--out", join(folder, "neu")),
    { words: ["grade", "--grader", "facts"], input: '{"id":"1","answer":"37 Euro"}\n' },
  ];
}

function aboutCourses({ folder, config, run, model }: Surroundings): Order[] {
  const prompts = ["--prompts", join(folder, "prompts.csv")];
  const which = [...prompts, "--suite", join(folder, "probe"), "--config", config];
  const out = ["--out", join(folder, "rueckmeldung"), "--keep"];
  return [
    order("training", run, "--out", join(folder, "schulung"), "--number", "20"),
    order("training", "--examples", "--out", join(folder, "beispiele")),
    order("training", "evaluate", ...which, "--model", model, ...out),
  ];
}

function withPromptfoo({ folder, run }: Surroundings): Order[] {
  const place = join(folder, "promptfoo");
  const config = join(place, "aus.yaml");
  const result = ["-o", join(place, "aus.json"), "--no-table", "--no-progress-bar"];
  const viewer = ["view", run, "--port", String(port)];
  return [
    order("promptfoo", "export", "--suite", join(folder, "probe"), "--out", config),
    order("promptfoo", "export", "--run", run, "--out", join(place, "lauf.yaml")),
    order("promptfoo", "run", "eval", "-c", config, ...result),
    order("promptfoo", "run", "eval", "-c", join(place, "lauf.yaml"), "--no-table"),
    order("promptfoo", "import", config, "--out", join(place, "zurueck")),
    { words: ["promptfoo", ...viewer], servesAt: `http://127.0.0.1:${port}/` },
  ];
}

function aroundIt({ folder, config, model }: Surroundings): Order[] {
  return [
    order("models", "--config", config, "--model", model, "--json"),
    order("models", "--config", config, "--model", model, "--test"),
    order("sbom", "--out", join(folder, "sbom.json")),
    order("clean", "--older-than", "1d", "--yes", folder),
  ];
}

function order(...words: string[]): Order {
  return { words };
}
