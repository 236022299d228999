import { spawn } from "node:child_process";
import { exitCodes, UserError } from "../core/user-error.ts";
import { shownPath } from "./start-folder.ts";

/** Opens a file with the program that the machine has for it, and does not wait for that program. */
export async function openFile(path: string): Promise<void> {
  const [program, ...words] = openerFor(process.platform, path);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, words, { detached: true, stdio: "ignore" });
    child.once("error", (cause) => reject(noOpener(program, path, cause)));
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}

/** The command that opens a file as a double click would. */
export function openerFor(platform: NodeJS.Platform, path: string): [string, ...string[]] {
  if (platform === "darwin") return ["open", path];
  if (platform === "win32") return ["explorer.exe", path];
  return ["xdg-open", path];
}

function noOpener(program: string, path: string, cause: unknown): UserError {
  return new UserError(
    `Der Bericht ist geschrieben, aber „${program}“ zum Öffnen gibt es auf diesem Rechner nicht.`,
    {
      code: "no-opener",
      exitCode: exitCodes.infrastructure,
      nextStep: `Öffnen Sie ${shownPath(path)} selbst in einem Browser.`,
      cause,
    },
  );
}
