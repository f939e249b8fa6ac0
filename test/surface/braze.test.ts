/** Braze's 117 documented operations, judged by what its pages say of them. */
import * as Braze from "../../src/vendors/braze/all.ts"
import * as ByHand from "../../src/vendors/braze/index.ts"
import { operationsIn } from "../../src/contract/Operation.ts"
import { judge } from "./judging.ts"

judge({
  name: "braze",
  module: Braze,
  vendor: Braze.vendor,
  operations: 117,
  inside: 390,
  outside: 650,
  differs: Object.fromEntries(
    operationsIn(ByHand).map(({ tag }) => [`${tag}:`, "written by hand, in finer types than were collected"])
  )
})
