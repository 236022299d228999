import { slugOf } from "./convert-cases.ts";

/** A name for a suite from the name of its folder; `promptfoo-suite` where nothing of it is left. */
export function suiteNameFrom(folder: string): string {
  const slug = slugOf(folder);
  return slug === "" ? "promptfoo-suite" : slug;
}
