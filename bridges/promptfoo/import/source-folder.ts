import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { TextDecoder } from "node:util";
import { Refusal } from "./refusal.ts";

/** Larger files are refused before they are read. */
const largestFile = 50 * 1024 * 1024;

/** The folder of a configuration: everything it refers to has to lie in it. */
export class SourceFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(root);
  }

  /** The whole path of a reference, seen from a folder; what lies elsewhere is a `Refusal`. */
  resolve(reference: string, from = this.root): string {
    const path = withoutScheme(reference);
    if (isRemote(path)) {
      throw new Refusal(`„${path}“ liegt im Netz; der Import holt nichts von dort`);
    }
    const whole = resolve(from, path);
    if (!this.#contains(whole)) throw outside(path);
    if (existsSync(whole) && !this.#contains(realpathSync(whole))) throw outside(path);
    return whole;
  }

  /** Reads a text file as UTF-8 without its byte-order mark. */
  readText(file: string): string {
    const { size } = this.#statOf(file);
    if (size > largestFile)
      throw new Refusal(`die Datei „${this.shown(file)}“ ist über 50 MB groß`);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    } catch {
      throw new Refusal(`die Datei „${this.shown(file)}“ ist kein Text in UTF-8`);
    }
  }

  /** The files that a pattern names, sorted; a plain path names itself. */
  glob(reference: string, from = this.root): string[] {
    const pattern = withoutScheme(reference);
    if (!/[*?[\]{}]/u.test(pattern)) return [this.resolve(pattern, from)];
    const whole = resolve(from, pattern);
    if (isAbsolute(pattern) || !this.#contains(whole)) throw outside(pattern);
    return globSync(this.shown(whole), { cwd: this.root })
      .map((found) => this.resolve(found))
      .filter((file) => statSync(file).isFile())
      .toSorted();
  }

  exists(file: string): boolean {
    return existsSync(file) && statSync(file).isFile();
  }

  /** The path as a person reads it, from the folder of the configuration. */
  shown(file: string): string {
    return file === "" ? "" : relative(this.root, file).split(sep).join("/");
  }

  #statOf(file: string) {
    try {
      const stat = statSync(file);
      if (stat.isFile()) return stat;
    } catch {
      // Said below.
    }
    throw new Refusal(`die Datei „${this.shown(file)}“ gibt es nicht`);
  }

  #contains(whole: string): boolean {
    const way = relative(this.root, whole);
    return way !== ".." && !way.startsWith(join("..", sep)) && !isAbsolute(way);
  }
}

/** Something that is to be fetched from elsewhere. */
export function isRemote(reference: string): boolean {
  return /^(?!file:)[a-z][a-z0-9+.-]*:\/\//iu.test(reference);
}

/** `file://x.yaml` → `x.yaml`. */
export function withoutScheme(reference: string): string {
  return reference.replace(/^file:\/\//u, "");
}

function outside(path: string): Refusal {
  return new Refusal(`„${path}“ liegt außerhalb des Ordners der Konfiguration`);
}
