import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedSuites, suiteFolder } from "./load-suites.ts";
import { printLine } from "./print.ts";
import { suiteCard } from "./suite-cards.ts";

/** Writes the figures of every suite's data card anew. */
for (const name of shippedSuites()) {
  writeFileSync(join(suiteFolder(name), "README.md"), await suiteCard(name));
  printLine(`Geschrieben: suites/${name}/README.md`);
}
