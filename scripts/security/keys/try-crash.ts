import { runCommand } from "../../command.ts";

await runCommand(async () => import("./crash.ts"));
