import { checkValue, describeFlaw } from "../../../core/messages.ts";
import { loadReferences } from "./load-references.ts";
import { isGroup, testSchema, type Group, type RawTest } from "./raw-config.ts";
import { readStructured } from "./read-structured.ts";
import type { ImportSession } from "./session.ts";

/** What `tests` is a part of, for places. */
export interface TestsPlace {
  readonly holder: object;
  readonly key: string | number;
}

/** Keys of a test that have a counterpart. */
const known = new Set([
  "description",
  "vars",
  "assert",
  "options",
  "threshold",
  "metadata",
  "prompts",
  "providers",
]);

/** Keys of a test that have none, and why. */
const unsupported: Readonly<Record<string, string>> = {
  provider: "ein eigenes Modell für einen Test gibt es hier nicht",
  providerOutput: "die Antwort ist vorgegeben; hier antwortet ein Modell",
  assertScoringFunction: "eine eigene Rechnung für die Punkte gibt es hier nicht",
};

interface OnePlace {
  readonly place: TestsPlace;
  readonly base: string;
}

/** Reads one test; what is wrong with it becomes a problem. */
export function readTest(
  session: ImportSession,
  entry: unknown,
  { place, base }: OnePlace,
): RawTest | undefined {
  const result = checkValue(testSchema, entry);
  if (!result.ok || !isGroup(entry)) {
    const flaw = result.ok ? undefined : result.flaws[0];
    const holder = isGroup(entry) ? entry : place.holder;
    const key = isGroup(entry) ? flaw?.path[0] : place.key;
    session.refuse(holder, key, `ist kein Test von promptfoo (${describeFlaw(flaw)})`);
    return undefined;
  }
  for (const key of Object.keys(entry)) {
    const why = unsupported[key];
    if (why !== undefined) session.refuse(entry, key, `${key}: ${why}`);
    else if (!known.has(key))
      session.remark(entry, key, `„${key}“ kennt promptfoo in einem Test nicht`);
  }
  checkChoices(session, entry);
  const { vars, description, options, threshold, metadata } = result.value;
  return {
    holder: entry,
    vars: session.attempt(entry, "vars", () => readVars(session, vars, base)),
    description,
    assert: (entry["assert"] ?? undefined) as readonly Group[] | undefined,
    options: options ?? undefined,
    threshold: threshold ?? undefined,
    metadata: metadata ?? undefined,
  };
}

/** `vars` may name files whose contents are put together. */
function readVars(
  session: ImportSession,
  vars: Group | string | readonly string[] | null | undefined,
  base: string,
): Group | undefined {
  if (vars === undefined || vars === null) return undefined;
  if (typeof vars !== "string" && !Array.isArray(vars)) return vars as Group;
  const names = typeof vars === "string" ? [vars] : (vars as readonly string[]);
  const parts = names.flatMap((name) => session.folder.glob(name, base));
  const read = parts.map((file) => loadReferences(session, readStructured(session, file)));
  return Object.assign({}, ...read) as Group;
}

/** A test that is put to all prompts and models in so many words is like one that says nothing. */
function checkChoices(session: ImportSession, entry: Group): void {
  const { prompts, providers } = session.labels;
  for (const [key, labels] of Object.entries({ prompts, providers })) {
    const chosen = entry[key];
    if (chosen === undefined || chosen === null) continue;
    const names = ([chosen].flat() as unknown[]).map(String);
    const isAll = labels.every((label) =>
      names.some((name) => label === name || label.startsWith(`${name}:`)),
    );
    if (isAll) continue;
    session.refuse(
      entry,
      key,
      `${key}: ein Test nur für einen Teil davon hat hier kein Gegenstück`,
    );
  }
}
