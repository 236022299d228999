import { join } from "node:path";
import { programFolder } from "../folders.ts";

/** A small finished run with real failures, for courses before there is a run of one's own. */
export const examplesFolder = join(programFolder, "training", "examples");
