import { z } from "zod";

/** In which way a measured answer is bad. Order: what outweighs what when several apply. */
export const failureClasses = [
  "empty",
  "unparseable",
  "leak",
  "refused",
  "truncated",
  "wrong-language",
  "invented",
  "wrong",
] as const;
export const failureClassSchema = z.enum(failureClasses);
export type FailureClass = z.infer<typeof failureClassSchema>;
