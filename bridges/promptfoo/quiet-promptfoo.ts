import type * as promptfoo from "promptfoo";
import { quietPromptfooLibrary } from "../../core/quiet-promptfoo.ts";

/** promptfoo's own functions. */
export type Promptfoo = typeof promptfoo;

/**
 * Loads promptfoo with everything switched off that it would do of its own accord; its settings and its
 * database lie in `folder`. The one place of this room that imports promptfoo.
 */
export async function loadQuietPromptfoo(folder: string): Promise<Promptfoo> {
  quietPromptfooLibrary(process, folder);
  return import("promptfoo");
}
