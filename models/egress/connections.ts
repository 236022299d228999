import table from "./connections.json" with { type: "json" };

/** The rows of the table of connections: whom the program may reach. */
export type ConnectionKind =
  "model" | "openai" | "anthropic" | "ollama" | "registry" | "hub" | "proxy" | "resolver";

/** A connection the program can make, in German words. */
export interface Connection {
  readonly kind: ConnectionKind;
  readonly host: string;
  readonly when: string;
  readonly data: string;
  /** How to do without. */
  readonly off: string;
}

/** Every connection the program can make; `docs/datenschutz.md` is written from it. */
export const connections = table as readonly Connection[];
