import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { exportFiles } from "../../../bridges/promptfoo/export/bundle.ts";
import { programFolder } from "../../folders.ts";

/** The head of a configuration: what it is and how it is run. */
export function headOf({ config, bundle, grader, provider }: ReturnType<typeof exportFiles>) {
  return [
    "Geschrieben von Amtsprobe (npm run promptfoo -- export). Jeder Test ist ein Fall; die Prüfungen sind die Grader",
    `der Suite. Daneben liegen ${bundle}, ${grader} und ${provider}.`,
    "Ausführen, ohne dass etwas den Rechner verlässt:",
    `  npm run promptfoo -- run eval -c ${config}`,
    "Mit promptfoo selbst geht es ebenso; promptfoo meldet seinem Hersteller dann aber, dass es benutzt wird",
    "(docs/promptfoo.md).",
  ];
}

/** The file with the assertion: one default export, because promptfoo reads no other beside it. */
export function graderModule(bundle: string): string {
  return moduleText("Prüfungen", bundle, {
    file: "define-assertion.ts",
    name: "defineAssertion",
  });
}

/** The file with the provider. */
export function providerModule(bundle: string): string {
  return moduleText("Anbieter", bundle, { file: "define-provider.ts", name: "defineProvider" });
}

function moduleText(
  what: string,
  bundle: string,
  { file, name }: { readonly file: string; readonly name: string },
): string {
  const url = pathToFileURL(join(programFolder, "scripts", "promptfoo", "judge", file)).href;
  return `// ${what} von Amtsprobe für promptfoo; erzeugt, nicht von Hand ändern. Zieht das Programm um, exportieren Sie neu.
import { ${name} } from ${JSON.stringify(url)};

export default ${name}(new URL(${JSON.stringify(`./${bundle}`)}, import.meta.url).href);
`;
}
