/** A made-up vendor's operations for the tests of the outbox: once, idempotent, by a key of the request, and many in a request. */
import { Effect, Schema } from "effect"
import * as Batch from "../../src/many/Batch.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Shop from "../shop/shop.ts"

export interface Line {
  readonly article: string
  readonly owner: string
}
const LineFields = Schema.Struct({ article: Schema.NonEmptyString, owner: Schema.String })

const batching = {
  input: (lines: ReadonlyArray<Line>) => ({ lines }),
  count: 3,
  group: ({ owner }: Line) => owner,
  warnings: (output: { readonly odd?: ReadonlyArray<number> }) =>
    (output.odd ?? []).map((index) => ({ index, message: "odd", recorded: index !== 0 })),
  blames: [Shop.BadRequest]
}

const lines = (name: string, idempotent: boolean) =>
  Batch.batched(
    Shop.operation(name, () => ({
      method: "POST",
      path: "/lines",
      input: Schema.Struct({ lines: Schema.Array(LineFields) }),
      output: Schema.Struct({ odd: Schema.optionalKey(Schema.Array(Schema.Int)) }),
      idempotent
    })),
    batching
  )

/** Many in a request, and not to be done twice. */
export const addLines = lines("addLines", false)

/** Many in a request, twice as good as once. */
export const setLines = lines("setLines", true)

/** Known by a key of each item for an hour. */
export const tagOrder = Shop.operation("tagOrder", () => ({
  method: "POST",
  path: "/tags",
  input: Schema.Struct({ id: Schema.String, key: Schema.optionalKey(Schema.String) }),
  output: Schema.Struct({}),
  generates: { key: "uuid" },
  repeats: { knownBy: "items", within: "1 hour" },
  idempotent: true
}))

/** Known by a key of the request for an hour. */
export const payOrder = Shop.operation("payOrder", () => ({
  method: "POST",
  path: "/payments",
  input: Schema.Struct({ id: Schema.String, key: Schema.optionalKey(Schema.String) }),
  output: Schema.Struct({}),
  generates: { key: "uuid" },
  repeats: { knownBy: "request", within: "1 hour" },
  idempotent: true
}))

export const line = (article: string, owner = "a"): Line => ({ article, owner })

/** The lines of a request's body. */
export const linesOf = (body: string): ReadonlyArray<Line> =>
  Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ lines: Schema.Array(LineFields) })))(body)
    .lines

/** The states of all items, by id. */
export const statesOf = Effect.map(Outbox.list(), (items) =>
  Object.fromEntries(items.map(({ id, state }) => [id, state]))
)
