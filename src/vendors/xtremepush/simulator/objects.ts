/** Objects of one kind in the simulated project: created, changed, read, listed and deleted, with Xtremepush's own messages. */
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"

/** An object by the vendor's names. */
export type Model = Readonly<Record<string, unknown>>

/** A refusal, as the page shows it. */
export const refused = (code: number, message: string, errors?: unknown): Wire =>
  fromJson(code, {}, { code, ...(errors === undefined ? {} : { errors }), message, success: false })

/** A success, as the page shows it. */
export const done = (more: Model = {}, code = 200): Wire =>
  fromJson(code, {}, { code, success: true, ...more })

/** The answer where there is no such object, and at an unknown URL. */
export const notFound = refused(404, "Not Found")

/** Whether there is nothing, or nothing but white space. */
export const isBlank = (value: unknown) =>
  value === undefined || value === null || String(value).trim() === ""

/** The body without the app token. */
export const ownFields = ({ fields }: Simulation.SimulatedRequest): Model =>
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
  readonly collection: Simulation.State.Collection<Model>
}

/** The info and list methods of a collection; `id`: what a request calls the id. */
export const readers = (collection: Simulation.State.Collection<Model>, id = "id") => ({
  info: ({ fields }: Simulation.SimulatedRequest): Wire => {
    if (isBlank(fields[id])) return refused(400, `${id} cannot be blank.`)
    const model = collection.get(String(fields[id]))
    return model === undefined ? notFound : done({ model: select(model, fields["select"]) })
  },
  list: ({ fields }: Simulation.SimulatedRequest): Wire => listed(collection.all(), fields)
})

type Act = (id: string, model: Model) => Wire

const withId = ({ collection }: Named, { fields: { id } }: Simulation.SimulatedRequest, act: Act): Wire => {
  if (isBlank(id)) return refused(400, "id cannot be blank.")
  const model = collection.get(String(id))
  return model === undefined ? notFound : act(String(id), model)
}

const create = (
  { noun, collection }: Named,
  id: number,
  errors: Model,
  request: Simulation.SimulatedRequest
): Wire => {
  if (Object.keys(errors).length > 0) return refused(400, `${noun} is not created`, errors)
  const fields = ownFields(request)
  request.apply(Simulation.identityOf(fields), fields)
  const model = collection.put(String(id), { ...fields, id, create_time: Math.floor(request.now / 1000) })
  return done({ message: `${noun} is successfully created`, model })
}

const update = (named: Named, request: Simulation.SimulatedRequest): Wire =>
  withId(named, request, (id, before) => {
    const fields = ownFields(request)
    request.apply(Simulation.identityOf(fields), fields)
    const model = named.collection.put(id, { ...before, ...fields, id: before["id"] })
    return done({ message: `${named.noun} is successfully updated`, model })
  })

const remove = (named: Named, request: Simulation.SimulatedRequest): Wire =>
  withId(named, request, (id) => {
    named.collection.remove(id)
    request.apply(id)
    return done({ message: `${named.noun} is successfully deleted` })
  })

/** The methods of one kind of object; `wrong` says what is wrong with the fields of a new one. */
export const methods = (noun: string, wrong: (fields: Model) => Model) => {
  const named: Named = { noun, collection: Simulation.State.collection() }
  let made = 1000
  return {
    has: (id: unknown): boolean => named.collection.get(String(id)) !== undefined,
    create: (request: Simulation.SimulatedRequest): Wire =>
      create(named, ++made, wrong(ownFields(request)), request),
    update: (request: Simulation.SimulatedRequest): Wire => update(named, request),
    info: (request: Simulation.SimulatedRequest): Wire =>
      withId(named, request, (_, model) => done({ model: select(model, request.fields["select"]) })),
    list: (request: Simulation.SimulatedRequest): Wire => listed(named.collection.all(), request.fields),
    remove: (request: Simulation.SimulatedRequest): Wire => remove(named, request)
  }
}
