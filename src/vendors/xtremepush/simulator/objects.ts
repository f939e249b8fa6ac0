/** Objects of one kind as Xtremepush keeps them: created, changed, read, listed and deleted, with its own words for each. */
import * as Simulator from "../../../testing/Simulator.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"

/** An object under the vendor's names. */
export type Model = Readonly<Record<string, unknown>>

/** A refusal, as the page shows it. */
export const refused = (code: number, message: string, errors?: unknown): Wire =>
  fromJson(code, {}, { code, ...(errors === undefined ? {} : { errors }), message, success: false })

/** A success, as the page shows it. */
export const done = (more: Model = {}, code = 200): Wire =>
  fromJson(code, {}, { code, success: true, ...more })

/** What a missing object and an unknown address are answered. */
export const notFound = refused(404, "Not Found")

/** Nothing, or nothing but white space. */
export const isBlank = (value: unknown) =>
  value === undefined || value === null || String(value).trim() === ""

/** The body without the app token. */
export const ownFields = ({ fields }: Simulator.Call): Model =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "apptoken"))

const select = (model: Model, names: unknown): Model =>
  Array.isArray(names)
    ? Object.fromEntries(Object.entries(model).filter(([name]) => names.includes(name)))
    : model

const comparisons: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  "=": (one, other) => String(one) === String(other),
  "!=": (one, other) => String(one) !== String(other),
  ">": (one, other) => Number(one) > Number(other),
  "<": (one, other) => Number(one) < Number(other),
  ">=": (one, other) => Number(one) >= Number(other),
  "<=": (one, other) => Number(one) <= Number(other),
  IN: (one, other) => Array.isArray(other) && other.map(String).includes(String(one)),
  "NOT IN": (one, other) => Array.isArray(other) && !other.map(String).includes(String(one))
}

const holds = (model: Model, condition: unknown): boolean => {
  const [name, operator, value] = Array.isArray(condition) ? condition : []
  return comparisons[String(operator)]?.(model[String(name)], value) ?? false
}

const listed = (models: ReadonlyArray<Model>, { condition, limit, offset, select: names }: Model): Wire => {
  const wanted = models.filter(
    (model) => !Array.isArray(condition) || condition.every((one) => holds(model, one))
  )
  const start = typeof offset === "number" ? offset : 0
  const page = wanted.slice(start, typeof limit === "number" ? start + limit : undefined)
  return done({ data: page.map((model) => select(model, names)) })
}

interface Named {
  readonly noun: string
  readonly collection: Simulator.State.Collection<Model>
}

type Act = (id: string, model: Model) => Wire

const withId = ({ collection }: Named, { fields: { id } }: Simulator.Call, act: Act): Wire => {
  if (isBlank(id)) return refused(400, "id cannot be blank.")
  const model = collection.get(String(id))
  return model === undefined ? notFound : act(String(id), model)
}

const create = ({ noun, collection }: Named, id: number, errors: Model, call: Simulator.Call): Wire => {
  if (Object.keys(errors).length > 0) return refused(400, `${noun} is not created`, errors)
  const fields = ownFields(call)
  call.apply(Simulator.identityOf(fields), fields)
  const model = collection.put(String(id), { ...fields, id, create_time: Math.floor(call.now / 1000) })
  return done({ message: `${noun} is successfully created`, model })
}

const update = (named: Named, call: Simulator.Call): Wire =>
  withId(named, call, (id, before) => {
    const fields = ownFields(call)
    call.apply(Simulator.identityOf(fields), fields)
    const model = named.collection.put(id, { ...before, ...fields, id: before["id"] })
    return done({ message: `${named.noun} is successfully updated`, model })
  })

const remove = (named: Named, call: Simulator.Call): Wire =>
  withId(named, call, (id) => {
    named.collection.remove(id)
    call.apply(id)
    return done({ message: `${named.noun} is successfully deleted` })
  })

/** The methods of one kind of object; `wrong` says what is wrong with the fields of a new one. */
export const methods = (noun: string, wrong: (fields: Model) => Model) => {
  const named: Named = { noun, collection: Simulator.State.collection() }
  let made = 1000
  return {
    has: (id: unknown): boolean => named.collection.get(String(id)) !== undefined,
    create: (call: Simulator.Call): Wire => create(named, ++made, wrong(ownFields(call)), call),
    update: (call: Simulator.Call): Wire => update(named, call),
    info: (call: Simulator.Call): Wire =>
      withId(named, call, (_, model) => done({ model: select(model, call.fields["select"]) })),
    list: (call: Simulator.Call): Wire => listed(named.collection.all(), call.fields),
    remove: (call: Simulator.Call): Wire => remove(named, call)
  }
}
