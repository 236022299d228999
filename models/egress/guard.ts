import { syncBuiltinESMExports } from "node:module";
import type { UserError } from "../../core/user-error.ts";
import { guardNames } from "./guard-names.ts";
import { guardPrograms } from "./guard-programs.ts";
import { guardDatagrams, guardSockets } from "./guard-sockets.ts";

/** How strictly a process is guarded. */
export interface GuardOptions {
  /** Told of everything that is refused: a library may keep the error to itself. */
  readonly report: (refusal: UserError) => void;
  /** Leaves programs that are started alone: tests and benchmarks, and code that was allowed. */
  readonly freePrograms?: boolean | undefined;
}

/**
 * From now on this process connects only to this machine and to what was permitted, asks name servers
 * for nothing else, and starts no program that could do it instead. What native code does by itself
 * is out of its reach. Call it before anything else is imported.
 * Why, and what it does not hold back: docs/decisions/0047-egress-guard.md.
 */
export function guardEgress({ report, freePrograms = false }: GuardOptions): void {
  if (isGuarded) return;
  isGuarded = true;
  const told = new Set<string>();
  const once = (refusal: UserError): void => {
    if (told.has(refusal.message)) return;
    told.add(refusal.message);
    report(refusal);
  };
  guardSockets(once);
  guardDatagrams(once);
  guardNames(once);
  if (!freePrograms) guardPrograms(once);
  syncBuiltinESMExports();
}

let isGuarded = false;
