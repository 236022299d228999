import { runCommand } from "./command.ts";

// The tests behind `--security` start programs of their own.
const freePrograms = process.argv.includes("--security");
await runCommand(async () => import("./check/main.ts"), { freePrograms });
