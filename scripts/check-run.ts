import { runCommand } from "./command.ts";

await runCommand(async () => import("./check-run/main.ts"));
