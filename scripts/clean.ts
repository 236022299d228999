import { runCommand } from "./command.ts";

await runCommand(async () => import("./clean/main.ts"));
