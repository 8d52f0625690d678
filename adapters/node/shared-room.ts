/**
 * Memory that other threads see, too: a hundred megabytes cross to them without being copied. It may grow, which it never
 * does: such memory is the system's own. Of the thread's share of the C library's it would keep the rest in use, too, long
 * after the thread has ended.
 */
export function sharedRoom(size: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(size, { maxByteLength: size }), 0, size);
}
