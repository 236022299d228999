import { isGroup, type Group } from "./raw-config.ts";
import { loadProgram } from "./run-program.ts";
import type { ImportSession } from "./session.ts";
import type { Filter } from "./template-engine.ts";

/** Reads `nunjucksFilters`: own filters of the templates, which are programs. */
export async function readFilters(
  session: ImportSession,
  config: Group,
): Promise<Record<string, Filter>> {
  const written = config["nunjucksFilters"];
  if (!isGroup(written)) return {};
  const filters: Record<string, Filter> = {};
  for (const [name, file] of Object.entries(written)) {
    const reference = String(file);
    if (!session.admitCode(written, name, `Filter ${name} aus dem Programm ${reference}`)) {
      // So that templates that use it show what else is wrong with them.
      filters[name] = (text: string) => text;
      continue;
    }
    const loaded = await loadProgram(session, reference);
    if ("value" in loaded && typeof loaded.value === "function") {
      filters[name] = loaded.value as Filter;
    } else {
      const reason = "reason" in loaded ? loaded.reason : `„${reference}“ ist kein Filter`;
      session.refuse(written, name, reason);
    }
  }
  return filters;
}
