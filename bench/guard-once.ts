/** A process of its own: loads a command, with the guard before it or without, and prints what that cost, as JSON. */
if (process.argv[2] === "guarded") {
  const { protectProcess } = await import("../scripts/protect-process.ts");
  protectProcess([]);
}
await import("../scripts/gate/main.ts");
const { userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ wallMs: performance.now(), cpuMs: (userCPUTime + systemCPUTime) / 1000 })}\n`,
);
