/** Names of operations and of their files: kept where they were given before, and never one that code cannot have. */
import type { Found } from "../spec/found.ts"

const words = (text: string): ReadonlyArray<string> => text.split(" ")

/** What no operation can be called: words of the language, and what its files have already. */
const reserved: ReadonlySet<string> = new Set([
  ...words(
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends"
  ),
  ...words(
    "false finally for function if implements import in instanceof interface let new null package private protected"
  ),
  ...words(
    "public return static super switch this throw true try typeof undefined var void while with yield async of"
  ),
  ...words(
    "constructor prototype toString valueOf hasOwnProperty isPrototypeOf toLocaleString globalThis NaN Infinity"
  ),
  ...words(
    "above atMost fits items lazy like names numeric objects opaque open operation optional text whole withoutNulls"
  ),
  ...words(
    "always baseUrl connection dialect environment failures layer layerConfig layerNoTransport simulator vendor words"
  )
])

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const lower = (name: string): string =>
  name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase())

/** A text as a name: `list-users` and `List users` are `listUsers`. */
const nameOf = (text: string): string =>
  lower(
    text
      .split(/[^A-Za-z0-9]+/)
      .filter((part) => part !== "")
      .map((part, index) => (index === 0 ? part : capital(part)))
      .join("")
  ).replace(/^(?=\d)/, "n")

const fromId = (id = ""): ReadonlyArray<string> => (/[A-Za-z]/.test(id) ? [nameOf(id)] : [])

/** `GET /orders/{id}/lines` is `getOrdersByIdLines`. Parameters that are settings are no part of a name. */
const fromPlace = ({ method, path }: Found, settled: ReadonlySet<string>): string =>
  nameOf(
    `${method.toLowerCase()} ${path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => (settled.has(name) ? " " : ` by ${name}`))}`
  )

/** The names of operations, by method and path. `locked`: those that they had before. `wanted`: those that the facts give. */
export const namesOf = (
  found: ReadonlyArray<Found>,
  locked: Readonly<Record<string, string>>,
  wanted: (place: string) => string | undefined,
  settled: ReadonlySet<string> = new Set()
): ReadonlyMap<string, string> => {
  const [names, taken] = [new Map<string, string>(), new Set<string>()]
  const isFree = (name: string) =>
    !reserved.has(name) && [name, `${name}Page`].every((one) => !taken.has(one))
  const take = (place: string, name: string) => {
    names.set(place, name)
    taken.add(name).add(`${name}Page`)
  }
  for (const { place } of found) {
    const name = wanted(place) ?? (Object.hasOwn(locked, place) ? locked[place] : undefined)
    if (name !== undefined && isFree(name)) take(place, name)
  }
  for (const one of found.filter(({ place }) => !names.has(place))) {
    const long = fromPlace(one, settled)
    const plain = [...fromId(one.operation.operationId), long]
    const more = Array.from({ length: 1000 }, (_, index) => `${long}${index + 2}`)
    take(one.place, [...plain, ...plain.map((name) => `${name}Operation`), ...more].find(isFree) ?? one.place)
  }
  return names
}

/** The file of an operation: its first tag, or the first word of its path that is no version. */
export const resourceOf = ({ operation, path }: Found): string => {
  const [tag] = operation.tags ?? []
  const part = path.split("/").find((one) => one !== "" && !one.startsWith("{") && !/^(api|v\d+)$/i.test(one))
  const name = nameOf(tag ?? part ?? "root")
  return /^[A-Za-z]/.test(name) ? name : "root"
}
