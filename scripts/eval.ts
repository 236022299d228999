import { runCommand } from "./command.ts";

await runCommand(async () => import("./eval/main.ts"));
