/** Items as they come, which may be anything: reading one can throw, and is not to end the run of the others. */
import * as Effect from "effect/Effect"
import type { Complaint } from "../../contract/CallReport.ts"
import { InvalidInput } from "../../contract/Common.ts"
import { nearest, plain } from "../../contract/compile.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { isRecord } from "../../contract/Wire.ts"

/** Names of fields; `true` for one that is sent as it is, and checked by the operation's schema. */
export interface FieldNames {
  readonly [name: string]: true | FieldNames
}

/** What a function says of an item; `undefined` where the item is nothing that it can read. */
export const attempted = <Item, Answer>(
  ask: ((item: Item) => Answer) | undefined,
  item: Item
): Answer | undefined => {
  try {
    return ask?.(item)
  } catch {
    return undefined
  }
}

/** What an effect makes of an item; the item itself where it is nothing that can be read, so that it is refused. */
export const orItself = <Item, Made>(
  item: Item,
  make: (item: Item) => Effect.Effect<Made>
): Effect.Effect<Made> =>
  Effect.catchDefect(
    Effect.suspend(() => make(item)),
    () => Effect.succeed(item as unknown as Made) // as: it is refused before anybody reads it
  )

const dotted = (above: string, name: string): string => (above === "" ? name : `${above}.${name}`)

const unknownField = (name: string, path: string, known: ReadonlyArray<string>): Complaint => {
  const meant = nearest(name, known)
  const near = meant === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${meant}?`
  return { path, message: `unknown field${near}` }
}

const complaintsAt = (item: unknown, fields: FieldNames, above: string): ReadonlyArray<Complaint> => {
  const known = Object.keys(fields)
  if (!isRecord(item) || known.every((name) => item[name] === undefined)) {
    const message = `an item has ${known.join(" or ")}`
    return [above === "" ? { message } : { path: above, message }]
  }
  return Object.keys(item).flatMap((name) => {
    const inner = fields[name]
    const path = dotted(above, name)
    if (inner === undefined) return item[name] === undefined ? [] : [unknownField(name, path, known)]
    return inner === true ? [] : complaintsAt(item[name], inner, path)
  })
}

/** What is wrong with the fields of an item. */
export const complaintsOf = (item: unknown, fields: FieldNames): ReadonlyArray<Complaint> => {
  const found = attempted((item) => complaintsAt(item, fields, ""), item)
  return found ?? unreadable(item)
}

/** Why an item cannot be read. */
export const unreadable = (item: unknown): ReadonlyArray<Complaint> => {
  const { complaints } = plain(item)
  return complaints.length > 0 ? complaints : [{ message: "it is no item of this operation" }]
}

/** The refusal of an item, as the operation would have refused it. */
export const invalid = ({ tag }: AnyOperation, complaints: ReadonlyArray<Complaint>): InvalidInput =>
  new InvalidInput({
    complaints,
    call: { vendor: tag.slice(0, tag.indexOf(".")), operation: tag, delivery: "NotSent" }
  })
