/** Milliseconds between two looks at the parent. */
const lookMs = 1000;

/**
 * Ends a command when the npm that started it was ended. npm hands a signal on to its shell alone; where
 * the shell is one that waits for the command (dash, as `sh` of Debian), it dies of it, and the command would go on
 * by itself: nobody sees it, and calls are paid. It then gets the signal itself, as if it had been handed
 * on. Not on Windows, where a process keeps the number of its parent.
 */
export function endWithNpm(everyMs = lookMs): void {
  if (process.env["npm_lifecycle_event"] === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, everyMs);
  timer.unref();
}
