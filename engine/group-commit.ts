import type { Clock } from "./clock.ts";
import type { JournalFile } from "./journal-file.ts";
import { isDiskFull, journalTrouble } from "./journal-trouble.ts";

/** Whole lines of one file that are made durable together with others. */
export interface Piece {
  readonly file: JournalFile;
  readonly bytes: Buffer;
  readonly lines: number;
}

export interface GroupContext {
  readonly clock: Clock;
  /** Ends the wait for space on a full disk. */
  readonly signal: AbortSignal;
  /** Called when the disk is full; without it a full disk is an error at once. */
  readonly onWait?: ((path: string) => void) | undefined;
  /** Called when there is space again. */
  readonly onContinue?: (() => void) | undefined;
}

/** Writes at once, makes durable in groups, holds callers back when it cannot keep up. */
export interface GroupCommit {
  readonly add: (piece: Piece) => void;
  readonly room: () => Promise<void>;
  /** Makes durable what is left. */
  readonly finish: () => Promise<void>;
}

/** Time in milliseconds in which pieces gather for one commit. */
const commitMs = 15;
/** Time in milliseconds after which a full disk is tried again. */
const retryMs = 2000;
/** Lines, and for long answers bytes, that may wait for a commit before callers are held back. */
const mostLines = 1000;
const mostBytes = 16 * 1024 * 1024;

/** Without a reason of its own every abort makes an exception with a stack, and this one comes often. */
const hurried = "a caller waits";

/** Makes the group of the files, which are committed in the order they are given. */
export function makeGroupCommit(files: readonly JournalFile[], context: GroupContext): GroupCommit {
  const group = new Group(files, context);
  return {
    add: (piece) => group.add(piece),
    room: async () => group.room(),
    finish: async () => group.finish(),
  };
}

/** What stopped the writing. */
interface Trouble {
  readonly path: string;
  readonly cause: unknown;
}

class Group {
  readonly #files: readonly JournalFile[];
  readonly #context: GroupContext;
  /** Not durable yet, oldest first; the first `#written` of them are in their files. */
  #pieces: Piece[] = [];
  #written = 0;
  #lines = 0;
  #bytes = 0;
  /** Set while the disk is full. */
  #trouble: Trouble | undefined;
  /** Set when nothing can be written any more. */
  #broken: Error | undefined;
  #work: Promise<void> | undefined;
  #hurry = new AbortController();
  #waiting: (() => void)[] = [];

  constructor(files: readonly JournalFile[], context: GroupContext) {
    this.#files = files;
    this.#context = context;
  }

  add(piece: Piece): void {
    this.#throwIfBroken();
    this.#pieces.push(piece);
    this.#lines += piece.lines;
    this.#bytes += piece.bytes.length;
    if (this.#trouble === undefined) this.#stumble(this.#write());
    this.#throwIfBroken();
    this.#work ??= this.#commitAll();
  }

  async room(): Promise<void> {
    while (this.#broken === undefined && this.#isFull()) {
      this.#hurry.abort(hurried);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#throwIfBroken();
  }

  async finish(): Promise<void> {
    this.#hurry.abort(hurried);
    await this.#work;
    this.#throwIfBroken();
  }

  #isFull(): boolean {
    return this.#trouble !== undefined || this.#lines >= mostLines || this.#bytes >= mostBytes;
  }

  #throwIfBroken(): void {
    if (this.#broken !== undefined) throw this.#broken;
  }

  /** Works until everything is durable. Never rejects: what goes wrong is in `#broken`. */
  async #commitAll(): Promise<void> {
    const { clock } = this.#context;
    while (this.#pieces.length > 0 && this.#broken === undefined) {
      if (this.#trouble === undefined) {
        await clock.sleep(commitMs, this.#hurry.signal);
        this.#hurry = new AbortController();
        this.#stumble(await this.#commit());
      } else await this.#waitForSpace(this.#trouble);
      for (const wake of this.#waiting.splice(0)) wake();
    }
    this.#work = undefined;
  }

  /** Puts into the files what is not there yet. */
  #write(): Trouble | undefined {
    for (const piece of this.#pieces.slice(this.#written)) {
      try {
        piece.file.write(piece.bytes);
      } catch (cause) {
        return { path: piece.file.path, cause };
      }
      this.#written += 1;
    }
    return undefined;
  }

  /** Makes durable what is in the files now; what may be lost is taken back, to be written again. */
  async #commit(): Promise<Trouble | undefined> {
    const written = this.#pieces.slice(0, this.#written);
    for (const file of this.#files.filter((one) => written.some((piece) => piece.file === one))) {
      try {
        await file.sync();
      } catch (cause) {
        return this.#takeBack({ path: file.path, cause });
      }
      this.#forget(new Set(written.filter((piece) => piece.file === file)));
    }
    return undefined;
  }

  #forget(durable: ReadonlySet<Piece>): void {
    this.#pieces = this.#pieces.filter((piece) => !durable.has(piece));
    this.#written -= durable.size;
    for (const { lines, bytes } of durable) {
      this.#lines -= lines;
      this.#bytes -= bytes.length;
    }
  }

  #takeBack(trouble: Trouble): Trouble {
    for (const file of this.#files) file.takeBack();
    this.#written = 0;
    return trouble;
  }

  #stumble(trouble: Trouble | undefined): void {
    if (trouble === undefined) return;
    this.#trouble = trouble;
    if (!isDiskFull(trouble.cause) || this.#context.onWait === undefined) this.#break(trouble);
  }

  #break({ path, cause }: Trouble): void {
    const lost = this.#pieces.slice(this.#written).reduce((sum, { lines }) => sum + lines, 0);
    this.#broken ??= journalTrouble(path, cause, lost);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Tries again until there is space, for the last time when the wait is aborted. */
  async #waitForSpace(trouble: Trouble): Promise<void> {
    const { clock, signal, onWait, onContinue } = this.#context;
    onWait?.(trouble.path);
    for (;;) {
      await clock.sleep(retryMs, signal);
      const isLast = signal.aborted;
      const next = this.#write();
      if (next === undefined) break;
      if (!isDiskFull(next.cause) || isLast) return this.#break(next);
    }
    this.#trouble = undefined;
    onContinue?.();
    return undefined;
  }
}
