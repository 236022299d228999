import { basename, dirname } from "node:path";
import { statSync } from "node:fs";
import { needsEmbedding } from "./assertion-types.ts";
import { AssertionConverter, type Assertion } from "./convert-assertions.ts";
import { callOptions } from "./test-options.ts";
import { convertTests, slugOf, varsForAssertions } from "./convert-cases.ts";
import { convertProviders, readProviders } from "./convert-providers.ts";
import type { ImportedModel } from "./convert-provider.ts";
import { expandTests } from "./expand-tests.ts";
import { renderTests, type RenderedTest } from "./place-prompts.ts";
import type { Group } from "./raw-config.ts";
import { readConfig } from "./read-config.ts";
import { readFilters } from "./read-filters.ts";
import { readPrompts } from "./read-prompts.ts";
import type { ReadPrompt } from "./written-prompt.ts";
import { Refusal } from "./refusal.ts";
import { refusalOf } from "./refusal-error.ts";
import type { RenderedMessage } from "./render-prompt.ts";
import { readRunSettings, type RunSettings } from "./run-settings.ts";
import { ImportSession, type ImportOptions, type Remark } from "./session.ts";
import { makeTemplateEngine } from "./template-engine.ts";
import { asTemplates } from "./template-prompts.ts";

/** A case of the suite that is made. */
export interface ImportedCase {
  readonly id: string;
  readonly input: Readonly<Record<string, string>>;
  /** By variant, where prompts are not files. */
  readonly messages?: Readonly<Record<string, readonly RenderedMessage[]>>;
  readonly assertions: readonly Assertion[];
  readonly threshold?: number | undefined;
  readonly vars?: Group | undefined;
  /** Who judges what a model has to judge in it. */
  readonly judge?: string | undefined;
  readonly source: string;
  readonly tags: readonly string[];
}

/** Everything that a configuration of promptfoo becomes. */
export interface ImportedSuite {
  readonly title: string;
  /** Prompt variants with their template; without one the cases carry their messages. */
  readonly variants: readonly { readonly name: string; readonly template?: string | undefined }[];
  readonly cases: readonly ImportedCase[];
  readonly models: readonly ImportedModel[];
  readonly settings: RunSettings;
  /** Judges with settings, by the name of their file. */
  readonly judges: ReadonlyMap<string, { readonly id: string; readonly config: object }>;
  /** ISO date of the configuration file. */
  readonly asOf: string;
  /** Left out, because it changes neither a prompt nor a verdict. */
  readonly notes: readonly Remark[];
  /** Code that a run of the suite executes. */
  readonly code: readonly Remark[];
  /** How many assertions a model judges that is not named. */
  readonly withoutJudge: number;
}

/** What a person settles before an import, and who hears of code before any of it runs. */
export interface ImportRequest extends ImportOptions {
  readonly announce: (code: readonly Remark[]) => void;
}

/**
 * Reads a configuration of promptfoo as a suite. All or nothing: what has no counterpart is listed with
 * its place in one `UserError` (`import-refused`), and then there is no suite. Fetches nothing. Code of the
 * configuration runs only with `allowCode`, and only after a first reading without it has found all that
 * would run, announced it, and met no other problem.
 */
export async function importConfig(file: string, request: ImportRequest): Promise<ImportedSuite> {
  const { announce, ...options } = request;
  const first = await readWhole(file, { ...options, allowCode: false });
  if (first.session.code.length > 0) announce(first.session.code);
  const isOnlyCode = first.session.problems.every(({ isCode = false }) => isCode);
  const isAdmitted = options.allowCode && isOnlyCode && first.session.code.length > 0;
  const last = isAdmitted ? await readWhole(file, options) : first;
  if (last.suite !== undefined && last.session.problems.length === 0) return last.suite;
  // What the person has allowed is no obstacle.
  const isObstacle = ({ isCode = false }: Remark) => !(isCode && options.allowCode);
  throw refusalOf(last.session.problems.filter(isObstacle));
}

interface Reading {
  readonly session: ImportSession;
  /** Absent when there were problems. */
  readonly suite?: ImportedSuite | undefined;
}

async function readWhole(file: string, options: ImportOptions): Promise<Reading> {
  const session = new ImportSession(dirname(file), options);
  try {
    return { session, suite: await read(session, file) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    session.problems.push({ place: { file: basename(file) }, text: cause.message });
    return { session };
  }
}

async function read(session: ImportSession, file: string): Promise<ImportedSuite | undefined> {
  const { options } = session;
  const whole = session.folder.resolve(basename(file));
  const config = readConfig(session, whole);
  const prompts = readPrompts(session, config);
  const providers = readProviders(session, config);
  session.labels.prompts = prompts.map(({ label }) => label);
  const settings = readRunSettings(session, config);
  const converter = new AssertionConverter(session);
  const tests = convertTests(session, await expandTests(session, config), converter);
  const models = convertProviders(session, providers, {
    prompts,
    options: callOptions(session, tests),
  });
  const engine = makeTemplateEngine(await readFilters(session, config));
  const rendered = await renderTests({ session, engine, prompts }, tests);
  if (session.problems.length > 0) return undefined;
  if (rendered.length === 0) throw new Refusal("darin steht kein Test");
  return {
    title: titleOf(config, file),
    ...placePrompts(prompts, rendered, basename(file)),
    models,
    settings,
    asOf: statSync(whole).mtime.toISOString().slice(0, 10),
    judges: session.judges,
    notes: session.notes,
    code: session.code,
    withoutJudge: [...converter.withoutJudge].filter(
      ({ type }) => (needsEmbedding(type) ? options.embeddings : options.judge) === undefined,
    ).length,
  };
}

function titleOf({ description }: Group, file: string): string {
  const text = typeof description === "string" ? description.trim().split("\n")[0] : "";
  return text === undefined || text === "" ? `Aus ${basename(file)} von promptfoo` : text;
}

function placePrompts(
  prompts: readonly ReadPrompt[],
  tests: readonly RenderedTest[],
  source: string,
): Pick<ImportedSuite, "variants" | "cases"> {
  const names = variantNames(prompts);
  const templates = asTemplates(prompts, tests);
  const variants = names.map((name, index) => ({ name, template: templates?.templates[index] }));
  const cases = tests.map((test, index) => {
    const input = templates?.inputs[index];
    const messages = Object.fromEntries(names.map((name, at) => [name, test.messages[at] ?? []]));
    const prompt = input === undefined ? { input: {}, messages } : { input };
    return { ...caseOf(test, index, source), ...prompt };
  });
  return { variants, cases };
}

function caseOf(
  { id, test, assertions, vars, judge }: RenderedTest,
  index: number,
  source: string,
): Omit<ImportedCase, "input" | "messages"> {
  const said = test.description === undefined ? "" : `: ${test.description}`;
  return {
    id,
    assertions,
    threshold: test.threshold,
    judge,
    vars: varsForAssertions(assertions, vars),
    source: `${source}, Test ${index + 1}${said}`,
    tags: Object.entries(test.metadata).map(([key, value]) => `${key}=${plain(value)}`),
  };
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** The prompt's own name where it has one, else its number. */
function variantNames(prompts: readonly ReadPrompt[]): string[] {
  const names = prompts.map(({ name = "" }, index) => {
    const slug = slugOf(name);
    return slug === "" || slug.length > 40 ? `prompt-${index + 1}` : slug;
  });
  return names.map((name, index) =>
    names.indexOf(name) === index ? name : `${name}-${index + 1}`,
  );
}
