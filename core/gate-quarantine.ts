import { z } from "zod";
import { isoDate } from "./coerce.ts";

/** `quarantaene.yaml`: cases that do not decide until a day, because they are known to be unstable. */
export const quarantineSchema = z.array(
  z.strictObject({
    suite: z.string().min(1).describe("Kurzname der Suite."),
    case: z.string().min(1).describe("Kennung des Falls."),
    until: isoDate("2026-12-31").describe(
      "Letzter Tag, an dem der Fall nicht mitentscheidet; danach zählt er wieder.",
    ),
    reason: z.string().min(1).describe("Warum, und wer sich darum kümmert."),
  }),
);
export type Quarantine = z.infer<typeof quarantineSchema>;
