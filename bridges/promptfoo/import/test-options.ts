import type { AssertionDefaults } from "./convert-assertions.ts";
import type { AtomicTest } from "./expand-tests.ts";
import { isGroup, type Group } from "./raw-config.ts";
import type { ImportSession } from "./session.ts";

/** What the options of a test mean for its prompt and its assertions. */
export interface TestOptions {
  readonly prefix: string;
  readonly suffix: string;
  readonly defaults: AssertionDefaults;
}

/** Options that are taken over elsewhere or change nothing here. */
const harmless = new Set([
  "prefix",
  "suffix",
  "transform",
  "postprocess",
  "provider",
  "rubricPrompt",
  "disableVarExpansion",
  "disableConversationVar",
  "runSerially",
]);

const reasons: Readonly<Record<string, string>> = {
  storeOutputAs: "gibt eine Antwort an den nächsten Test weiter; hier steht jede Frage allein",
  transformVars: "ändert die Variablen mit einem Programm",
};

/** Reads the options of tests; the same object, the options of `defaultTest`, is looked at once. */
export class TestOptionsReader {
  readonly #session: ImportSession;
  readonly #looked = new Set<unknown>();

  constructor(session: ImportSession) {
    this.#session = session;
  }

  read({ options, holder }: AtomicTest): TestOptions {
    const transform = options["transform"] ?? options["postprocess"];
    this.#look(options, holder, transform);
    return {
      prefix: textOf(options["prefix"]),
      suffix: textOf(options["suffix"]),
      defaults: {
        ...(transform !== undefined && { transform }),
        ...(options["rubricPrompt"] !== undefined && { rubricPrompt: options["rubricPrompt"] }),
        ...(options["provider"] !== undefined && { provider: options["provider"] }),
      },
    };
  }

  #look(options: Group, holder: object, transform: unknown): void {
    const mark = JSON.stringify(options);
    if (mark === "{}" || this.#looked.has(mark)) return;
    this.#looked.add(mark);
    const own = (holder as { readonly options?: unknown }).options;
    const [place, at] = isGroup(own) ? [own, undefined] : [holder, "options"];
    for (const [name, why] of Object.entries(reasons)) {
      if (options[name] !== undefined)
        this.#session.refuse(place, at ?? name, `options.${name}: ${why}`);
    }
    if (transform === undefined) return;
    const text = typeof transform === "string" ? transform : JSON.stringify(transform);
    const code = text.replaceAll(/\s+/gu, " ").slice(0, 60);
    this.#session.admitCode(place, at ?? "transform", `options.transform: ${code}`);
  }
}

/**
 * Options that promptfoo hands to the provider with every call: settings of the models, when all tests have
 * the same; else a problem.
 */
export function callOptions(
  session: ImportSession,
  tests: readonly { readonly test: AtomicTest }[],
): Group {
  const [first, ...rest] = tests.map(({ test }) => ({ own: ownOptions(test), test }));
  if (first === undefined) return {};
  const usual = JSON.stringify(first.own);
  const other = rest.find(({ own }) => JSON.stringify(own) !== usual);
  if (other === undefined) return first.own;
  const names = [...new Set([...Object.keys(first.own), ...Object.keys(other.own)])].join(", ");
  session.refuse(
    other.test.holder,
    "options",
    `options (${names}): wirkt auf den Aufruf und ist nicht in allen Tests gleich`,
  );
  return {};
}

function ownOptions({ options }: AtomicTest): Group {
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => !harmless.has(name) && !(name in reasons)),
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
