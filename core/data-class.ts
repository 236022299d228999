import { z } from "zod";

/** How sensitive a text is; a case is only sent to models that may receive its class. */
export const dataClassSchema = z.enum([
  "synthetic",
  "public",
  "internal",
  "personal",
  "classified",
]);
