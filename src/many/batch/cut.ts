/** Items cut to the requests that carry them. */
import { jsonAtMost, jsonBytes } from "../../contract/jsonSize.ts"

/** What one request may hold. */
export interface Cutting<Item> {
  /** The most items of one request. */
  readonly count: number
  /** The most bytes of one request's items as JSON. */
  readonly bytes?: number
  /** The bytes of one item; default: its UTF-8 JSON and a comma. */
  readonly size?: (item: Item) => number
  /** Items of different groups never share a request. */
  readonly group?: (item: Item) => string
  /** Items with the same key are sent in order: a batch waits for the earlier ones that hold one of its keys. */
  readonly key?: (item: Item) => string
}

/** An item with its place among all. */
export interface Numbered<Item> {
  readonly index: number
  readonly item: Item
}

interface Open<Item> {
  readonly items: Array<Numbered<Item>>
  /** What the items weigh together, at most; exactly where it mattered once. */
  weight: number
  exact: boolean
}

/** How items are weighed: by an upper bound as long as that is good enough, then exactly. */
const makeScale = <Item>({ bytes, size }: Cutting<Item>) => {
  if (bytes === undefined) return { most: Number.POSITIVE_INFINITY, bound: () => 0, exact: () => 0 }
  // Each item has a comma.
  const exact = size ?? ((item: Item) => jsonBytes(item) + 1)
  return { most: bytes, exact, bound: size ?? ((item: Item) => jsonAtMost(item) + 1) }
}

/** Whether the item still fits; where it does, it is added. */
const adds = <Item>(
  open: Open<Item>,
  one: Numbered<Item>,
  { bound, exact, most }: ReturnType<typeof makeScale<Item>>
): boolean => {
  if (!open.exact && open.weight + bound(one.item) > most) {
    open.weight = open.items.reduce((sum, { item }) => sum + exact(item), 0)
    open.exact = true
  }
  const weight = (open.exact ? exact : bound)(one.item)
  if (open.weight + weight > most) return false
  open.items.push(one)
  open.weight += weight
  return true
}

/**
 * Cuts items to the count and the bytes of one request, each group by itself. Items with the same key never change their order,
 * whatever groups they are in. An item that is too large by itself goes alone, for its schema to refuse.
 */
export const cut = <Item>(
  items: ReadonlyArray<Numbered<Item>>,
  cutting: Cutting<Item>
): ReadonlyArray<ReadonlyArray<Numbered<Item>>> => {
  const { count, group, key } = cutting
  const scale = makeScale(cutting)
  const batches: Array<Open<Item>> = []
  const openOf = new Map<string, number>()
  const lastOf = new Map<string, number>()
  for (const one of items) {
    const [mine, name] = [group?.(one.item) ?? "", key?.(one.item)]
    const place = openOf.get(mine) ?? -1
    const open = batches[place]
    const overtaken = name !== undefined && (lastOf.get(name) ?? -1) > place
    if (open === undefined || open.items.length >= count || overtaken || !adds(open, one, scale)) {
      batches.push({ items: [one], weight: scale.bound(one.item), exact: false })
      openOf.set(mine, batches.length - 1)
    }
    if (name !== undefined) lastOf.set(name, openOf.get(mine) ?? place)
  }
  return batches.map(({ items }) => items)
}
