/** What is wrong and what to do, as two sentences. */
export function said({
  message,
  remedy,
}: {
  readonly message: string;
  readonly remedy: string;
}): string {
  return `${message}${/[.?!]$/.test(message) ? "" : "."} ${remedy}`;
}
