import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { programFolder } from "../../scripts/folders.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Surroundings in which nothing can leave the machine, and what tried to. */
export interface Watch {
  readonly environment: Record<string, string>;
  /** Hosts that something in the process, its workers or its children wanted to reach. */
  readonly outside: () => string[];
}

/** Begins a watch; gone after the test. */
export function beginWatch(): Watch {
  const file = join(temporaryFolder(), "connections.txt");
  const preload = join(programFolder, "tests", "helpers", "watched-process.ts");
  return {
    environment: {
      NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`,
      WATCHED_CONNECTIONS: file,
    },
    outside: () => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []),
  };
}
