import { z } from "zod";

/** How sensitive a text is; a case is only sent to models that may receive its class. */
export const dataClassSchema = z.enum([
  "synthetic",
  "public",
  "internal",
  "personal",
  "classified",
]);
export type DataClass = z.infer<typeof dataClassSchema>;

/** What decides whether a text may go to a model. */
export interface DataPermission {
  readonly protection: DataClass;
  /** Classes that somebody entered for the model; absent when nobody did. */
  readonly dataClasses: readonly DataClass[] | undefined;
  /** True when the text does not leave this process. */
  readonly isEmbedded: boolean;
  /** Invented texts obey too. */
  readonly strict: boolean;
}

/**
 * Why a text may not go to a model, as a German sentence; absent when it may. Invented texts go
 * everywhere unless `strict`; where nobody entered classes, public ones do too (unless `strict`), and
 * all others stay in this process.
 */
export function withholdingReason(permission: DataPermission): string | undefined {
  const { protection, dataClasses, isEmbedded, strict } = permission;
  if (protection === "synthetic" && !strict) return undefined;
  if (dataClasses?.includes(protection) === true) return undefined;
  if (dataClasses !== undefined) {
    return `Nicht geprüft, weil das Modell Daten der Klasse „${protection}“ nicht bekommen darf.`;
  }
  if (isEmbedded || (protection === "public" && !strict)) return undefined;
  return `Nicht geprüft, weil beim Modell nicht eingetragen ist (dataClasses), dass es Daten der Klasse „${protection}“ bekommen darf.`;
}

/**
 * Whether a text that holds what looks like real persons' data may go to a model: it stays in this
 * process, its author says that it is invented, or somebody entered its class for the model. A text
 * whose author named no class counts as `personal` here.
 *
 * @param stated the class its author named
 */
export function mayCarryIdentifiers(
  model: {
    readonly endpoint: string;
    readonly way: string;
    readonly dataClasses?: readonly DataClass[] | undefined;
  },
  stated: DataClass | undefined,
): boolean {
  if (stated === "synthetic" || staysHere(model)) return true;
  return model.dataClasses?.includes(stated ?? "personal") === true;
}

/** True for what does not leave this process. `manual` is filled in elsewhere. */
export function staysHere(model: { readonly endpoint: string; readonly way: string }): boolean {
  return model.endpoint === "embedded" && model.way !== "manual";
}
