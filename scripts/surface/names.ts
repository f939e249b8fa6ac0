/** Names of operations: once given, they stay, whatever comes, goes or moves. They are kept by method and path. */
import type { Described, Description } from "../../src/generate/description.ts"
import { type ByHand, placeOf, samePlace } from "../../src/generate/emit/byHand.ts"

/** The names of one vendor's operations, each by what the operation is known by. */
export type Locked = Readonly<Record<string, string>>

type Operations = Description["operations"]

const places = (operations: Operations): ReadonlyArray<string> =>
  operations.map((one) => samePlace(placeOf(one)))

/** Whether others have its method and path as well, so that these do not tell what it is. */
const sharesPlace = (operations: Operations): ((one: Described) => boolean) => {
  const all = places(operations)
  const shared = new Set(all.filter((place, at) => all.indexOf(place) !== at))
  return (one) => shared.has(samePlace(placeOf(one)))
}

/** What each operation is known by for ever: its method and path, and where several have those, the vendor's name of it besides. */
const keysOf = (operations: Operations): ((one: Described) => string) => {
  const isShared = sharesPlace(operations)
  return (one) => (isShared(one) ? `${placeOf(one)} ${one.title}` : placeOf(one))
}

const alone = (names: Locked): void => {
  const seen = new Map<string, string>()
  for (const [key, name] of Object.entries(names)) {
    const other = seen.get(name)
    if (other !== undefined)
      throw new Error(
        `${other} and ${key} would both be called ${name}: give one another name in scripts/surface/names.json`
      )
    seen.set(name, key)
  }
}

/** Finds the name that something is known by; how a parameter of its path is spelled does not matter. */
const finder = (locked: Locked): ((key: string) => string | undefined) => {
  const names = new Map(Object.entries(locked).map(([key, name]) => [samePlace(key), name]))
  return (key) => names.get(samePlace(key))
}

/** The names that these operations have, with those of operations that are gone: should one come back, it has its name. */
export const lockedNames = (operations: Operations, before: Locked = {}): Locked => {
  const [keyOf, find] = [keysOf(operations), finder(before)]
  const present = new Set(operations.map((one) => samePlace(keyOf(one))))
  const gone = Object.entries(before).filter(([key]) => !present.has(samePlace(key)))
  const names = operations.map((one) => [keyOf(one), find(keyOf(one)) ?? one.name] as const)
  const all = Object.fromEntries([...gone, ...names])
  alone(all)
  return all
}

/** The operations that are derived: those that are not written by hand, under the names that they have for ever. */
export const derivedOf = (
  operations: Operations,
  { operations: written }: Pick<ByHand, "operations">,
  locked: Locked
): ReadonlyArray<Described> => {
  const [keyOf, isShared, find] = [keysOf(operations), sharesPlace(operations), finder(locked)]
  const isWritten = (one: Described): boolean => {
    const tags = written.get(samePlace(placeOf(one))) ?? []
    return isShared(one) ? tags.some((tag) => tag.endsWith(`.${one.name}`)) : tags.length > 0
  }
  return operations
    .filter((one) => !isWritten(one))
    .map((one) => ({ ...one, name: find(keyOf(one)) ?? one.name }))
}
