/** Items for tests of the store. */
import type { NewItem } from "../../../src/durable/outbox/model.ts"

export const items = (ids: ReadonlyArray<string>, given: Partial<NewItem> = {}): ReadonlyArray<NewItem> =>
  ids.map((id) => ({
    id,
    lane: "lane",
    operation: "Shop.pay",
    account: "main",
    version: 1,
    onDead: "go-on",
    priority: 0,
    dueIn: 0,
    input: JSON.stringify({ id }),
    hash: id,
    ...given
  }))

/** So many ids. */
export const ids = (count: number, prefix = "id"): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
