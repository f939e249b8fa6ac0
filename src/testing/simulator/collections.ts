/** The collections of a world, by path: made when they are first asked for, and bounded. */
import type { Item, Resources } from "./simulated.ts"
import { collection, type Collection } from "./state.ts"

/** A collection with the ids that were removed from it. */
export interface Kept {
  readonly items: Collection<Item>
  readonly removed: Set<string>
}

/** So many collections, objects in each, and removed ids of each are remembered; the oldest are forgotten. */
const most = 1_000

const forgetOldest = (
  ids: { readonly size: number; readonly keys: () => Iterable<string> },
  remove: (id: string) => unknown
) => {
  if (ids.size <= most) return
  for (const oldest of ids.keys()) {
    remove(oldest)
    return
  }
}

/** A collection of at most a thousand objects. */
const bounded = (): Collection<Item> => {
  const all = collection<Item>("newest first")
  const ids = new Set<string>()
  return {
    ...all,
    put: (id, object) => {
      ids.add(id)
      forgetOldest(ids, (oldest) => {
        ids.delete(oldest)
        all.remove(oldest)
      })
      return all.put(id, object)
    },
    remove: (id) => {
      ids.delete(id)
      return all.remove(id)
    }
  }
}

/** The collections of a world. */
export interface Collections {
  /** The collection of a path, with the values of its placeholders. */
  readonly at: (path: string, parents: ReadonlyArray<string>) => Kept
  /** Removes an object, and remembers that it is gone. */
  readonly remove: (kept: Kept, id: string) => void
}

/** No collections but those that handlers keep. */
export const collections = ({ kept = {} }: Resources): Collections => {
  const made = new Map<string, Kept>()
  return {
    at: (path, parents) => {
      const key = JSON.stringify([path, ...parents])
      const found = made.get(key) ?? { items: kept[path]?.(parents) ?? bounded(), removed: new Set() }
      made.set(key, found)
      forgetOldest(made, (oldest) => made.delete(oldest))
      return found
    },
    remove: ({ items, removed }, id) => {
      items.remove(id)
      removed.add(id)
      forgetOldest(removed, (oldest) => removed.delete(oldest))
    }
  }
}
