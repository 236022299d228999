import { runCommand } from "./command.ts";

await runCommand(async () => import("./promptfoo/main.ts"));
