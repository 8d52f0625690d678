import { DocentError } from "../errors.ts";
import type { KeptVersion } from "../ports.ts";

/** As short as git's. */
const SHORTEST = 4;
const SHOWN = 10;

/**
 * The kept version that is meant: the one named, by its beginning if that is enough, or else the one before the present.
 * Throws `usage` where there is none.
 */
export function chooseVersion(
  kept: readonly KeptVersion[],
  present: string,
  named: string | undefined,
): KeptVersion {
  const others = kept.filter(({ version }) => version !== present);
  const meant =
    named === undefined
      ? [before(kept, present)].filter((version) => version !== undefined)
      : others.filter(({ version }) => named.length >= SHORTEST && version.startsWith(named));
  const [only, second] = meant;
  if (only !== undefined && second === undefined) return only;

  const message =
    named === undefined
      ? "There is no version before this one"
      : named === present
        ? `Version ${named} is the one that serves`
        : `There is no one version ${named}`;
  const names = others.slice(0, SHOWN).map(({ version }) => version);
  const remedy =
    names.length === 0 ? "No other version is kept yet." : `Name one of ${names.join(", ")}.`;
  throw new DocentError("usage", message, { remedy });
}

/** `kept` is latest first; what serves may be missing from it where it could not be kept. */
function before(kept: readonly KeptVersion[], present: string): KeptVersion | undefined {
  return kept[kept.findIndex(({ version }) => version === present) + 1];
}
