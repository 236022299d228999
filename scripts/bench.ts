import { runCommand } from "./command.ts";

await runCommand(async () => import("./bench/main.ts"), { freePrograms: true });
