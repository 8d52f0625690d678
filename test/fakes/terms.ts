const STOP = new Set(
  "a about an and are at can do does for from get how i in is it me my of on or the there to up we what when where which who with you".split(
    " ",
  ),
);

/** Lower-case words without those that tell nothing, plurals cut: enough to compare questions by. */
export function simpleTerms(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !STOP.has(word))
    .map((word) => word.replace(/s$/u, ""));
}
