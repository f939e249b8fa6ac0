/** The kinds of objects that a vendor's operations make, and the life of one of each. */
import { Effect, SchemaAST } from "effect"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { namesIn } from "../../src/contract/operation/places.ts"
import { isRecord } from "../../src/contract/Wire.ts"
import { Calls, inputOf, tagOf } from "./simulating.ts"

/** The operations of a kind: those that make and read one of it, and the others where there are such. */
export interface Kind {
  readonly create: AnyOperation
  readonly read: AnyOperation
  readonly list: AnyOperation | undefined
  readonly update: AnyOperation | undefined
  readonly remove: AnyOperation | undefined
  /** Those that take a list. */
  readonly updateAll: AnyOperation | undefined
  readonly removeAll: AnyOperation | undefined
}

const nameless = ({ spec }: AnyOperation) => spec.path.replaceAll(/\{[^}]*\}/g, "{}")

/** The kinds of which an operation makes some and another reads one by its id. */
export const kindsOf = (operations: ReadonlyArray<AnyOperation>): ReadonlyArray<Kind> => {
  const at = (path: string, ...methods: ReadonlyArray<string>) =>
    operations.find((one) => nameless(one) === path && methods.includes(one.spec.method))
  return operations.flatMap((create) => {
    const path = nameless(create)
    const read = at(`${path}/{}`, "GET")
    return create.spec.method !== "POST" || read === undefined
      ? []
      : [
          {
            create,
            read,
            list: at(path, "GET"),
            update: at(`${path}/{}`, "PUT", "PATCH"),
            remove: at(`${path}/{}`, "DELETE"),
            updateAll: at(path, "PATCH"),
            removeAll: at(path, "DELETE")
          }
        ]
  })
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {})
const first = (value: unknown): Fields => fieldsOf(Array.isArray(value) ? value[0] : value)

/** The id of an object, of the first of several, or of the first in the only list of an answer. */
const idIn = (output: unknown): string => {
  const object = first(output)
  const { id, publicId } = object
  return id === undefined && publicId === undefined
    ? String(first(Object.values(object).find(Array.isArray))["publicId"])
    : String(id ?? publicId)
}

/** What is sent of an object: as it stands in the input, where fields are spelled as in answers. */
const sentIn = (operation: AnyOperation, input: unknown): Fields => {
  const { body, path } = operation.spec
  const sent = first(body === undefined ? input : fieldsOf(input)[body])
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => !namesIn(path).includes(name) && name !== "version")
  )
}

const plain = (value: unknown) => ["string", "number", "boolean"].includes(typeof value)

/** Fields that were sent and read back with another value. */
const lost = (sent: Fields, read: unknown): ReadonlyArray<string> =>
  Object.entries(fieldsOf(read))
    .filter(([name, value]) => plain(value) && plain(sent[name]) && value !== sent[name])
    .map(([name, value]) => `${name}: ${JSON.stringify(sent[name])} became ${JSON.stringify(value)}`)

const shared = (sent: Fields, read: unknown): number =>
  Object.keys(fieldsOf(read)).filter((name) => Object.hasOwn(sent, name)).length

/** `fields` of a vendor that sends only those that are asked for: all of them. */
const all = ({ spec: { input, method } }: AnyOperation): Fields =>
  method === "GET" &&
  SchemaAST.isObjects(input.ast) &&
  input.ast.propertySignatures.some(({ name }) => name === "fields")
    ? { fields: ["*"] }
    : {}

/** An input for the object of that id. */
const of = (operation: AnyOperation, id: string, more: Fields = {}): unknown => {
  const [last = ""] = namesIn(operation.spec.path).slice(-1)
  return { ...fieldsOf(inputOf(operation)), ...more, ...all(operation), [last]: id }
}

/** An input that asks for the whole list. */
const everything = (operation: AnyOperation): unknown => {
  const names = namesIn(operation.spec.path)
  const ids = Object.entries(fieldsOf(inputOf(operation))).filter(([name]) => names.includes(name))
  return { ...Object.fromEntries(ids), ...all(operation) }
}

/** Whether the object is there: what is wrong with that, if it is not gone as it should be. */
const gone = (read: AnyOperation, id: string, missing: string) =>
  Effect.flatMap(Calls, ({ call }) =>
    call(read, of(read, id)).pipe(
      Effect.as(["is there after it was removed"]),
      Effect.catch((failure) => Effect.succeed(tagOf(failure) === missing ? [] : [String(failure)]))
    )
  )

const reading = (read: AnyOperation, id: string) =>
  Effect.gen(function* () {
    const { call } = yield* Calls
    const answer = yield* call(read, of(read, id))
    const { data } = fieldsOf(answer)
    return data === undefined ? fieldsOf(answer) : first(data)
  })

const listing = (list: AnyOperation, id: string) =>
  Effect.gen(function* () {
    const { call } = yield* Calls
    const { data } = fieldsOf(yield* call(list, everything(list)))
    const ids = Array.isArray(data) ? data.map(idIn) : []
    return ids.includes(id) ? [] : [`is not in the list: ${JSON.stringify(ids)}`]
  })

/** An input for a list of objects that has the one of that id. */
const ofMany = (operation: AnyOperation, id: string): unknown => {
  const input = fieldsOf(inputOf(operation))
  const { body = "" } = operation.spec
  return { ...input, [body]: [{ ...first(input[body]), publicId: id }] }
}

const updating = (update: AnyOperation, read: AnyOperation, change: unknown, id: string) =>
  Effect.gen(function* () {
    const { call } = yield* Calls
    yield* call(update, change)
    const sent = sentIn(update, change)
    const after = yield* reading(read, id)
    return {
      odd: lost(sent, after).map((one) => `after ${update.tag} ${one}`),
      fields: shared(sent, after)
    }
  })

/** Makes an object, reads, lists, updates and removes it: what was not as it should be, and how many sent fields were read back. */
export const live = ({ create, list, read, remove, removeAll, update, updateAll }: Kind, missing: string) =>
  Effect.gen(function* () {
    const { call } = yield* Calls
    const input = inputOf(create)
    const id = idIn(yield* call(create, input))
    const made = yield* reading(read, id)
    const odd = [
      ...lost(sentIn(create, input), made),
      ...(list === undefined ? [] : yield* listing(list, id))
    ]
    if (idIn(made) !== id) odd.push(`${idIn(made)} was read for ${id}`)
    const version = update?.spec.version === undefined ? {} : { [update.spec.version]: 1 }
    const changes = [
      ...(update === undefined ? [] : [yield* updating(update, read, of(update, id, version), id)]),
      ...(updateAll === undefined ? [] : [yield* updating(updateAll, read, ofMany(updateAll, id), id)])
    ]
    odd.push(...changes.flatMap((one) => one.odd))
    if (remove !== undefined) {
      yield* call(remove, of(remove, id))
      odd.push(...(yield* gone(read, id, missing)))
    }
    if (removeAll !== undefined) {
      const other = remove === undefined ? id : idIn(yield* call(create, input))
      yield* call(removeAll, ofMany(removeAll, other))
      odd.push(...(yield* gone(read, other, missing)))
    }
    const fields = changes.reduce((sum, one) => sum + one.fields, shared(sentIn(create, input), made))
    return { odd, fields }
  }).pipe(
    Effect.catch((failure) => Effect.succeed({ odd: [String(failure)], fields: 0 })),
    Effect.map(({ fields, odd }) => ({ fields, odd: odd.map((one) => `${create.tag}: ${one}`) }))
  )
