/** What is written as text is checked: the compiler refuses a stage, a field of a list or of a split that there is not. */
import { assert, it } from "@effect/vitest"
import { Schema } from "effect"
import * as Pages from "../../src/many/Pages.ts"
import * as Split from "../../src/many/Split.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Shop from "../shop/shop.ts"

const list = Shop.operation("listNames", () => ({
  method: "GET",
  path: "/names",
  input: Schema.Struct({ after: Schema.optionalKey(Schema.String), ids: Schema.Array(Schema.String) }),
  output: Schema.Struct({ data: Schema.Array(Schema.String), next: Schema.optionalKey(Schema.String) }),
  idempotent: true
}))
const [items, token] = [
  ({ data }: { readonly data: ReadonlyArray<string> }) => data,
  ({ next }: { readonly next?: string }) => next
]

it("misspelled names do not compile", () => {
  const misspelled = [
    // @ts-expect-error: the stage is called queue
    () => Pipeline.without("quue"),
    // @ts-expect-error: the field is called after
    () => Pages.byToken(list, { items, token, into: "aftr" }),
    // @ts-expect-error: the field is called after
    () => Pages.byLink(list, { items, into: "aftr" }),
    // @ts-expect-error: the field is called ids
    () => Split.list(list, { field: "idz", join: (first) => first })
  ]
  assert.strictEqual(misspelled.length, 4)
  assert.strictEqual(Pages.byToken(list, { items, token, into: "after" }).tag, "Shop.listNames")
})
