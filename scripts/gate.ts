import { runCommand } from "./command.ts";

await runCommand(async () => import("./gate/main.ts"));
