import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { DocentError } from "../../src/index.ts";
import type { Pages } from "../../src/index.ts";

/** Pages do not get much smaller by trying harder, and a reload waits for it. */
const LEVEL = 1;
/** Far more than can be indexed; a file that was tampered with does not fill the memory. */
const LARGEST = 1_000_000_000;

/** All pages as gzipped JSON: what a version is kept as, and what `zcat` shows. */
export function packPages(pages: Pages): Promise<Uint8Array> {
  return promisify(gzip)(JSON.stringify(pages), { level: LEVEL });
}

/** Rejects what was cut off or changed on its way; whether it is the version it should be shows when it is built. */
export function unpackPages(packed: Uint8Array): Pages {
  try {
    const json = gunzipSync(packed, { maxOutputLength: LARGEST }).toString("utf8");
    const pages = JSON.parse(json) as Pages | null;
    if (!Array.isArray(pages?.pages) || !Array.isArray(pages.problems)) {
      throw new Error("it holds no pages");
    }
    return pages;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocentError("knowledge-unreadable", `A kept version is damaged: ${reason}`, {
      remedy: "Reload from the source, or go back to another version.",
      cause: error,
    });
  }
}
