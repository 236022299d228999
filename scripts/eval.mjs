// Plain JavaScript: a Node.js that is too old to read TypeScript can still say so. Newer ones read it
// themselves, and keep what they made of it in the program's own folder (in a shared one somebody else
// could put something there); where that cannot be written, nothing is kept.
import module from "node:module";
import { join } from "node:path";

if (Number(process.versions.node.split(".")[0]) < 24) await import("tsx");
else
  module.enableCompileCache(join(import.meta.dirname, "..", "node_modules", ".cache", "amtsprobe"));
await import("./eval.ts");
