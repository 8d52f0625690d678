import { isPlatformLabel, PUBLIC } from "../access.ts";
import type { Groups } from "../access.ts";

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * Reads `people=slack:group:S0123ABCD,discord:role:123; oncall=slack:user:U0456EFGH`: a name pages may use, and the labels
 * that stand behind it. The fault counts groups and never repeats what was written.
 */
export function readGroups(text: string): { readonly groups: Groups } | { readonly fault: string } {
  const groups = new Map<string, readonly string[]>();
  const entries = text.split(/[;\n]/u).filter((entry) => entry.trim() !== "");
  for (const [index, entry] of entries.entries()) {
    const [name = "", list, ...rest] = entry.split("=").map((part) => part.trim());
    const which = `group ${index + 1}`;
    if (list === undefined || rest.length > 0 || !NAME.test(name)) {
      return {
        fault: `cannot be read at its ${which}: write name=label,label and part groups with ;`,
      };
    }
    if (name === PUBLIC) {
      return { fault: `calls its ${which} “${PUBLIC}”, which is everybody: give it another name` };
    }
    if (groups.has(name)) {
      return { fault: `gives its ${which} a name that another one has: name each group once` };
    }
    const labels = list.split(",").map((label) => label.trim());
    const wrong = labels.findIndex((label) => !isPlatformLabel(label));
    if (wrong >= 0)
      return { fault: `has no label in its ${which}, at number ${wrong + 1}: ${LABELS}` };
    groups.set(name, [...new Set(labels)]);
  }
  return { groups: Object.fromEntries(groups) };
}

const LABELS =
  "give slack:team, slack:channel, slack:user or slack:group with :ID, discord:guild, discord:channel, discord:role or discord:user with :NUMBER, http:token:NAME, or shell:local";
