/** Languages a report can be in. */
export type Language = "de" | "en";
