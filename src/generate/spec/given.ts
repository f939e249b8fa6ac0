/** Parameters as a document gives them, its references followed. */
import { below, listAt, recordAt, textAt } from "./pointer.ts"
import type { Schemas } from "./schemas.ts"

/** A parameter. */
export interface Given {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly raw: Readonly<Record<string, unknown>>
  readonly where: string
}

const identifier = /^[A-Za-z_$][\w$]*$/

/** A name that code can have. */
export const camel = (name: string): string => {
  if (identifier.test(name)) return name
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "")
  const joined = words
    .map((word, index) =>
      index === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1)
    )
    .join("")
  return joined === "" ? "value" : joined.replace(/^(?=\d)/, "n")
}

/** The parameters that are given for a path and for its operation; those of the operation count. */
export const givenOf = (
  lists: ReadonlyArray<readonly [list: unknown, where: string]>,
  schemas: Schemas
): ReadonlyArray<Given> => {
  const found = new Map<string, Given>()
  for (const [list, where] of lists)
    for (const [index, one] of listAt(list ?? [], where).entries()) {
      const { value, where: place } = schemas.references.follow(one, below(where, index))
      const raw = recordAt(value, place)
      const given = {
        name: textAt(raw["name"], below(place, "name")),
        in: textAt(raw["in"], below(place, "in")),
        required: raw["required"] === true || raw["in"] === "path",
        raw,
        where: place
      }
      found.set(`${given.in} ${given.name}`, given)
    }
  return [...found.values()]
}

/** Names in a path that no parameter describes. */
export const undescribed = (path: string, given: ReadonlyArray<Given>): ReadonlyArray<string> =>
  [...path.matchAll(/\{([^}]+)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !given.some((one) => one.in === "path" && one.name === name))

/** Whether a name stands twice in a path. */
export const hasTwice = (path: string): boolean => {
  const names = path.match(/\{[^}]+\}/g) ?? []
  return new Set(names).size < names.length
}
