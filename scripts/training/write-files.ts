import { join } from "node:path";
import { replaceFile } from "../../engine/replace-file.ts";
import { openOutput } from "../output-folder.ts";

/**
 * Writes files into a folder, which is made where it is missing; those that are there already are
 * replaced only with `force`.
 */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  force: boolean,
): void {
  openOutput(folder, { files: Object.keys(files), force });
  for (const [name, content] of Object.entries(files)) replaceFile(join(folder, name), content);
}
