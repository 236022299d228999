import { expect, test } from "vitest";
import type { ModelDescription } from "../../../core/model.ts";
import { modelDescriptionSchema } from "../../../core/model.ts";
import { UserError } from "../../../core/user-error.ts";
import { planRun } from "../../../engine/plan.ts";
import { makeIdentifierGuard } from "../../../scripts/eval/identifier-guard.ts";
import { looksReal } from "../../../scripts/eval/looks-real.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";

const taxId = "86095742719";

function model(part: Partial<ModelDescription> = {}): ModelDescription {
  return {
    ...modelDescriptionSchema.parse({ id: "compatible:haus" }),
    way: "compatible",
    endpoint: "https://ki.example/v1",
    ...part,
  };
}

/** A case whose text holds a number; without a class unless one is given. */
function planned(part: Record<string, unknown>, one = model(), copies = 1) {
  const text = (part["text"] as string | undefined) ?? `Steuer-ID ${taxId}`;
  const { text: _, ...rest } = part;
  const input = { text, question: "Was?", pseudonymised: "Steuer-ID [NUMMER_1]" };
  const cases = Array.from({ length: copies }, (_unused, at) =>
    sampleCase({ id: `fall-${at}`, input, ...rest }),
  );
  const unclassed = new Set(part["protection"] === undefined ? cases.map(({ id }) => id) : []);
  const suites = [sampleSuite({ cases, unclassed })];
  const { trials } = planRun({
    suites,
    assignments: [{ model: one }],
    variants: ["trained"],
    inputs: ["raw", "pseudonymised"],
    attempts: 1,
    seed: 1,
    profile: "full",
  });
  return { suites, models: [one], trials, isTrusted: () => false };
}

function lookAhead(...words: Parameters<typeof planned>): UserError | undefined {
  try {
    makeIdentifierGuard(planned(...words)).lookAhead();
    return undefined;
  } catch (cause) {
    expect(cause).toBeInstanceOf(UserError);
    return cause as UserError;
  }
}

test("a number with a right check digit stops the run before anything is sent", () => {
  const error = lookAhead({});
  expect(error?.exitCode).toBe(2);
  expect(error?.code).toBe("real-identifiers");
  expect(error?.message).toContain("probe/fall-0");
  expect(error?.message).toContain("Steuer-Identifikationsnummer 86…19");
  expect(error?.message).toContain("compatible:haus");
  expect(error?.message).not.toContain(taxId);
  expect(error?.nextStep).toContain("protection: synthetic");
  expect(error?.nextStep).toContain("dataClasses: [personal]");
  expect(error?.nextStep).toContain("[NAME_1]");
});

test.each([
  ["the author says that it is invented", { protection: "synthetic" }, model()],
  ["the model may get personal data", {}, model({ dataClasses: ["personal"] })],
  ["class and model agree", { protection: "personal" }, model({ dataClasses: ["personal"] })],
  ["the model runs in this process", {}, model({ endpoint: "embedded", way: "llama" })],
  ["the check digit is wrong", { text: "Nummer 86095742718" }, model()],
  ["the address is one for examples", { text: "Schreiben Sie an amt@stadt.example." }, model()],
  [
    "an authority's public text names it",
    { text: "Tel. 030 123456", protection: "public" },
    model(),
  ],
])("goes where %s", (_, part, one) => {
  expect(lookAhead(part, one)).toBeUndefined();
});

test.each([
  ["a public text with somebody's number", { protection: "public" }, model()],
  ["a page to be filled in elsewhere", {}, model({ endpoint: "embedded", way: "manual" })],
  ["a model with another class", {}, model({ dataClasses: ["internal"] })],
  ["an e-mail address", { text: "Schreiben Sie an erika.muster@posteo.de." }, model()],
])("does not go: %s", (_, part, one) => {
  expect(lookAhead(part, one)?.code).toBe("real-identifiers");
});

test("only what is sent is looked at: the pseudonymised text alone may go", () => {
  const all = planned({});
  const trials = all.trials.filter(({ input }) => input === "pseudonymised");
  expect(() => makeIdentifierGuard({ ...all, trials }).lookAhead()).not.toThrow();
});

test("the shipped suites are not looked at", () => {
  const guard = makeIdentifierGuard({ ...planned({}), isTrusted: () => true });
  expect(() => guard.lookAhead()).not.toThrow();
});

test("of very many cases the first are looked at before, each later one before it goes", () => {
  const all = planned({ text: "Nichts dabei." }, model(), 1500);
  const cases = all.suites[0]?.cases ?? [];
  const last = cases.at(-1);
  if (last !== undefined) last.input.text = `Steuer-ID ${taxId}`;
  const guard = makeIdentifierGuard(all);
  guard.lookAhead();
  expect(guard.signal.aborted).toBe(false);
  const sent: string[] = [];
  const send = () => {
    for (const trial of all.trials) {
      guard.admit(trial);
      sent.push(trial.case);
    }
  };
  expect(send).toThrow(/probe\/fall-1499/u);
  expect(guard.signal.aborted).toBe(true);
  expect(sent).not.toContain("fall-1499");
});

test("a message names five cases and counts the rest", () => {
  const error = lookAhead({}, model(), 7);
  expect(error?.message).toContain("7 Fälle");
  expect(error?.message).toContain("und 2 weitere");
});

test("a postcode with its town is nobody's", () => {
  expect(looksReal(["Rathausplatz, 90403 Nürnberg"]).map(({ kind }) => kind)).not.toContain(
    "postal-town",
  );
});
