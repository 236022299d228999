/** Where a key point stands in the answer, or that the answer says the contrary. */
export interface PointFinding {
  readonly status: "carried" | "contradicted" | "missing";
  readonly place: { readonly start: number; readonly end: number } | undefined;
}
