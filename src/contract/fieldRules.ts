/** Rules about several fields of an input together, as vendors document them: one of these, not both, at most so many in all. */
import type * as Schema from "effect/Schema"
import type { FieldRule } from "./snake.ts"
import { isRecord } from "./Wire.ts"

/** Whether a field says anything: an empty list and a plain no do not. */
const isGiven = (input: object, name: string): boolean => {
  const value: unknown = Reflect.get(input, name)
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
}

const listed = (names: ReadonlyArray<string>): string => {
  const last = names.at(-1) ?? ""
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`
}

const breach = (name: string | undefined, issue: string): Schema.FilterOutput => ({
  path: [name ?? ""],
  issue
})

/** At least one of the fields is given. */
export const atLeastOne =
  (...names: ReadonlyArray<string>): FieldRule =>
  (input) =>
    names.some((name) => isGiven(input, name)) || breach(names[0], `at least one of ${listed(names)}`)

/** Exactly one of the fields is given. */
export const exactlyOne =
  (...names: ReadonlyArray<string>): FieldRule =>
  (input) => {
    const given = names.filter((name) => isGiven(input, name))
    return given.length === 1 || breach(given[1] ?? names[0], `exactly one of ${listed(names)}`)
  }

/** The fields are given together or not at all. */
export const allOrNone =
  (...names: ReadonlyArray<string>): FieldRule =>
  (input) => {
    const missing = names.filter((name) => !isGiven(input, name))
    return (
      missing.length === 0 ||
      missing.length === names.length ||
      breach(missing[0], `${listed(names)} go together`)
    )
  }

/** A field is not given beside any of those. */
export const notBeside =
  (name: string, others: ReadonlyArray<string>): FieldRule =>
  (input) => {
    const other = others.find((one) => isGiven(input, one))
    return !isGiven(input, name) || other === undefined || breach(name, `not together with ${other}`)
  }

/** The lists hold so many items together: at least one, at most `most`. */
export const inAll =
  (most: number, ...names: ReadonlyArray<string>): FieldRule =>
  (input) => {
    const sizes = names.map((name) => {
      const list: unknown = Reflect.get(input, name)
      return Array.isArray(list) ? list.length : 0
    })
    const all = sizes.reduce((sum, size) => sum + size, 0)
    if (all === 0) return breach(names[0], `at least one item in ${listed(names)}`)
    return (
      all <= most ||
      breach(names[sizes.indexOf(Math.max(...sizes))], `at most ${most} in ${listed(names)} together`)
    )
  }

/** No item of the list has a field of that name. */
export const noneHas =
  (list: string, name: string): FieldRule =>
  (input) => {
    const items: unknown = Reflect.get(input, list)
    const at = Array.isArray(items) ? items.findIndex((item) => isRecord(item) && name in item) : -1
    return at < 0 || { path: [list, at, name], issue: `an item carries no ${name}` }
  }
