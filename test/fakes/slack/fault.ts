/** What is wrong with a call: Slack's code for it, and words for whoever reads the failed test. */
export interface Fault {
  readonly error: string;
  readonly words: string;
}
