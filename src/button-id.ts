/** What pressing a button asks for. The rest of an id is looked up on the server; nothing in it is trusted. */
export interface ButtonId {
  readonly act: string;
  /** An answer's id, an escalation's id, or another key that is looked up and re-checked for whoever pressed. */
  readonly key: string;
  /** Which of several (related passages, pinned questions); 0 where there is one. */
  readonly index: number;
}

const SHAPE = /^d1:([a-z-]{1,20}):([\w-]{0,64}):(\d{1,4})$/u;

/** At most 96 characters of ASCII: fits Discord's 100 for a custom id and Slack's 255 for an action id. */
export function buttonId(act: string, key = "", index = 0): string {
  return `d1:${act}:${key}:${index}`;
}

/** Undefined for everything that `buttonId` cannot have written: forged, foreign or of an older format. */
export function parseButtonId(text: string): ButtonId | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, act = "", key = "", index = "0"] = match;
  return { act, key, index: Number(index) };
}
