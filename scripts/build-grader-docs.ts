import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "./folders.ts";
import { graderDocs } from "./grader-docs.ts";
import { printLine } from "./print.ts";

/** Writes docs/grader.md anew from the code. */
writeFileSync(join(programFolder, "docs", "grader.md"), graderDocs());
printLine("Geschrieben: docs/grader.md");
