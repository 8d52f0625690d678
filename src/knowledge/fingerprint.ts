/** Two lanes of FNV-1a (Fowler, Noll, Vo), the second with an odd multiplier of its own. */
const BASIS = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;
const OTHER_PRIME = 0x9e_37_79_b1;

/**
 * Sixty-four bits of a text as hexadecimal: enough to see that a text is another one, ten times faster than a digest, and
 * nothing to trust where somebody wants two texts to look alike.
 */
export function fingerprint(text: string): string {
  let one = BASIS;
  let other = ~BASIS;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, PRIME);
    other = Math.imul(other ^ unit, OTHER_PRIME) ^ (other >>> 15);
  }
  return hex(one) + hex(other);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}
