/**
 * Resolves when all of them have ended well, rejects with the first that did not, as `Promise.all` does of what gives
 * nothing back: on a question's way that one costs as much as writing its answer down.
 */
export function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = works.length;
    const oneEnded = (): void => {
      left -= 1;
      if (left === 0) resolve();
    };
    for (const work of works) work.then(oneEnded, reject);
    if (left === 0) resolve();
  });
}
