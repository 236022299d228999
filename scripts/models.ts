import { runCommand } from "./command.ts";

await runCommand(async () => import("./models/main.ts"));
