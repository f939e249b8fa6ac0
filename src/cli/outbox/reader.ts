/** The items of a file, with their ids and keys. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { InvalidInput } from "../../contract/Common.ts"
import { isRecord } from "../../contract/Wire.ts"
import type { AnyCall } from "../../diagnose/Diagnose.ts"
import { check, type Options } from "../../durable/Outbox.ts"
import type { Parsed, Source } from "../many/lines.ts"
import { decodeItem } from "./edit.ts"

/** What is wanted. */
export interface Wanted {
  readonly operation: AnyCall
  readonly source: Source
  /** Names of the fields that lead to the id and to the key of a line. */
  readonly id: ReadonlyArray<string> | undefined
  readonly key: ReadonlyArray<string> | undefined
  readonly options: Pick<Options, "account" | "priority">
  readonly json: boolean
}

/** A line that was read. */
export interface Read {
  readonly item: unknown
  readonly line: Parsed
  readonly id: string | undefined
  readonly key: string | undefined
}

const at = (json: unknown, path: ReadonlyArray<string> | undefined): string | undefined => {
  let value = json
  for (const name of path ?? []) value = isRecord(value) ? value[name] : undefined
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined
}

/** Reads lines. A field at the top that only names the line (`event_id`) is not sent, where the operation does not know it. */
export class Reader {
  private readonly wanted: Wanted
  private strips: boolean | undefined

  constructor(wanted: Wanted) {
    this.wanted = wanted
  }

  read(line: Parsed): Effect.Effect<Read, string> {
    const { id, key, source } = this.wanted
    const where = `${source.name}:${line.number}`
    if (Result.isFailure(line.json)) return Effect.fail(`${where} is not JSON: ${line.json.failure}`)
    const json = line.json.success
    const found = { line, id: at(json, id), key: at(json, key) }
    if (id !== undefined && found.id === undefined)
      return Effect.fail(`${where} has no text or number at .${id.join(".")}, from which its id is taken.`)
    return this.item(json).pipe(
      Effect.map((item) => ({ ...found, item })),
      Effect.mapError(({ message }) => `${where}: ${message}`)
    )
  }

  /** Which of both it is, the first line that fits decides. */
  private item(json: unknown): Effect.Effect<unknown, InvalidInput> {
    const bare = this.without(json)
    if (bare === undefined) return this.decode(json)
    if (this.strips !== undefined) return this.decode(this.strips ? bare : json)
    const chosen = (strips: boolean) =>
      Effect.tap(
        this.fitting(strips ? bare : json),
        Effect.sync(() => (this.strips = strips))
      )
    return Effect.catch(chosen(false), (failure) => Effect.mapError(chosen(true), () => failure))
  }

  private fitting(json: unknown): Effect.Effect<unknown, InvalidInput> {
    return Effect.tap(this.decode(json), (item) => check(this.wanted.operation, item))
  }

  private decode(json: unknown): Effect.Effect<unknown, InvalidInput> {
    return decodeItem(this.wanted.operation, json)
  }

  private without(json: unknown): unknown {
    const names = [this.wanted.id, this.wanted.key].flatMap((path) => (path?.length === 1 ? path : []))
    if (!isRecord(json) || !names.some((name) => name in json)) return undefined
    return Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)))
  }
}
