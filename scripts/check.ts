import { runCommand } from "./command.ts";

await runCommand(async () => import("./check/main.ts"));
