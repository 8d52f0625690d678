import { slugOf } from "../knowledge/slug.ts";

export interface NewPage {
  readonly title: string;
  /** Relative to the knowledge folder; "" is its root. */
  readonly folder: string;
  /** Who answers for it; the author is asked to fill it in where it is left out. */
  readonly owner?: string;
  /** `2026-11-02` */
  readonly today: string;
}

/** A page to begin with: where to put it, and its front matter with questions to make one's own. */
export function newPage({ title, folder, owner, today }: NewPage): {
  readonly path: string;
  readonly markdown: string;
} {
  const name = slugOf(title).replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  const path = [...folder.split("/"), `${name === "" ? "page" : name}.md`]
    .filter((part) => part !== "" && part !== ".")
    .join("/");
  const markdown = `---
title: ${JSON.stringify(title)}
aliases: [] # other names that people use
owner: ${owner === undefined ? "# who answers for this page" : JSON.stringify(owner)}
reviewed: ${today}
questions: # at least three that this page answers, as people really ask them
  - ${JSON.stringify(`What is ${title}?`)}
  - ${JSON.stringify(`How do I use ${title}?`)}
  - ${JSON.stringify(`When do I need ${title}?`)}
---

# ${title}

<!-- Begin with a sentence that names it and says what it is: "${commented(title)} is …". -->

## How to use ${title}

<!-- Steps are a numbered list below a sentence that ends in a colon. -->

## When to use ${title}

<!-- Each sentence may be shown alone: name the thing rather than "it". Then run \`docent check\` and \`docent test\`. -->
`;
  return { path, markdown };
}

/** Two hyphens would end the comment. */
function commented(text: string): string {
  return text.replaceAll(/-{2,}/g, "-");
}
