/** Why a timer is cancelled when what it watched has ended: one error for all, since making one for each costs a stack trace. */
export const ENDED = new Error("ended");
