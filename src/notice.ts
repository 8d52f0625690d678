/** A sentence of our own to the asker, where there is no answer to give. */
export type Notice =
  | { readonly kind: "busy" }
  | { readonly kind: "limited"; readonly retryInMs: number }
  | { readonly kind: "too-long"; readonly limit: number; readonly length: number }
  | { readonly kind: "too-hard" }
  | { readonly kind: "broken"; readonly id: string }
  | { readonly kind: "no-knowledge" }
  | { readonly kind: "text-only" };
