const TENANT_LABEL = /^([a-z]+):(?:guild|team):(.+)$/u;

/**
 * The workspace or guild somebody belongs to where they ask: `slack:T1`, `discord:G1`. What is purged together when Docent
 * is uninstalled there. From the label the platform vouches for, else from the first two parts of the id.
 */
export function tenantOf({
  id,
  labels,
}: {
  readonly id: string;
  readonly labels: readonly string[];
}): string {
  for (const label of labels) {
    const match = TENANT_LABEL.exec(label);
    if (match !== null) return `${match[1]}:${match[2]}`;
  }
  return id.split(":", 2).join(":");
}

/** The name of the adapter an id comes from: its first part. */
export function adapterOf(id: string): string {
  return id.split(":", 1)[0] ?? id;
}
