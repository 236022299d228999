import { runCommand } from "./command.ts";

await runCommand(async () => import("./test/main.ts"), { freePrograms: true });
