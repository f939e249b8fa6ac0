/** Copies of JSON values that are bounded: in depth, in the length of texts, and in all. */
import { excerpt, isRecord } from "../Wire.ts"

/** What is not copied: deeper than this, or longer. */
const deepest = 64
const longest = 2_000

/** Characters of all that is copied; what stands higher up is copied first. */
const most = 524_288
const perValue = 16

/** What stands in place of what is left out. */
const leftOut = "…"

/** How texts and fields change on the way. */
export interface Changes {
  readonly text: (text: string) => string
  readonly number: (given: number) => unknown
  /** The name of a field as it is to be shown. */
  readonly name: (name: string) => string
  /** What is to be shown of a field of this name, whatever its value; `undefined` where the name says nothing. */
  readonly field: (name: string, value: unknown) => unknown
}

interface Level {
  readonly from: object
  readonly to: Array<unknown> | Record<string, unknown>
  readonly depth: number
}

const set = (to: Record<string, unknown>, name: string, value: unknown): void => {
  // An assignment to `__proto__` would change what the object inherits.
  Object.defineProperty(to, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Level by level, so that neither depth nor length is a matter of the stack. */
class Copying {
  private readonly levels: Array<Level> = []
  private left = most
  private readonly changes: Changes

  constructor(changes: Changes) {
    this.changes = changes
  }

  value(value: unknown, depth: number): unknown {
    this.left -= perValue
    if (typeof value === "string") {
      const shown = excerpt(this.changes.text(value.slice(0, longest * 4)), longest)
      this.left -= shown.length
      return shown
    }
    if (typeof value === "number") return this.changes.number(value)
    if (typeof value !== "object" || value === null) return value
    if (depth > deepest) return leftOut
    const to = Array.isArray(value) ? [] : {}
    this.levels.push({ from: value, to, depth })
    return to
  }

  private field(name: string, value: unknown, depth: number): unknown {
    const instead = this.changes.field(name, value)
    return instead === undefined ? this.value(value, depth + 1) : instead
  }

  private fill({ depth, from, to }: Level): void {
    if (Array.isArray(to)) {
      for (const item of Array.isArray(from) ? from : []) {
        if (this.left <= 0) return
        to.push(this.value(item, depth + 1))
      }
    } else if (isRecord(from))
      for (const name of Object.keys(from)) {
        if (this.left <= 0) return
        this.left -= name.length
        set(to, excerpt(this.changes.name(name), longest), this.field(name, from[name], depth))
      }
  }

  all(value: unknown): unknown {
    const copy = this.value(value, 0)
    for (let index = 0; index < this.levels.length; index++) {
      const level = this.levels[index]
      if (level !== undefined) this.fill(level)
    }
    return copy
  }
}

/** A copy of a JSON value with its texts and fields changed. It takes no longer than the bounds allow, whatever the value. */
export const boundedCopy = (value: unknown, changes: Changes): unknown => new Copying(changes).all(value)
