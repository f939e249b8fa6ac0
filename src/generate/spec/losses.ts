/** What of a document was not carried over, each kind with its places. */

/**
 * `lost`: something that the document says is not in the code, and a run of the command fails where it is not allowed.
 * `noted`: a guess, or something that the document does not say.
 */
export interface Loss {
  readonly level: "lost" | "noted"
  /** What it is, the same words for the same thing: `pattern that JavaScript cannot read`. */
  readonly what: string
  /** A JSON pointer into the document, or an operation by method and path. */
  readonly where: string
}

/** Collects losses; the same one is collected once. */
export class Losses {
  private readonly known = new Map<string, Loss>()

  private add(loss: Loss): void {
    this.known.set(`${loss.what} ${loss.where}`, loss)
  }

  lost(what: string, where: string): void {
    this.add({ level: "lost", what, where })
  }

  noted(what: string, where: string): void {
    this.add({ level: "noted", what, where })
  }

  all(): ReadonlyArray<Loss> {
    return [...this.known.values()]
  }
}
