import { runCommand } from "./command.ts";

await runCommand(async () => import("./preview/main.ts"));
