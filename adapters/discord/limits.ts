/**
 * What Discord accepts, from its API documentation (resources/message, components/reference, application-commands) and its
 * published OpenAPI. Texts are counted in UTF-16 units, which is never less than Discord counts.
 */
export const LIMITS = {
  /** All text of one components-v2 message together; measured by others, the documentation gives no total. */
  messageText: 4_000,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  optionLabel: 100,
  optionDescription: 100,
  placeholder: 150,
  modalTitle: 45,
  modalText: 4_000,
  choices: 25,
  /** Of a choice's name as of its value. */
  choiceName: 100,
  threadName: 100,
  nonce: 25,
  /** Follow-ups of an app that is only installed by a user. */
  followUps: 5,
} as const;

/** After this an interaction shows "thinking" until the answer is there: well within the three seconds after which its token is void. */
export const DEFER_AFTER_MS = 900;
