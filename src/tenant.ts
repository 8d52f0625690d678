/**
 * The workspace or guild an id belongs to: `slack:T1` of `slack:T1:U1`, `discord:G1` of `discord:G1:C1`.
 * What is purged together when Docent is uninstalled there.
 */
export function tenantOf(id: string): string {
  return id.split(":", 2).join(":");
}

/** The name of the adapter an id comes from: its first part. */
export function adapterOf(id: string): string {
  return id.split(":", 1)[0] ?? id;
}
