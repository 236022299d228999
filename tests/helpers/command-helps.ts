import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "../../scripts/folders.ts";

const folder = join(programFolder, "scripts");

/** The help of every command, by its file: a text that begins with the command itself. */
export const commandHelps = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const help = /\bhelp = `(?<text>npm [^`]*)`/u.exec(source)?.groups?.["text"];
    return help === undefined ? [] : [[name.replaceAll("\\", "/"), help] as const];
  });
