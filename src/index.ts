/**
 * The door of the core: adapters import from here. What reads and builds knowledge stands behind `building.ts`, and what only
 * authors need behind `authoring.ts`: loading them takes longer than all the rest, and a process that serves needs neither.
 */

// The vocabulary and the contracts: data, and who calls whom.
export type * from "./types.ts";
export type * from "./ports.ts";

// Failures, each with its remedy.
export { DocentError, explain } from "./errors.ts";
export type { ErrorCode } from "./errors.ts";

// Words that are the same on every platform.
export { blockText, inlineText, plainText } from "./plain-text.ts";
export {
  abstention,
  alsoSearched,
  counted,
  escalationTitle,
  HAS_EXPIRED,
  headingPath,
  humanAnswered,
  lineReference,
  moreLines,
  noticeText,
  nowKnown,
  passageName,
  passageNames,
  reviewLine,
} from "./phrases.ts";

// What Docent says of itself, made of the blocks that answers are made of.
export { heading, list, paragraph } from "./own-blocks.ts";
export { whyBlocks } from "./why-blocks.ts";

// Fitting into a platform's limits: cut between blocks, never inside a grapheme.
export { cutBlocks } from "./cut.ts";
export type { Cost, Cut } from "./cut.ts";
export { shorten, wholeGraphemes } from "./boundary.ts";
export { labelText } from "./label-text.ts";
export { cellWidth, graphemes, graphemeWidth } from "./cell-width.ts";

// What may be shown and clicked, whatever a page says.
export { cleanText, webLink } from "./web-link.ts";
export { isPageFile } from "./knowledge/page-file.ts";

// What every chat adapter needs once: what a button carries, and what is still under way.
export { buttonId, parseButtonId } from "./button-id.ts";
export type { ButtonId } from "./button-id.ts";
export { createBestEffort } from "./best-effort.ts";
export type { BestEffort } from "./best-effort.ts";
export { asksNothing, starters } from "./starters.ts";
export { createLanes } from "./lanes.ts";
export { createInFlight } from "./in-flight.ts";
export type { InFlight } from "./in-flight.ts";

// The words by which texts are alike.
export { contentStems } from "./search/terms.ts";

// What people may do, and the one door for platforms.
export { createAssistant } from "./assistant.ts";
export type { AssistantParts } from "./assistant.ts";
export { createReceive } from "./receive.ts";
export type { ReceiveOptions, ReceiveParts, Reception } from "./receive.ts";
export { createInbox } from "./inbox.ts";
export type { Inbox, Ticket } from "./inbox.ts";
export { createLimits } from "./limits.ts";
export type { Limits, Verdict } from "./limits.ts";
export { cleanQuestion, QUESTION_LIMIT } from "./question-text.ts";

// Knowledge that is reloaded while it serves, and what its authors declare about it.
export { createKnowledgeBase } from "./knowledge-base.ts";
export type { KnowledgeBaseParts, OwnedKnowledge } from "./knowledge-base.ts";
export { checkDeclared, holds } from "./reload/check-declared.ts";
export { noKnowledge } from "./reload/no-knowledge.ts";
export { followReplicas } from "./reload/follow-replicas.ts";
export type { Probe, Probes } from "./reload/probes.ts";

// What several replicas and platforms share.
export { createReplicas, HEARTBEAT_MS, LEASE_MS } from "./replicas.ts";
export type { Replica, Replicas } from "./replicas.ts";
export { createEscalations } from "./escalations.ts";
export type { EscalationParts } from "./escalations.ts";
export { AUTO_FLOOR, createChannels } from "./channels.ts";
export { createFeedback } from "./feedback.ts";
export type { Ballot, Feedback, Tally } from "./feedback.ts";
export { createStatistics } from "./statistics.ts";
export type { Statistics, Today } from "./statistics.ts";
export { createWishes } from "./tell-me.ts";
export type { Tell, Wish, Wishes } from "./tell-me.ts";
export { createGaps } from "./gaps.ts";
export type { Gap, GapParts, GapProbe, Gaps } from "./gaps.ts";
export type { GapQuestion, GapSink } from "./gap-question.ts";
export { settleGaps } from "./settle-gaps.ts";
export type { SettleParts } from "./settle-gaps.ts";
export { createAnswerRecords } from "./answer-records.ts";
export type { AnswerRecord, AnswerRecords } from "./answer-records.ts";

// What admins may do, what is written down of it, and what is forgotten.
export { createAdministration } from "./admin.ts";
export { createReloadNews } from "./admin/reload-news.ts";
export type { AdministrationParts } from "./admin.ts";
export { createAudit } from "./audit.ts";
export type { Audit, AuditEntry } from "./audit.ts";
export { createPrivacy, PLATFORM_KEYS } from "./privacy.ts";
export type { Privacy, PrivacyParts, Receipt } from "./privacy.ts";
export { adapterOf, tenantOf } from "./tenant.ts";

// Who may read what.
export { canRead, PUBLIC } from "./access.ts";
export type { Groups } from "./access.ts";

// Time: a bound on everything that waits.
export { withDeadline } from "./deadline.ts";

// What an operator may set.
export type { Config, DiscordConfig, SlackConfig } from "./config.ts";
export type { KnowledgeAddress } from "./config/knowledge-address.ts";
