/** Something wrong with what the command was given: the message says which file and line, and what to do. */
export class BenchFault extends Error {
  override readonly name = "BenchFault";
}
