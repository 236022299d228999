import { guardEgress } from "./guard.ts";
import { permitsVariable } from "./guard-programs.ts";
import { readPermits } from "./permits.ts";

/*
 * Loaded before anything else in a process of Node.js that the harness starts: it may reach what its
 * parent could reach when it was started.
 */
readPermits(process.env[permitsVariable] ?? '{"offline":true,"permitted":[],"proxies":[]}');
guardEgress({
  report: ({ message, nextStep }) =>
    process.stderr.write(`Verweigert: ${message}\n→ ${nextStep}\n`),
});
