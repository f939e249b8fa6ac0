/**
 * What a caller gives, read once into plain data. It may be anything: reading it can throw, go in circles, or never end. What is
 * `undefined` is left out, as JSON leaves it out; whatever is no record and no list stays as it is, for the schema to judge.
 */
import type { Complaint } from "../CallReport.ts"
import { pathOf } from "./path.ts"

/** How many levels deep an input may be: ours, far above what a vendor documents, and far below what ends a stack. */
export const deepest = 1_000

/** How many values an input may hold: a list that stands in many places is written as often. */
export const mostValues = 5_000_000

/** The most complaints about one input. */
export const mostComplaints = 20

/** What was read, and why it cannot be data. */
export interface Plain {
  readonly value: unknown
  readonly complaints: ReadonlyArray<Complaint>
}

const isRoot = (prototype: object): boolean => Object.getPrototypeOf(prototype) === null

const hasAccessors = (prototype: object): boolean =>
  !isRoot(prototype) &&
  (Object.values(Object.getOwnPropertyDescriptors(prototype)).some((own) => "get" in own) ||
    hasAccessors(Object.getPrototypeOf(prototype)))

/** Objects that mean something else than their fields: dates, maps, lists of another kind, errors, secrets. */
const meansMore = (value: object): boolean =>
  "toJSON" in value ||
  "then" in value ||
  Symbol.iterator in value ||
  Symbol.asyncIterator in value ||
  Symbol.toStringTag in value ||
  value instanceof Error ||
  value instanceof RegExp

/** Whether an object is its own fields: a plain one, of whatever realm, or an instance that keeps its data in fields. */
const isFields = (value: object): boolean => {
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return true
  return isRoot(prototype) || (!meansMore(value) && Object.keys(value).length > 0 && !hasAccessors(prototype))
}

class Reader {
  readonly complaints: Array<Complaint> = []
  private readonly path: Array<string> = []
  private readonly above = new Set<object>()
  private values = 0

  /** `undefined` for what is left out. */
  read(value: unknown): unknown {
    if (++this.values > mostValues) return this.complain(`it holds more than ${mostValues} values`)
    if (typeof value !== "object" || value === null) return value
    if (this.above.has(value)) return this.complain("it stands within itself: JSON has no circles")
    if (this.path.length >= deepest) return this.complain(`it is more than ${deepest} levels deep`)
    this.above.add(value)
    const read = this.safely(() => (Array.isArray(value) ? this.list(value) : this.object(value)))
    this.above.delete(value)
    return read
  }

  private safely(read: () => unknown): unknown {
    try {
      return read()
    } catch {
      return this.complain("reading it throws an error")
    }
  }

  private list(value: ReadonlyArray<unknown>): ReadonlyArray<unknown> {
    const made: Array<unknown> = []
    for (let index = 0; index < value.length && !this.hasEnough(); index++) {
      this.path.push(String(index))
      const given = this.safely(() => value[index])
      if (given === undefined && !this.hasEnough())
        this.complain("it is undefined, which a list in JSON does not have: leave it out, or give null")
      made.push(this.read(given))
      this.path.pop()
    }
    return made
  }

  private object(value: object): unknown {
    if (!isFields(value)) return value
    const made: Record<string, unknown> = {}
    if (Object.getOwnPropertySymbols(value).length > 0)
      this.complain("it has a field that is named by a symbol, which JSON does not have")
    for (const name of Object.keys(value)) {
      if (this.hasEnough()) break
      this.path.push(name)
      const read = this.read(this.safely(() => Reflect.get(value, name)))
      // An assignment to `__proto__` would change what the object inherits.
      if (read !== undefined)
        Object.defineProperty(made, name, {
          value: read,
          enumerable: true,
          writable: true,
          configurable: true
        })
      this.path.pop()
    }
    return made
  }

  private hasEnough(): boolean {
    return this.complaints.length >= mostComplaints
  }

  private complain(message: string): undefined {
    if (!this.hasEnough()) this.complaints.push({ ...pathOf(this.path), message })
    return undefined
  }
}

/** Reads any value. It never throws. */
export const plain = (given: unknown): Plain => {
  const reader = new Reader()
  const value = reader.read(given)
  return { value, complaints: reader.complaints }
}
