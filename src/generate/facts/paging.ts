/** How a list is read on, as `errors.json` says it. */
import * as Schema from "effect/Schema"

const Field = Schema.String.check(Schema.isPattern(/\S/u, { message: "the name of a field" }))

const items = Field.annotate({
  description: `the field of the answer with the items, a dotted path; "" where the answer is the list`
})
const Items = Schema.Union([items, Schema.Literal("")])

const Size = Schema.Int.check(Schema.isGreaterThan(0, { message: "a number of items, from 1" }))

export const Paging = Schema.Union([
  Schema.Struct({ style: Schema.Literal("token"), items: Items, token: Field, into: Field }),
  Schema.Struct({ style: Schema.Literal("offset"), items: Items, into: Field, size: Field, usual: Size }),
  Schema.Struct({ style: Schema.Literal("page"), items: Items, into: Field, first: Schema.Int, usual: Size }),
  Schema.Struct({ style: Schema.Literal("link"), items: Items, into: Field })
])
export type Paging = typeof Paging.Type
