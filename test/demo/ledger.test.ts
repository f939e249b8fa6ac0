import { assert, it } from "@effect/vitest"
import { imbalances } from "../../examples/demo/ledger.ts"
import type { Fate } from "../../examples/demo/record.ts"

const fate = (id: string, outcome: Fate["outcome"]): Fate => ({ id, vendor: "Braze", outcome })
const held = (id: string, count = 1) => ({ id, vendor: "Braze", count })
const once = () => "once" as const

const ids = ["a:1", "a:2", "a:3"]
const fates = [fate("a:1", "delivered"), fate("a:2", "refused"), fate("a:3", "unknown")]

it("balances when every record is reported once and held as reported", () => {
  assert.deepStrictEqual(imbalances(ids, fates, [held("a:1")], once), [])
  assert.deepStrictEqual(imbalances(ids, fates, [held("a:1"), held("a:3")], once), [])
})

it("notices a record that was lost, invented or reported twice", () => {
  assert.deepStrictEqual(imbalances(ids, fates.slice(0, 2), [held("a:1")], once), [
    "a:3 is not accounted for."
  ])
  assert.match(
    imbalances(ids, [...fates, fate("b:9", "refused")], [held("a:1")], once).join(),
    /b:9 is accounted for, but was never read/
  )
  assert.match(
    imbalances(ids, [...fates, fate("a:1", "delivered")], [held("a:1")], once).join(),
    /more than once/
  )
})

it("notices what a vendor did twice, did not do, or did though it was refused", () => {
  assert.match(
    imbalances(ids, fates, [held("a:1", 2)], once).join(),
    /did a:1 2 times, but it is reported as delivered/
  )
  assert.match(imbalances(ids, fates, [], once).join(), /did a:1 0 times/)
  assert.match(
    imbalances(ids, fates, [held("a:1"), held("a:2")], once).join(),
    /did a:2 1 times, but it is reported as refused/
  )
  assert.match(
    imbalances(ids, fates, [held("a:1"), held("c:1")], once).join(),
    /holds c:1, which was never read/
  )
})

it("lets an upsert be done again, but not be missing", () => {
  const upsert = () => "upsert" as const
  assert.deepStrictEqual(imbalances(ids, fates, [held("a:1", 3)], upsert), [])
  assert.match(imbalances(ids, fates, [], upsert).join(), /did a:1 0 times/)
})
