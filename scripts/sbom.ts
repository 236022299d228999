import { runCommand } from "./command.ts";

await runCommand(async () => import("./sbom/main.ts"));
