/** Kinds of state that vendors have in common: tokens that expire, keys that were seen, objects that can be listed in pages. */
import type { Chance } from "./chance.ts"

/** Tokens of a vendor. */
export interface Tokens {
  readonly issue: (now: number, lifeMillis: number) => string
  readonly check: (token: string | undefined, now: number) => "good" | "expired" | "unknown"
  /** Makes all tokens issued so far worthless. */
  readonly revoke: () => void
}

/** No tokens yet. Each is `length` letters and digits. */
export const tokens = (chance: Chance, length: number): Tokens => {
  const ends = new Map<string, number>()
  return {
    revoke: () => ends.forEach((_, token) => ends.set(token, Number.NEGATIVE_INFINITY)),
    issue: (now, lifeMillis) => {
      const token = chance.text(length)
      ends.set(token, now + lifeMillis)
      return token
    },
    check: (token, now) => {
      const end = token === undefined ? undefined : ends.get(token)
      if (end === undefined) return "unknown"
      return now < end ? "good" : "expired"
    }
  }
}

/** Keys that a vendor has seen before. */
export interface Seen {
  /** Whether the key is new, or was seen longer ago than the vendor remembers; it is remembered from now on. */
  readonly isNew: (key: string, now: number) => boolean
}

/** No keys yet; each is remembered for `millis`. */
export const seen = (millis: number): Seen => {
  const moments = new Map<string, number>()
  return {
    isNew: (key, now) => {
      const moment = moments.get(key)
      if (moment !== undefined && now - moment < millis) return false
      moments.set(key, now)
      return true
    }
  }
}

/** A part of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  readonly next: string | undefined
}

/** Objects by id, in the order in which they were made. */
export interface Collection<Item> {
  readonly put: (id: string, item: Item) => Item
  readonly get: (id: string) => Item | undefined
  readonly remove: (id: string) => Item | undefined
  readonly all: () => ReadonlyArray<Item>
  /** A page of those that `keep` accepts, after a cursor; `undefined` where the cursor is not one of ours. */
  readonly page: (size: number, after?: string, keep?: (item: Item) => boolean) => Page<Item> | undefined
}

const mark = "after:"
const cursorOf = (index: number): string => btoa(`${mark}${index}`)
const indexOf = (cursor: string): number | undefined => {
  const text = /^[A-Za-z0-9+/]+={0,2}$/.test(cursor) && cursor.length % 4 === 0 ? atob(cursor) : ""
  const index = Number(text.slice(mark.length))
  return text.startsWith(mark) && Number.isInteger(index) ? index : undefined
}

interface Placed<Item> {
  readonly index: number
  readonly item: Item
}

const pageOf = <Item>(
  ordered: ReadonlyArray<Placed<Item>>,
  size: number,
  isAfter: (index: number) => boolean,
  keep: (item: Item) => boolean
): Page<Item> => {
  const rest = ordered.filter(({ index, item }) => isAfter(index) && keep(item))
  const taken = rest.slice(0, Math.max(1, size))
  const last = taken.at(-1)
  return {
    items: taken.map(({ item }) => item),
    next: last === undefined || taken.length === rest.length ? undefined : cursorOf(last.index)
  }
}

/** A collection with these objects. */
export const collectionOf = <Item>(objects: Iterable<readonly [string, Item]>): Collection<Item> => {
  const all = collection<Item>()
  for (const [id, object] of objects) all.put(id, object)
  return all
}

/** An empty collection, paged through oldest first or newest first. Cursors stay good when objects are added or removed meanwhile. */
export const collection = <Item>(
  order: "oldest first" | "newest first" = "oldest first"
): Collection<Item> => {
  const items = new Map<string, Placed<Item>>()
  let made = 0
  return {
    put: (id, item) => {
      items.set(id, { index: items.get(id)?.index ?? made++, item })
      return item
    },
    get: (id) => items.get(id)?.item,
    remove: (id) => {
      const found = items.get(id)?.item
      items.delete(id)
      return found
    },
    all: () => [...items.values()].map(({ item }) => item),
    page: (size, after, keep = () => true) => {
      const start = after === undefined ? undefined : indexOf(after)
      if (start === undefined && after !== undefined) return undefined
      const [oldest, newest] = [[...items.values()], [...items.values()].toReversed()]
      return order === "oldest first"
        ? pageOf(oldest, size, (index) => index > (start ?? -1), keep)
        : pageOf(newest, size, (index) => index < (start ?? Number.POSITIVE_INFINITY), keep)
    }
  }
}
