import { join } from "node:path";
import { quietPromptfoo } from "../../core/quiet-promptfoo.ts";
import { serveLoopbackOnly } from "./loopback-only.ts";

/*
 * Runs before promptfoo's own command line (`node --import`): what holds for `loadQuietPromptfoo` holds
 * there too, its servers are seen on this machine only, and a reader who is gone (`… | head`) ends nothing. Whoever starts the process names the folder in PROMPTFOO_CONFIG_DIR.
 */
quietPromptfoo(process, process.env["PROMPTFOO_CONFIG_DIR"] ?? join(process.cwd(), ".promptfoo"));
serveLoopbackOnly();
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
