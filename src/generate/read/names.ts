/** Names: of resources, of paths, and of fields that would have two places. */
import type { Input } from "../description.ts"
import type { Profile } from "./profile.ts"
import { owned } from "../owned.ts"

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Bill` is `bills`, `External Mapping` is `externalMappings`. */
export const resourceOf = (given: string, { resources = {} }: Profile): string => {
  const known = resources === "as given" ? given : resources[given]
  if (known !== undefined) return known
  const words = given
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join("")
  const lower = words.charAt(0).toLowerCase() + words.slice(1)
  if (lower.endsWith("s")) return lower
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`
}

/** `meters` is `meter`, `companies` is `company`, `statuses` is `status`; `address` is what it is. */
const one = (noun: string): string => {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`
  if (/(?:[sxz]|[cs]h)es$/.test(noun)) return noun.slice(0, -2)
  return /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun
}

/**
 * A name in a path with what it is of: `{id}` of `/meters/{id}` is `meterId`. One that says so itself is the one of the path:
 * `{companyId}` of `/companies/{companyId}` is `ofCompanyId`.
 */
export const longNameOf = (path: string, name: string): string => {
  const segments = path.split("/")
  const before = segments[segments.indexOf(`{${name}}`) - 1] ?? ""
  const words = one(before).split("-").map(capital).join("")
  if (words !== "" && capital(name).startsWith(words)) return `of${capital(name)}`
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}${capital(name)}`
}

/** The path with settings and constants for the names that stand for them. */
export const pathOf = (path: string, { constants = {}, settings }: Profile): string =>
  path.replaceAll(
    /\{([^}]+)\}/g,
    (whole, name: string) =>
      owned(constants, name) ?? (owned(settings, name) === undefined ? whole : `{${owned(settings, name)}}`)
  )

/**
 * A name that stands in the path and in the body has two places, and one that is a setting's is the setting's: the one in the path
 * gets its long name.
 */
export const apart = (path: string, input: ReadonlyArray<Input>, { otherSettings = [] }: Profile) => {
  const inBody = new Set([
    ...otherSettings,
    ...input.filter(({ place }) => place === "body").map(({ name }) => name)
  ])
  const twice = input.filter(({ name, place }) => place === "path" && inBody.has(name))
  return twice.reduce(
    (made, { name }) => {
      const long = longNameOf(path, name)
      return {
        path: made.path.replace(`{${name}}`, `{${long}}`),
        input: made.input.map((one) =>
          one.place === "path" && one.name === name ? { ...one, name: long } : one
        )
      }
    },
    { path, input }
  )
}
