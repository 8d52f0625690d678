/** A list of whole numbers that grows in place: four bytes each, where a plain array takes eight and is copied at the end. */
export interface Numbers {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** The numbers so far, in an array of their own. */
  toArray(): Int32Array;
}

const FIRST_CAPACITY = 1_024;

export function createNumbers(...first: readonly number[]): Numbers {
  let values = new Int32Array(FIRST_CAPACITY);
  let length = 0;
  const push = (value: number): void => {
    if (length === values.length) {
      const larger = new Int32Array(2 * length);
      larger.set(values);
      values = larger;
    }
    values[length++] = value;
  };
  for (const value of first) push(value);
  return {
    get length() {
      return length;
    },
    push,
    at: (index) => values[index] ?? 0,
    toArray: () => values.slice(0, length),
  };
}
