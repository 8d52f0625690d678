/**
 * What Discord accepts, from its API documentation (resources/message, components/reference, application-commands) and its
 * published OpenAPI. Texts are counted in UTF-16 units, which is never less than Discord counts.
 */
export const LIMITS = {
  /** All text of one components-v2 message together; measured by others, the documentation gives no total. */
  messageText: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  rowButtons: 5,
  buttonLabel: 80,
  selectOptions: 25,
  optionLabel: 100,
  optionDescription: 100,
  placeholder: 150,
  customId: 100,
  modalTitle: 45,
  modalText: 4_000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  threadName: 100,
  nonce: 25,
  /** Follow-ups of an app that is only installed by a user. */
  followUps: 5,
} as const;

/** How long Discord waits for the first answer to an interaction; after it the token is void. */
export const INTERACTION_DEADLINE_MS = 3_000;

/** How long an interaction's token can be used after the first answer. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** After this an interaction shows "thinking" until the answer is there: well within the deadline. */
export const DEFER_AFTER_MS = 900;
