/**
 * Resolves in the event loop's next turn, at one moment for everybody who waits for it. Responses that go out together
 * wake their readers once: one by one that costs more than finding the answers did.
 */
export function createNextTurn(): () => Promise<void> {
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= new Promise((resolve) => {
      setImmediate(() => {
        waiting = undefined;
        resolve();
      });
    });
    return waiting;
  };
}
