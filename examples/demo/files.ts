/** Reads the input files: each line becomes a record, or a reason why it is none. Nothing is dropped but blank lines. */
import { Result, Schema } from "effect"
import { parse } from "csv-parse/sync"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Read } from "./record.ts"

const folder = join(import.meta.dirname, "..", "data")

const text = (name: string): string => readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "")

type Reader<A> = Schema.Codec<A, unknown>

const decode =
  <A>(schema: Reader<A>) =>
  (id: string, raw: unknown): Read<A> => {
    const read = Schema.decodeUnknownResult(schema)(raw)
    return Result.isSuccess(read)
      ? { id, value: read.success }
      : { id, problem: read.failure.message.replace(/\s+/g, " ") }
  }

const json = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** A file with one JSON object a line. */
export const jsonLines = <A>(name: string, schema: Reader<A>): ReadonlyArray<Read<A>> =>
  text(name)
    .split("\n")
    .map((line, index) => ({ line: line.trim(), id: `${name}:${index + 1}` }))
    .filter(({ line }) => line !== "")
    .map(({ id, line }) => decode(schema)(id, json(line)))

/** A file that is one JSON list. */
export const jsonList = <A>(name: string, schema: Reader<A>): ReadonlyArray<Read<A>> => {
  const items = json(text(name))
  return Array.isArray(items) ? items.map((item, index) => decode(schema)(`${name}:${index + 1}`, item)) : []
}

/** A file of separated values with a header line; a line with too few or too many values is no record. */
export const table = <A>(name: string, delimiter: string, schema: Reader<A>): ReadonlyArray<Read<A>> => {
  const rows: ReadonlyArray<ReadonlyArray<string>> = parse(text(name), {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true
  })
  const [header = [], ...lines] = rows
  return lines.map((line, index) => {
    const id = `${name}:${index + 2}`
    if (line.length !== header.length)
      return { id, problem: `${line.length} values where ${header.length} belong` }
    return decode(schema)(id, Object.fromEntries(header.map((column, at) => [column, line[at]])))
  })
}
