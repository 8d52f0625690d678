/** Which rule says who may read a page: its own front matter, the nearest `_access.yaml` above it, or none, and then everybody may. */
export type AccessRule =
  | { readonly kind: "default" }
  | { readonly kind: "front-matter"; readonly line: number }
  | { readonly kind: "folder"; readonly file: string; readonly line: number };

/** Who may read a page, and why. */
export interface PageAccess {
  readonly page: string;
  readonly rule: AccessRule;
  /** The labels as they were written, named groups among them; none where what was written cannot be read. */
  readonly declared: readonly string[];
  /** The labels that open it: groups replaced by what stands behind them. */
  readonly audience: readonly string[];
}
