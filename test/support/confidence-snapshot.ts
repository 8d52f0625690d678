import { snapshotOfPages } from "./build-snapshot.ts";
import type { Snapshot } from "../../src/ports.ts";

/** A small knowledge about databases, built as in production. */
export function buildTestSnapshot(): Snapshot {
  const subjects = [
    "Postgres",
    "Redis",
    "Kafka",
    "Docker",
    "Nginx",
    "Grafana",
    "Terraform",
    "Jenkins",
  ];
  const pages = [
    {
      path: "ops/backups.md",
      markdown:
        "# Backups\n\nA backup of the database runs every night at two. Backups of the database are kept for thirty days.",
    },
    ...subjects.map((name) => ({
      path: `tools/${name.toLowerCase()}.md`,
      markdown: `# ${name}\n\n${name} is one of the tools in use. The platform team runs ${name} on three machines.`,
    })),
  ];
  return snapshotOfPages({ pages, problems: [] });
}
