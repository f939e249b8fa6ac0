/** A port that cannot be opened. Apart from the server, so that whoever only names this failure needs no types of Node. */
import * as Data from "effect/Data"

/** The server cannot listen: the port is taken, or forbidden. */
export class CannotListen extends Data.TaggedError("CannotListen")<{
  readonly port: number
  readonly code: string
}> {
  override get message(): string {
    return `The simulator cannot listen on port ${this.port} (${this.code}). Choose another port, or 0 for any free one.`
  }
}
