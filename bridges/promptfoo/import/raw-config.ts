import { z } from "zod";

/** A group of values as a configuration has it. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

const assertion = z.looseObject({ type: z.string() });
const options = z.looseObject({});
const variables = z.record(z.string(), z.unknown());

/** A test as it is written. Its own `vars` may be names of files. */
export const testSchema = z.looseObject({
  description: z.string().optional(),
  vars: z.union([variables, z.string(), z.array(z.string())]).nullish(),
  assert: z.array(assertion).nullish(),
  options: options.nullish(),
  threshold: z.number().nullish(),
  metadata: variables.nullish(),
});

/** A test with its variables read. */
export interface RawTest {
  readonly description?: string | undefined;
  readonly vars?: Group | undefined;
  readonly assert?: readonly Group[] | undefined;
  readonly options?: Group | undefined;
  readonly threshold?: number | undefined;
  readonly metadata?: Group | undefined;
  /** Where it stands. */
  readonly holder: object;
}
