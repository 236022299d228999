import type { ContentItem } from "../text/content-items.ts";
import type { Value } from "../text/value.ts";
import type { Limit } from "./limit.ts";

/** A word or value a fact asks for, with the small word before it that could turn its meaning. */
export interface FactPart {
  readonly item: ContentItem;
  /** Of the item. */
  readonly value: Value | undefined;
  readonly preposition: string | undefined;
  /** `mindestens` and the like before a value, which the answer may put in other words. */
  readonly limit: Limit | undefined;
  /** The fact denies this word or value. */
  readonly isDenied: boolean;
}
