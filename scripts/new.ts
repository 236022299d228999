import { runCommand } from "./command.ts";

await runCommand(async () => import("./new/main.ts"));
