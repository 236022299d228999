import { main } from "../scripts/promptfoo/import.ts";

/** A program: one import as the command does it; writes what it cost, from the start of the process. */
const [config = "", out = ""] = process.argv.slice(2);
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
await main([config, "--out", out]);
const { user, system } = process.cpuUsage();
write(`${JSON.stringify({ wallMs: performance.now(), cpuMs: (user + system) / 1000 })}\n`);
