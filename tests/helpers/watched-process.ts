import { appendFileSync } from "node:fs";
import { watchConnections } from "./watch-connections.ts";

/*
 * Runs before a program (NODE_OPTIONS, so that its children and workers have it too): nothing leaves the
 * machine, and every attempt is a line of the file WATCHED_CONNECTIONS.
 */
const file = process.env["WATCHED_CONNECTIONS"] ?? "";
watchConnections((host) => appendFileSync(file, `${host}\n`));
