import { runCommand } from "./command.ts";

await runCommand(async () => import("./rerun/regrade.ts"));
