/** The door of the core for authors' commands: is it well made, does it answer, what does a change alter. */

export { checkKnowledge } from "./authoring/check-knowledge.ts";
export type { CheckOptions } from "./authoring/check-knowledge.ts";
export { testKnowledge } from "./authoring/test-knowledge.ts";
export type { Tested, TestOptions } from "./authoring/test-knowledge.ts";
export { diffAnswers } from "./authoring/diff-answers.ts";
export type { AnswerChange, AnswerDiff, Edition, ShownAnswer } from "./authoring/diff-answers.ts";
export { newPage } from "./authoring/new-page.ts";
export type { NewPage } from "./authoring/new-page.ts";
export { usualOwner } from "./authoring/usual-owner.ts";
export { withoutSecrets } from "./authoring/secrets.ts";
export { closest } from "./knowledge/closest.ts";
export type { OnProgress, Screen } from "./authoring/draft.ts";
