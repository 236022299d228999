import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

const file = pathToFileURL(join(programFolder, "scripts", "end-with-npm.ts")).href;

/** A shell that waits for a program which says that it runs, and would run for ever. */
function startShell(environment: Record<string, string>) {
  const code = `import { Socket } from "node:net";
    import { endWithNpm } from ${JSON.stringify(file)};
    endWithNpm(20);
    process.on("SIGTERM", () => { process.stdout.write("SIGTERM"); process.exit(0); });
    new Socket({ fd: 3 }).on("end", () => { process.stdout.write("end"); process.exit(0); }).resume();
    process.stdout.write("runs ");`;
  const { npm_lifecycle_event: _event, ...rest } = process.env;
  const words = ["-c", '"$0" --input-type=module -e "$1"; true', process.execPath, code];
  const shell = spawn("sh", words, {
    env: { ...rest, ...environment },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  // Unlike its standard input this stays open when the shell is gone.
  const end = shell.stdio[3] as Writable;
  onTestFinished(() => void end.destroy());
  return { stdout: shell.stdio[1] as Readable, shell, end };
}

test.skipIf(process.platform === "win32")(
  "a command gets the signal that only the shell of npm got",
  async () => {
    const { shell, stdout } = startShell({ npm_lifecycle_event: "eval" });
    await once(stdout, "readable");
    const said = text(stdout);
    shell.kill("SIGTERM");
    expect(await said).toBe("runs SIGTERM");
  },
);

test.skipIf(process.platform === "win32")(
  "a command that npm did not start outlives its shell",
  async () => {
    const { shell, stdout, end } = startShell({});
    await once(stdout, "readable");
    const said = text(stdout);
    shell.kill("SIGTERM");
    await once(shell, "exit");
    end.end();
    expect(await said).toBe("runs end");
  },
);
