import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "./folders.ts";
import { licenceList } from "./supply-chain/licence-list.ts";

writeFileSync(join(programFolder, "docs", "lizenzen.json"), licenceList());
