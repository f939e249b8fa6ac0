/** What has no JSON, although its type may pass for something that has: named with what to give in its place. */
import * as DateTime from "effect/DateTime"
import type { Complaint } from "../CallReport.ts"
import { pathOf } from "./path.ts"

const nameOf = (value: object): string => {
  const { name = "" } = Object.getPrototypeOf(value)?.constructor ?? {}
  return typeof name === "string" && /^\w{1,60}$/.test(name) ? name : "object of its own kind"
}

const cures: Readonly<Record<string, string>> = {
  Map: "a plain object, Object.fromEntries(map)",
  Set: "a list, [...set]",
  Promise: "what it resolves to: await it first"
}

const oddObject = (value: object): string | undefined => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "it is a Date without a time" : undefined
  if (DateTime.isDateTime(value)) return undefined
  const name = nameOf(value)
  return `it is a ${name}, which JSON does not have: give ${cures[name] ?? "plain data"}`
}

/** Why a value that is no record and no list has no JSON; `undefined` where it has. */
const oddValue = (value: unknown): string | undefined => {
  switch (typeof value) {
    case "bigint":
      return "it is a BigInt, which JSON does not have: give a number or a text"
    case "function":
    case "symbol":
      return `it is a ${typeof value}, which JSON does not have`
    case "number":
      return Number.isFinite(value) ? undefined : `it is ${value}, which JSON does not have`
    case "string":
      return value.isWellFormed() ? undefined : "it has half of a character (a lone surrogate)"
    case "object":
      return value === null ? undefined : oddObject(value)
    default:
      return undefined
  }
}

const isPlainObject = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

/** What of plain data has no JSON, each with its path below `above`. */
export const odd = (value: unknown, above: ReadonlyArray<PropertyKey> = []): ReadonlyArray<Complaint> => {
  if (typeof value === "object" && value !== null && (Array.isArray(value) || isPlainObject(value)))
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(name.isWellFormed()
        ? []
        : [{ ...pathOf([...above, name]), message: "its name has half of a character (a lone surrogate)" }]),
      ...odd(inner, [...above, name])
    ])
  const message = oddValue(value)
  return message === undefined ? [] : [{ ...pathOf(above), message }]
}
