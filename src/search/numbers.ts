/** A list of whole numbers that grows: four bytes each, where a plain array takes eight and is copied at the end. */
export interface Numbers {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** The numbers, once all are there: from then on the list is only read. */
  toArray(): Int32Array;
}

const FIRST_CAPACITY = 1_024;
/** A list of more numbers than this is large. */
const SMALL_CAPACITY = 32_768;
/** In bytes. No more than reserved: the system gives memory for what is written. */
const MOST_BYTES = 1_073_741_824;

/**
 * A large list stands in memory that may grow: it grows in place, and the memory is the system's own and goes back to it
 * when the list is dropped. Ordinary arrays of its size come from the C library, which keeps what is between them when they
 * are dropped: tens of megabytes more with every build. The memory is a shared one, though nobody shares it, because that
 * never shrinks: V8 reads it as fast as any other.
 */
export function createNumbers(...first: readonly number[]): Numbers {
  let values: Int32Array = new Int32Array(FIRST_CAPACITY);
  let length = 0;
  const push = (value: number): void => {
    if (length === values.length) values = grown(values);
    values[length++] = value;
  };
  for (const value of first) push(value);
  return {
    get length() {
      return length;
    },
    push,
    at: (index) => values[index] ?? 0,
    toArray: () => (isLarge(values) ? values.subarray(0, length) : values.slice(0, length)),
  };
}

function isLarge(values: Int32Array): boolean {
  return values.length > SMALL_CAPACITY;
}

function grown(values: Int32Array): Int32Array {
  const bytes = 2 * values.byteLength;
  if (values.buffer instanceof SharedArrayBuffer) {
    values.buffer.grow(bytes);
    return new Int32Array(values.buffer, 0, bytes / 4);
  }
  const larger =
    values.length < SMALL_CAPACITY
      ? new Int32Array(2 * values.length)
      : new Int32Array(new SharedArrayBuffer(bytes, { maxByteLength: MOST_BYTES }), 0, bytes / 4);
  larger.set(values);
  return larger;
}
