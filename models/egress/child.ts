import { isMainThread } from "node:worker_threads";
import { guardEgress } from "./guard.ts";
import { permitsVariable } from "./guard-programs.ts";
import { takeOverKeys } from "./hand-over.ts";
import { maskErrorReports } from "./mask-report.ts";
import { maskStream } from "./mask-stream.ts";
import { readPermits } from "./permits.ts";
import { noteSecrets } from "./secrets.ts";

/*
 * Loaded before anything else in a process or thread of Node.js that the harness starts: it may reach
 * what its parent could reach when it was started, and shows no secret it was given. What a thread
 * says goes through the streams of its process.
 */
noteSecrets(process.env);
if (isMainThread) {
  takeOverKeys();
  maskErrorReports();
  maskStream(process.stdout);
  maskStream(process.stderr);
}
readPermits(process.env[permitsVariable] ?? '{"offline":true,"permitted":[],"proxies":[]}');
guardEgress({
  report: ({ message, nextStep }) =>
    process.stderr.write(`Verweigert: ${message}\n→ ${nextStep}\n`),
});
