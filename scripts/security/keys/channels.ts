import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { unzipSync } from "fflate";

/** A place where a key could come out, and everything that stands there. */
export interface Channel {
  readonly name: string;
  readonly content: string;
}

/**
 * Every file under a folder as a channel, its name included; archives (Word, SCORM) are opened, so that
 * what they hold is looked at and not its compressed form.
 */
export function filesUnder(folder: string, title: string): Channel[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => {
      const name = relative(folder, path);
      return { name: `${title}: ${name}`, content: `${name}\n${readAll(path)}` };
    });
}

/** The files of a folder itself. */
export function filesOf(folder: string): Channel[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, content: readAll(join(folder, name)) }));
}

function readAll(path: string): string {
  const bytes = readFileSync(path);
  const isZip = bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";
  if (!isZip) return bytes.toString("utf8");
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${Buffer.from(content).toString("utf8")}`)
    .join("\n");
}

/** Command lines and, of child processes, the variables: what others on this machine can read. */
export function watchProcesses(): {
  readonly add: (pid: number) => void;
  readonly stop: () => Channel[];
} {
  const seen = new Map<string, Set<string>>();
  const roots = new Set<number>();
  const note = (name: string, path: string): void => {
    try {
      const content = readFileSync(path, "utf8");
      if (content !== "") seen.set(name, (seen.get(name) ?? new Set()).add(content));
    } catch {
      // The process is gone, or this is not Linux.
    }
  };
  const look = (): void => {
    for (const pid of roots) note("Prozessliste: Befehle", `/proc/${pid}/cmdline`);
    for (const pid of [...roots].flatMap(descendants).filter(isStarted)) {
      note("Prozessliste: Kindprozesse", `/proc/${pid}/cmdline`);
      note("Variablen der Kindprozesse", `/proc/${pid}/environ`);
    }
  };
  const timer = setInterval(look, 20);
  return {
    add: (pid) => {
      roots.add(pid);
      look();
    },
    stop: () => {
      clearInterval(timer);
      return [...seen].map(([name, contents]) => ({ name, content: [...contents].join("\n") }));
    },
  };
}

/** A child is a copy of its parent for a moment, before it becomes another program. */
function isStarted(pid: number): boolean {
  try {
    const parent = /^PPid:\t(?<id>\d+)$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    const [own, above] = [pid, parent?.groups?.["id"]].map((one) =>
      readFileSync(`/proc/${one}/cmdline`, "utf8"),
    );
    return own !== above;
  } catch {
    return false;
  }
}

function descendants(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    const own = text.split(" ").filter(Boolean).map(Number);
    return own.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}
