/** What did not fit in a value that is read as far as it goes. */

/** Notes that are kept: a long list may be odd in each of its items. */
const most = 200

/** What did not fit, as dotted paths; and the place that is being read. */
export class Notes {
  readonly left: Array<string> = []
  private readonly path: Array<string | number> = []

  /** Reads a part of the value under its name. */
  within(name: string | number, read: () => unknown): unknown {
    this.path.push(name)
    try {
      return read()
    } finally {
      this.path.pop()
    }
  }

  /** Notes that the part of this name is left out, and forgets what was noted inside it since there were `before` notes. */
  leave(name: string | number, before: number): void {
    this.left.length = before
    if (before < most) this.left.push([...this.path, name].join("."))
  }
}
