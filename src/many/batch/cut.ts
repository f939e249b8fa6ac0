/** Items cut to the requests that carry them. */

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

const encoder = new TextEncoder()
const jsonSize = (item: unknown): number => encoder.encode(JSON.stringify(item) ?? "").length + 1

interface Open<Item> {
  readonly items: Array<Numbered<Item>>
  weight: number
}

/**
 * Cuts items to the count and the bytes of one request, each group by itself. Items with the same key never change their order,
 * whatever groups they are in. An item that is too large by itself goes alone, for its schema to refuse.
 */
export const cut = <Item>(
  items: ReadonlyArray<Numbered<Item>>,
  { bytes = Number.POSITIVE_INFINITY, count, group, key, size = jsonSize }: Cutting<Item>
): ReadonlyArray<ReadonlyArray<Numbered<Item>>> => {
  const batches: Array<Open<Item>> = []
  const openOf = new Map<string, number>()
  const lastOf = new Map<string, number>()
  for (const one of items) {
    const [mine, name, weight] = [group?.(one.item) ?? "", key?.(one.item), size(one.item)]
    const place = openOf.get(mine) ?? -1
    const open = batches[place]
    const overtaken = name !== undefined && (lastOf.get(name) ?? -1) > place
    if (open === undefined || open.items.length >= count || open.weight + weight > bytes || overtaken) {
      batches.push({ items: [one], weight })
      openOf.set(mine, batches.length - 1)
    } else {
      open.items.push(one)
      open.weight += weight
    }
    if (name !== undefined) lastOf.set(name, openOf.get(mine) ?? place)
  }
  return batches.map(({ items }) => items)
}
