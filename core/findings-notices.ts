import { z } from "zod";

/** What a run cannot say, or not as its numbers may look; one clear German sentence each. */
export const noticeSchema = z.object({
  kind: z.enum(["nothing-measured", "single-case", "all-failed", "all-passed", "missing-pairs"]),
  suite: z.string(),
  variant: z.string(),
  models: z.array(z.string()).min(1),
  text: z.string().min(1),
});
export type Notice = z.infer<typeof noticeSchema>;
