/** A heading that only leads elsewhere; its words ("see", "read") are those of any question. */
const SIGNPOST = /^(?:see(?: also)?|(?:read|learn|find out) more)[:.…]?$/iu;

/** Whether a heading says nothing of what stands below it. */
export function isSignpost(heading: string): boolean {
  return SIGNPOST.test(heading.trim());
}
