import type { Place } from "../../../core/user-error.ts";
import { Places } from "./places.ts";
import { reasonOf } from "./refusal.ts";
import { SourceFolder } from "./source-folder.ts";

/** A remark on a place of the configuration. */
export interface Remark {
  readonly place: Place;
  /** German, without a full stop. */
  readonly text: string;
  /** Gone once code is allowed. */
  readonly isCode?: boolean;
}

/** What a person settles before an import. */
export interface ImportOptions {
  /** Code of the configuration may be run. */
  readonly allowCode: boolean;
  /** Who judges where the configuration names nobody, as promptfoo names it: `openai:gpt-4.1`. */
  readonly judge?: string | undefined;
  /** The same for assertions that compare by embeddings (`similar`): `openai:embedding:NAME`. */
  readonly embeddings?: string | undefined;
}

/** What an import knows and finds while it reads one configuration. */
export class ImportSession {
  readonly folder: SourceFolder;
  readonly places: Places;
  readonly options: ImportOptions;
  /** What has no counterpart: with one of these nothing is written. */
  readonly problems: Remark[] = [];
  /** What is left out because it changes neither a prompt nor a verdict. */
  readonly notes: Remark[] = [];
  /** Labels of the prompts and providers, to which tests may refer. */
  readonly labels: { prompts: readonly string[]; providers: readonly string[] } = {
    prompts: [],
    providers: [],
  };
  /** The providers as a program that makes prompts is told of them. */
  providers: readonly { readonly id: string; readonly label?: string | undefined }[] = [];
  /** Models with settings of their own that judge, by the name of the file that holds them. */
  readonly judges = new Map<string, { readonly id: string; readonly config: object }>();
  /** Code that would run. */
  readonly code: Remark[] = [];

  constructor(root: string, options: ImportOptions) {
    this.folder = new SourceFolder(root);
    this.places = new Places((file) => this.folder.shown(file));
    this.options = options;
  }

  refuse(holder: object, key: string | number | undefined, text: string): void {
    this.problems.push({ place: this.places.of(holder, key), text });
  }

  remark(holder: object, key: string | number | undefined, text: string): void {
    this.notes.push({ place: this.places.of(holder, key), text });
  }

  /** Runs a step; a refusal becomes a problem at this place and gives nothing. */
  attempt<Value>(
    holder: object,
    key: string | number | undefined,
    step: () => Value,
  ): Value | undefined {
    const result = reasonOf(step);
    if ("value" in result) return result.value;
    this.refuse(holder, key, result.reason);
    return undefined;
  }

  /**
   * Notes code of the configuration. Says whether it may run; where it may not, that is a problem.
   */
  admitCode(holder: object, key: string | number | undefined, what: string): boolean {
    const place = this.places.of(holder, key);
    this.code.push({ place, text: what });
    if (this.options.allowCode) return true;
    this.problems.push({ place, text: `${what}; das geht nur mit --allow-code`, isCode: true });
    return false;
  }
}
