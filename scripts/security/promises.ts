import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const promiseSchema = z.strictObject({
  /** Point of the issue, for the order. */
  point: z.int(),
  /** German, a whole sentence. */
  promise: z.string(),
  /** Test files that fail when it is broken, as paths from the program's folder. */
  tests: z.array(z.string()).min(1),
  /** Name by which the proof alone can be started: `npm run check -- --security NAME`. */
  name: z.string().optional(),
});

/** A promise and the tests behind it. */
export type SecurityPromise = z.infer<typeof promiseSchema>;

/** All promises, from the files in `promises/`, by point. */
export function readPromises(): SecurityPromise[] {
  const folder = join(import.meta.dirname, "promises");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) =>
      z.array(promiseSchema).parse(JSON.parse(readFileSync(join(folder, name), "utf8"))),
    )
    .toSorted((a, b) => a.point - b.point);
}
