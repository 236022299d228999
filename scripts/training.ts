import { runCommand } from "./command.ts";

await runCommand(async () => import("./training/main.ts"));
