/** Dates, which most answers are full of: what Effect's steps between a text and a date do, without what they make on the way. */
import * as DateTime from "effect/DateTime"
import { dateTimeUtcFromString } from "effect/SchemaTransformation"
import { type Converter, invalid, missing } from "./converter.ts"

const read: Converter = (text) => {
  try {
    return typeof text === "string" ? DateTime.makeUnsafe(text) : text === missing ? missing : invalid
  } catch {
    return invalid
  }
}

const write: Converter = (date) =>
  DateTime.isDateTime(date) ? DateTime.formatIso(date) : date === missing ? missing : invalid

/** The steps by Effect's getters. */
export const dates: ReadonlyMap<unknown, Converter> = new Map<unknown, Converter>([
  [dateTimeUtcFromString.decode, read],
  [dateTimeUtcFromString.encode, write]
])
