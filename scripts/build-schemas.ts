import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "./json-schemas.ts";
import { programFolder } from "./folders.ts";
import { printLine } from "./print.ts";

/** Writes docs/schemas anew from the code's own schemas. */
const folder = join(programFolder, "docs", "schemas");
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
  if (name.endsWith(".schema.json")) rmSync(join(folder, name));
}
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
printLine(`${jsonSchemas().size} Schemas geschrieben: docs/schemas`);
