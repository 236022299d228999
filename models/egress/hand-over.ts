import { closeSync, readFileSync } from "node:fs";
import type { ChildProcess, StdioOptions } from "node:child_process";
import type { Writable } from "node:stream";
import { noteSecret, noteSecrets, withoutTraces } from "./secrets.ts";

/** Variable that tells a child at which descriptor its keys come. */
const descriptorVariable = "EGRESS_KEYS_AT";

/** Where: behind the three usual streams. */
const descriptor = 3;

/** How a process that needs the keys is started: its streams, and what it is told. */
export function handOverOptions(output: "inherit" | "pipe"): {
  readonly stdio: StdioOptions;
  readonly environment: Readonly<Record<string, string>>;
} {
  const usual: StdioOptions =
    output === "inherit" ? ["inherit", "inherit", "inherit"] : ["ignore", "pipe", "pipe"];
  return { stdio: [...usual, "pipe"], environment: { [descriptorVariable]: String(descriptor) } };
}

/**
 * Gives a child that asks models itself the keys of this process, through a pipe: what stands among the
 * variables of a process can be read from outside of it.
 */
export function handOverKeys(
  child: ChildProcess,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const open = withoutTraces(environment);
  const keys = Object.entries(environment).filter(([name]) => !Object.hasOwn(open, name));
  const pipe = child.stdio[descriptor] as Writable;
  // A child that ends early has no need of them.
  pipe.on("error", () => {});
  pipe.end(JSON.stringify(Object.fromEntries(keys)));
}

/** In the child: takes the keys over into its variables, and notes that they are secret. */
export function takeOverKeys(): void {
  const at = process.env[descriptorVariable];
  if (at === undefined) return;
  delete process.env[descriptorVariable];
  const keys = JSON.parse(readFileSync(Number(at), "utf8")) as Record<string, string>;
  closeSync(Number(at));
  Object.assign(process.env, keys);
  noteSecrets(keys);
  // A secret under another name was known to whoever handed it over; an address only has one inside.
  for (const value of Object.values(keys)) if (!URL.canParse(value)) noteSecret(value);
}
