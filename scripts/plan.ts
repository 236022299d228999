import { runCommand } from "./command.ts";

await runCommand(async () => import("./plan/main.ts"));
