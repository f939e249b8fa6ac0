/** Xtremepush's documented operations, judged by what its pages say of them. */
import * as Xtremepush from "../../src/vendors/xtremepush/all.ts"
import * as ByHand from "../../src/vendors/xtremepush/index.ts"
import { operationsIn } from "../../src/contract/Operation.ts"
import { judge } from "./judging.ts"

const others = Object.fromEntries(
  operationsIn(ByHand).map(({ tag }) => [`${tag}:`, "written by hand, in finer types than were collected"])
)
const whole = "an answer without a model means that the change was made all the same"

judge({
  name: "xtremepush",
  module: Xtremepush,
  vendor: Xtremepush.vendor,
  operations: 37,
  inside: 119,
  outside: 170,
  differs: {
    ...others,
    "Xtremepush.updateLocation: from is undefined": whole,
    "Xtremepush.updateSegment: from is undefined": whole
  }
})
