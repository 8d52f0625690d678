/** Slack's numbers, each with its source; `ours` marks where Docent stays below them on purpose. */
export const LIMITS = {
  /** https://docs.slack.dev/reference/methods/chat.postMessage: keep `text` within 4,000 characters. */
  text: 4000,
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksInMessage: 50,
  blocksInView: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionText: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionElements: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
  contextActionElements: 5,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  actionId: 255,
  blockId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks/table-block: cells of all tables of a message together. */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** The same page: further tables of a message are refused. */
  tablesInMessage: 1,
  /** https://docs.slack.dev/reference/views/modal-views */
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/rich-text-list-element: indent 0 to 8. */
  listIndent: 8,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
  /** https://docs.slack.dev/reference/methods/agents.sessions.setStatus (title). */
  threadTitle: 200,
  /** Ours: an answer is one screen; the rest is behind "Show all". */
  bodyCharacters: 3000,
  /** Ours: leaves room for citations, feedback and buttons below Slack's 50. */
  bodyBlocks: 40,
  /** Ours: "Show all" is a few screens; Slack refuses views above 250 KB. */
  viewCharacters: 20_000,
  viewBodyBlocks: 90,
  /** Ours: buttons below an answer stay on one or two lines. */
  related: 3,
  pinned: 3,
} as const;

/** Milliseconds. */
export const TIMES = {
  /** One call of the Web API; Slack's own 99th percentile is far below. */
  call: 8000,
  /** From the first try of a post to giving up: https://docs.slack.dev/apis/web-api/rate-limits asks to honour Retry-After. */
  post: 60_000,
  /** https://docs.slack.dev/apis/web-api/rate-limits: about one message a second and channel. */
  betweenPosts: 1000,
  /** https://docs.slack.dev/authentication/verifying-requests-from-slack: refuse what is older than five minutes. */
  signature: 300_000,
  /** A clock may run ahead of Slack's by this much; beyond it a signature is refused (ours). */
  signatureFuture: 60_000,
  /** A clock that is wrong stays wrong: it is told of this often (ours). */
  clockWarning: 600_000,
  /** A socket that says no hello within this time is given up (ours). */
  hello: 10_000,
  /** The second socket opens this much later, so that Slack refreshes them at different times (ours). */
  stagger: 10_000,
  /** Ceiling of the reconnect backoff while Slack cannot be reached: a network that is back is found within this time. */
  unreachable: 30_000,
  /** The same where Slack answers and refuses, halved at most by jitter: apps.connections.open is tier 1, once a minute. */
  refused: 120_000,
  /** What only an operator can mend (a revoked token, a missing scope) is tried again after this time (ours). */
  refusedAgain: 60_000,
  /** What is in flight may take this long at stop (ours). */
  drain: 10_000,
  /** How long an answer can be edited along with its question (ours). */
  remember: 7 * 24 * 3_600_000,
  /** User groups and admins are asked of Slack again after this time (ours). */
  directory: 300_000,
} as const;
