import { nearestName } from "../../../core/nearest-name.ts";
import {
  assertionTypes,
  isKnownType,
  isProgram,
  needsEmbedding,
  needsJudge,
  unjudgedReason,
} from "./assertion-types.ts";
import { inTurn } from "./chain-transforms.ts";
import { judgeId } from "./judge-id.ts";
import { embeddingsFor, rubricText } from "./judge-options.ts";
import { isScriptReference, loadReference } from "./load-references.ts";
import { isGroup, type Group } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";
import { codeInTemplates, excerpt } from "./template-code.ts";
import type { ImportSession } from "./session.ts";

/** An assertion as the grader gets it. */
export type Assertion = Record<string, unknown> & { type: string };

/** Options of a test that its assertions take over. */
export interface AssertionDefaults {
  /** JavaScript that changes the answer first. */
  readonly transform?: unknown;
  readonly rubricPrompt?: unknown;
  readonly provider?: unknown;
}

/** Fields of an assertion that promptfoo heeds. */
const fields = new Set([
  "type",
  "value",
  "threshold",
  "weight",
  "metric",
  "provider",
  "rubricPrompt",
  "transform",
  "contextTransform",
  "config",
  "assert",
]);

/**
 * Makes assertions ready for the grader: known types only, contents of files in place of `file://`, the
 * options of the test written into each. The same object is converted once.
 */
export class AssertionConverter {
  readonly #session: ImportSession;
  readonly #known = new WeakMap<object, Map<string, Assertion | undefined>>();
  /** Who judges an assertion, where the configuration says so. */
  readonly judges = new Map<Assertion, string>();
  /** Assertions that a model judges and that name none. */
  readonly withoutJudge = new Set<Assertion>();

  constructor(session: ImportSession) {
    this.#session = session;
  }

  convert(written: Group, defaults: AssertionDefaults): Assertion | undefined {
    const key = JSON.stringify(defaults);
    const known = this.#known.get(written) ?? new Map<string, Assertion | undefined>();
    this.#known.set(written, known);
    if (known.has(key)) return known.get(key);
    const made = this.#make(written, defaults);
    known.set(key, made);
    return made;
  }

  #make(written: Group, defaults: AssertionDefaults): Assertion | undefined {
    const type = String(written["type"]);
    for (const field of Object.keys(written).filter((name) => !fields.has(name))) {
      this.#session.remark(written, field, `„${field}“ kennt promptfoo in einer Prüfung nicht`);
    }
    if (type === "assert-set") return this.#makeSet(written, defaults);
    if (!this.#isUsable(written, type)) return undefined;
    const made: Assertion = { ...written, type };
    if (defaults.transform !== undefined && !this.#addTransform(made, written, defaults)) {
      return undefined;
    }
    if (needsJudge(type)) this.#addJudge(made, written, defaults);
    const isWhole = this.#checkTransforms(written) && this.#loadValue(made, written);
    return isWhole ? made : undefined;
  }

  #makeSet(written: Group, defaults: AssertionDefaults): Assertion | undefined {
    const inner = written["assert"];
    if (!Array.isArray(inner) || inner.length === 0) {
      this.#session.refuse(written, "assert", "assert-set ohne Liste assert");
      return undefined;
    }
    const made = inner.flatMap((entry: unknown, index) => {
      if (isGroup(entry) && typeof entry["type"] === "string") {
        return this.convert(entry, defaults) ?? [];
      }
      this.#session.refuse(inner, index, "einer Prüfung fehlt type");
      return [];
    });
    return made.length === inner.length
      ? { ...written, type: "assert-set", assert: made }
      : undefined;
  }

  #isUsable(written: Group, type: string): boolean {
    const unjudged = unjudgedReason(type);
    if (unjudged !== undefined) {
      this.#session.refuse(written, "type", `die Prüfung „${type}“ ${unjudged}`);
      return false;
    }
    if (isKnownType(type)) return true;
    const nearest = nearestName(type, assertionTypes);
    const guess = nearest === undefined ? "" : `; gemeint ist wohl „${nearest}“`;
    this.#session.refuse(written, "type", `die Prüfung „${type}“ kennt promptfoo nicht${guess}`);
    return false;
  }

  #addTransform(made: Assertion, written: Group, { transform }: AssertionDefaults): boolean {
    if (made["transform"] === undefined) {
      made["transform"] = transform;
      return true;
    }
    const chained = inTurn(transform, made["transform"]);
    if (chained !== undefined) {
      made["transform"] = chained;
      return true;
    }
    const reason =
      "options.transform des Tests und transform der Prüfung zugleich gehen hier nur als je ein Ausdruck in JavaScript";
    this.#session.refuse(written, "transform", reason);
    return false;
  }

  /** The judge leaves the assertion: a grader has one, which the suite or the case names. */
  #addJudge(made: Assertion, written: Group, { provider, rubricPrompt }: AssertionDefaults): void {
    const judge = this.#session.attempt(written, "provider", () =>
      judgeId(this.#session, made["provider"] ?? provider, needsEmbedding(made.type)),
    );
    delete made["provider"];
    if (judge === undefined) this.withoutJudge.add(made);
    else this.judges.set(made, judge);
    const embeddings = embeddingsFor(this.#session, written, provider);
    if (embeddings !== undefined) made["embeddings"] = embeddings;
    const rubric = made["rubricPrompt"] ?? rubricPrompt;
    if (rubric === undefined) return;
    const text = this.#session.attempt(written, "rubricPrompt", () =>
      rubricText(this.#session, rubric),
    );
    if (text !== undefined) made["rubricPrompt"] = text;
  }

  /** Transforms are JavaScript, wherever they stand. */
  #checkTransforms(written: Group): boolean {
    return ["transform", "contextTransform"].every((field) => {
      const code = written[field];
      return (
        code === undefined || this.#session.admitCode(written, field, `${field}: ${excerpt(code)}`)
      );
    });
  }

  #loadValue(made: Assertion, written: Group): boolean {
    const { value, type } = made;
    if (
      isProgram(type) ||
      (typeof value === "string" && /^(?:file:\/\/.*|package:)/u.test(value) && isCode(value))
    ) {
      if (!this.#session.admitCode(written, "value", `${type}: ${excerpt(value)}`)) return false;
      const file = this.#session.attempt(written, "value", () => this.#programValue(value));
      made["value"] = file;
      return value === undefined || file !== undefined;
    }
    const loaded = this.#session.attempt(written, "value", () => ({
      value: this.#dataValue(value),
    }));
    if (loaded === undefined || !this.#admitTemplates(loaded.value, written)) return false;
    if (value !== undefined) made["value"] = loaded.value;
    return true;
  }

  /** A template that does more than put a variable in can reach the program. */
  #admitTemplates(value: unknown, written: Group): boolean {
    const text = codeInTemplates(value);
    return (
      text === undefined || this.#session.admitCode(written, "value", `Vorlage ${excerpt(text)}`)
    );
  }

  /** A program stays where it is; the suite names it by its whole path. */
  #programValue(value: unknown): unknown {
    if (typeof value !== "string" || !value.startsWith("file://")) return value;
    const [, path = "", name = ""] = /^file:\/\/(.+?)(:[\w$.]+)?$/u.exec(value) ?? [];
    const file = this.#session.folder.resolve(path);
    if (!this.#session.folder.exists(file)) throw new Refusal(`die Datei „${path}“ gibt es nicht`);
    return `file://${file}${name}`;
  }

  #dataValue(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#dataValue(item));
    if (typeof value !== "string") return value;
    if (/\{[{%][^}]*\benv\s*[.[]/u.test(value)) {
      throw new Refusal("die Prüfung setzt eine Umgebungsvariable ein; die sieht der Grader nicht");
    }
    if (!value.startsWith("file://")) return value;
    const content = loadReference(this.#session, value);
    // promptfoo takes the text of a file as it is; a text in the suite is a template.
    return typeof content === "string" && /\{[{%#]/u.test(content)
      ? `{% raw %}${content}{% endraw %}`
      : content;
  }
}

function isCode(value: string): boolean {
  return value.startsWith("package:") || isScriptReference(value);
}
