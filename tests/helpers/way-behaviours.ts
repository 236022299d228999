import { outcomeSchema, type FailureCode, type Outcome } from "../../core/outcome.ts";
import type { Scenario, WayRig } from "./way-rig.ts";

/** `✓`, or why the way has no such thing, or what came instead (then the test fails). */
export interface Verdict {
  readonly cell: string;
  readonly isWrong: boolean;
}

/** One thing that every way has to do, as a row of the table. */
export interface WayBehaviour {
  /** German. */
  readonly title: string;
  readonly check: (rig: WayRig) => Promise<Verdict>;
}

const yes: Verdict = { cell: "✓", isWrong: false };
const none = (reason: string): Verdict => ({ cell: `– (${reason})`, isWrong: false });
const wrong = (outcome: unknown): Verdict => ({
  cell: `✗ ${JSON.stringify(outcome).slice(0, 200)}`,
  isWrong: true,
});

type Holds = (outcome: Outcome) => boolean;

/** Sets a scenario up, asks once, and looks at what came. */
async function once(
  rig: WayRig,
  scenario: Scenario,
  { holds, deadlineMs = 10_000, signal = new AbortController().signal }: Look,
): Promise<Verdict> {
  const set = await rig.set(scenario, deadlineMs);
  if (typeof set === "string") return none(set);
  try {
    const outcome = await set.model.call(set.question("Was kostet der Ausweis?"), signal);
    return holds(outcomeSchema.parse(outcome)) ? yes : wrong(outcome);
  } finally {
    await set.close();
  }
}

interface Look {
  readonly holds: Holds;
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

function answers(title: string, text: string): WayBehaviour {
  const holds: Holds = (outcome) => outcome.status === "completed" && outcome.answer === text;
  return { title, check: (rig) => once(rig, { kind: "answer", said: { text } }, { holds }) };
}

function fails(title: string, code: FailureCode, part: Failing): WayBehaviour {
  const holds: Holds = (outcome) =>
    outcome.status === "failed" && outcome.code === code && outcome.message.length > 20;
  return {
    title: `${title} → \`${code}\``,
    check: (rig) => once(rig, part.scenario, { ...part, holds }),
  };
}

interface Failing {
  readonly scenario: Scenario;
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

const status = (code: number, message = "nein"): Failing => ({
  scenario: { kind: "status", status: code, message },
});

async function checkEndings(rig: WayRig): Promise<Verdict> {
  for (const ending of rig.endings) {
    const said = { text: "Das geht nicht.", ending };
    const holds: Holds = (outcome) =>
      outcome.status === "completed" && outcome.finishReason === ending;
    const verdict = await once(rig, { kind: "answer", said }, { holds });
    if (verdict.isWrong) return verdict;
  }
  return { cell: `✓ ${rig.endings.join(", ")}`, isWrong: false };
}

async function checkUsage(rig: WayRig): Promise<Verdict> {
  if (!rig.counts) return none("zählt nicht");
  const holds: Holds = (outcome) =>
    outcome.status === "completed" &&
    (outcome.usage?.inputTokens ?? 0) > 0 &&
    (outcome.usage?.outputTokens ?? 0) > 0;
  return await once(rig, { kind: "answer", said: {} }, { holds });
}

async function checkParallel(rig: WayRig): Promise<Verdict> {
  const set = await rig.set({ kind: "echo" }, 10_000);
  if (typeof set === "string") return none(set);
  const { signal } = new AbortController();
  const questions = Array.from({ length: 8 }, (_, index) => `Frage ${index}`);
  try {
    const width = Math.min(8, set.model.concurrency);
    const outcomes: Outcome[] = [];
    for (let at = 0; at < 8; at += width) {
      const batch = questions.slice(at, at + width).map((text) => set.question(text));
      outcomes.push(...(await Promise.all(batch.map((each) => set.model.call(each, signal)))));
    }
    const got = outcomes.map((outcome) => (outcome.status === "completed" ? outcome.answer : ""));
    return got.join() === questions.join() ? yes : wrong(outcomes);
  } finally {
    await set.close();
  }
}

/** The rows of the table. */
export const wayBehaviours: readonly WayBehaviour[] = [
  answers("Antwort wie gesendet", "Der Ausweis kostet 37 Euro."),
  answers("Umlaute, Zeichen, andere Schriften", "Grüße – „ß“ € 🏛️ Привет 你好 <b>&amp;"),
  answers("leere Antwort", ""),
  answers("Antwort von einem Megabyte", "Antrag auf Wohngeld. 0123456789".repeat(33_000)),
  { title: "Token gezählt", check: checkUsage },
  { title: "Ende der Antwort", check: checkEndings },
  { title: "mehrere zugleich, nichts vertauscht", check: checkParallel },
  fails("429", "rate-limit", status(429, "slow down")),
  fails("503", "overload", status(503, "busy")),
  fails("529", "overload", status(529, "overloaded")),
  fails("401", "authentication", status(401, "bad key")),
  fails("Umleitung (302)", "model-not-found", status(302, "moved")),
  fails("404", "model-not-found", status(404, "model not found")),
  fails("Prompt zu lang", "context-too-long", status(400, "the input exceeds the context length")),
  fails("400", "internal", status(400, "bad field")),
  fails("Verbindung reißt ab", "network", { scenario: { kind: "reset" } }),
  fails("keine Antwort bis zur Frist", "timeout", {
    scenario: { kind: "silence" },
    deadlineMs: 200,
  }),
  fails("Webseite statt Antwort", "malformed-answer", { scenario: { kind: "page" } }),
  fails("Antwort noch nicht da", "unanswered", { scenario: { kind: "nothing" } }),
  {
    title: "abgebrochener Lauf → `aborted`",
    check: (rig) =>
      once(
        rig,
        { kind: "answer", said: {} },
        {
          holds: (outcome) => outcome.status === "failed" && outcome.code === "aborted",
          signal: AbortSignal.abort(),
        },
      ),
  },
];
