/** Where each field of an input goes: path, headers, query or body. Each has exactly one place; what has none is a problem. */
import type { AnySpec } from "./facts.ts"
import { encodedShape } from "./shape.ts"

/** A fact of a contract that cannot hold, with what cures it. */
export interface Problem {
  /** What kind of problem it is, the same for all of its kind. */
  readonly rule: string
  /** The name or value that is wrong. */
  readonly found: string
  readonly cure: string
}

/** Where one field of an input goes. */
export type Place = "path" | "headers" | "query" | "body"

/** Where the fields of an input go. */
export interface Places {
  /** The place of a field of the encoded input; `undefined` for one that has none. */
  readonly of: (name: string) => Place | undefined
  /** The fields that stand in the path and in headers, in order. */
  readonly path: ReadonlyArray<string>
  readonly headers: ReadonlyArray<string>
  /** The one field that is the whole body. */
  readonly whole: string | undefined
  readonly hasBody: boolean
  /** Settings that the path, a header or `needs` names. */
  readonly settings: ReadonlyArray<string>
}

/** The names in braces of a path or a header: `/meters/{id}` has `id`. */
export const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "")

/** What `body` says where it names no field. */
const whatBody: ReadonlyArray<string> = ["none", "required"]

/** Every name that the facts give a place of its own. */
const named = (spec: AnySpec, settings: ReadonlyArray<string>) => {
  const fields = (texts: ReadonlyArray<string>) =>
    texts.flatMap(namesIn).filter((name) => !settings.includes(name))
  return {
    path: fields([spec.path]),
    headers: fields(Object.values(spec.headers ?? {})),
    query: spec.query ?? [],
    body: spec.body === undefined || whatBody.includes(spec.body) ? [] : [spec.body]
  }
}

/** The places of an operation's fields. A setting's name is always the setting's: no input can lead a call elsewhere. */
export const placesOf = (spec: AnySpec, settings: ReadonlyArray<string>): Places => {
  const places = named(spec, settings)
  const explicit = new Map<string, Place>()
  for (const place of ["body", "query", "headers", "path"] as const)
    for (const name of places[place]) explicit.set(name, place)
  const [whole] = places.body
  const hasBody = spec.body !== "none" && (spec.method !== "GET" || whole !== undefined)
  const otherwise = spec.method === "GET" ? "query" : hasBody && whole === undefined ? "body" : undefined
  const used = [spec.path, ...Object.values(spec.headers ?? {})].flatMap(namesIn)
  return {
    of: (name) => explicit.get(name) ?? otherwise,
    path: places.path,
    headers: places.headers.filter((name) => explicit.get(name) === "headers"),
    whole,
    hasBody,
    settings: [...new Set([...used.filter((name) => settings.includes(name)), ...(spec.needs ?? [])])]
  }
}

const unknownNames = (spec: AnySpec, settings: ReadonlyArray<string>, fields: ReadonlySet<string>) =>
  Object.entries({ ...named(spec, settings), version: spec.version === undefined ? [] : [spec.version] })
    .flatMap(([fact, names]) => names.map((name) => [fact, name] as const))
    .filter(([, name]) => !fields.has(name))
    .map(([fact, name]): Problem => ({
      rule: `${fact} names what is neither a field of the input nor a setting`,
      found: name,
      cure: "use the field's name as it is encoded, or declare the setting in the vendor's `settings`"
    }))

const wrongFields = (
  spec: AnySpec,
  settings: ReadonlyArray<string>,
  fields: ReadonlySet<string>
): ReadonlyArray<Problem> => {
  const places = placesOf(spec, settings)
  const all = Object.values(named(spec, settings)).flat()
  const problems = (rule: string, cure: string, wrong: (name: string) => boolean) =>
    [...fields].filter(wrong).map((found): Problem => ({ rule, found, cure }))
  return [
    ...problems(
      "an input field has the name of a setting",
      "rename the field with Schema.encodeKeys",
      (name) => settings.includes(name)
    ),
    ...problems(
      "an input field has no place in the request",
      "list it in `query`, name it in the path or a header, or leave `body` out so that fields are sent in it",
      (name) => !settings.includes(name) && places.of(name) === undefined
    ),
    ...problems(
      "an input field has two places in the request",
      "name it in one of path, headers, `query` and `body` only",
      (name) => all.filter((one) => one === name).length > 1
    )
  ]
}

/** What is wrong with the places of an operation's fields. */
export const placeProblems = (spec: AnySpec, settings: ReadonlyArray<string>): ReadonlyArray<Problem> => {
  const shape = encodedShape(spec.input)
  if (shape === undefined) {
    const { headers, path } = named(spec, settings)
    return [...path, ...headers].map((found): Problem => ({
      rule: "the fields of the input cannot be known",
      found,
      cure: "make the input a struct, or a union of structs"
    }))
  }
  const fields = new Set(shape.fields.keys())
  return [...(shape.open ? [] : unknownNames(spec, settings, fields)), ...wrongFields(spec, settings, fields)]
}
