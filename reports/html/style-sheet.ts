import { readFileSync } from "node:fs";

/** All styles of the report: KERN UX with the fonts (a built asset), then the report's own. */
export const styleSheet = [
  read("../assets/kern.css"),
  read("../style/report.css"),
  read("../style/chart.css"),
  read("../style/print.css"),
].join("\n");

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}
