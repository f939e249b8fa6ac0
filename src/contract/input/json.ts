/** Writing what a caller gives as JSON, in one pass and without the silent losses of `JSON.stringify`. */
import * as DateTime from "effect/DateTime"
import { isoOf } from "../Moment.ts"
import { deepest, mostValues } from "./plain.ts"

class Writer {
  private values = 0

  write(value: unknown, depth: number): unknown {
    switch (typeof value) {
      case "string":
        return value.isWellFormed() ? value : undefined
      case "number":
        return Number.isFinite(value) ? value : undefined
      case "boolean":
        return value
      case "object":
        return value === null ? null : this.object(value, depth)
      default:
        return undefined
    }
  }

  private object(value: object, depth: number): unknown {
    if (depth > deepest || ++this.values > mostValues) return undefined
    if (Array.isArray(value)) return this.list(value, depth)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null)
      return this.fields(value as Readonly<Record<string, unknown>>, depth) // as: it is a plain object
    return value instanceof Date || DateTime.isDateTime(value) ? isoOf(value) : undefined
  }

  private list(value: ReadonlyArray<unknown>, depth: number): unknown {
    const made: Array<unknown> = []
    for (let index = 0; index < value.length; index++) {
      const written = this.write(value[index], depth + 1)
      if (written === undefined) return undefined
      made.push(written)
    }
    return made
  }

  private fields(value: Readonly<Record<string, unknown>>, depth: number): unknown {
    const made: Record<string, unknown> = {}
    for (const name in value) {
      const given = value[name]
      if (given === undefined) continue
      const written = this.write(given, depth + 1)
      // An assignment to `__proto__` would change what the object inherits.
      if (written === undefined || name === "__proto__" || !name.isWellFormed()) return undefined
      made[name] = written
    }
    return Object.getOwnPropertySymbols(value).length > 0 ? undefined : made
  }
}

/** The JSON of a value, in one pass, as a copy; `undefined` where it has undefined. */
export const written = (value: unknown): unknown => new Writer().write(value, 0)
