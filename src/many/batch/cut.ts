/** Items cut to the requests that carry them. */
import { jsonAtMost, jsonBytes, jsonRoughly } from "../../contract/jsonSize.ts"
import { attempted } from "./item.ts"

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
  /** What the items weigh together on their scale. */
  weight: number
  /** The place of that scale among all: the first one that is good enough. */
  scale: number
}

type Scale<Item> = (item: Item) => number
type Scales<Item> = readonly [Scale<Item>, ...ReadonlyArray<Scale<Item>>]

// An item may be anything. One that cannot be weighed goes alone, for its schema to refuse.
const safely =
  <Item>(size: Scale<Item>): Scale<Item> =>
  (item) =>
    attempted(size, item) ?? Number.POSITIVE_INFINITY

// Each item has a comma.
const withComma = (size: (value: unknown) => number): Scale<unknown> => safely((item) => size(item) + 1)

/** How items are weighed: by upper bounds as long as those are good enough, then exactly. The cheapest is the first. */
const scalesOf = <Item>({ bytes, size }: Cutting<Item>): Scales<Item> => {
  if (bytes === undefined) return [() => 0]
  return size === undefined
    ? [withComma(jsonRoughly), withComma(jsonAtMost), withComma(jsonBytes)]
    : [safely(size)]
}

/** Whether the item still fits; where it does, it is added. */
const adds = <Item>(open: Open<Item>, one: Numbered<Item>, scales: Scales<Item>, most: number): boolean => {
  const weight = scales[open.scale]?.(one.item) ?? 0
  if (open.weight + weight <= most) {
    open.items.push(one)
    open.weight += weight
    return true
  }
  const finer = scales[open.scale + 1]
  if (finer === undefined) return false
  open.scale++
  open.weight = open.items.reduce((sum, { item }) => sum + finer(item), 0)
  return adds(open, one, scales, most)
}

/**
 * Cuts items to the count and the bytes of one request, each group by itself. Items with the same key never change their order,
 * whatever groups they are in. An item that is too large by itself goes alone, for its schema to refuse.
 */
export const cut = <Item>(
  items: ReadonlyArray<Numbered<Item>>,
  cutting: Cutting<Item>
): ReadonlyArray<ReadonlyArray<Numbered<Item>>> => {
  const { bytes = Number.POSITIVE_INFINITY, count, group, key } = cutting
  const scales = scalesOf(cutting)
  const batches: Array<Open<Item>> = []
  const openOf = new Map<string, number>()
  const lastOf = new Map<string, number>()
  for (const one of items) {
    const mine = attempted(group, one.item) ?? ""
    const name = attempted(key, one.item)
    const place = openOf.get(mine) ?? -1
    const open = batches[place]
    const overtaken = name !== undefined && (lastOf.get(name) ?? -1) > place
    if (open === undefined || open.items.length >= count || overtaken || !adds(open, one, scales, bytes)) {
      batches.push({ items: [one], weight: scales[0](one.item), scale: 0 })
      openOf.set(mine, batches.length - 1)
    }
    if (name !== undefined) lastOf.set(name, openOf.get(mine) ?? place)
  }
  return batches.map(({ items }) => items)
}
