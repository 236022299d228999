import { runCommand } from "../../command.ts";

await runCommand(async () => import("./attempts.ts"));
