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
  const end = id.indexOf(":", id.indexOf(":") + 1);
  return end < 0 ? id : id.slice(0, end);
}

/** The name of the adapter an id comes from: its first part. */
export function adapterOf(id: string): string {
  const end = id.indexOf(":");
  return end < 0 ? id : id.slice(0, end);
}
