import { runCommand } from "./command.ts";

await runCommand(async () => import("./grade/main.ts"));
