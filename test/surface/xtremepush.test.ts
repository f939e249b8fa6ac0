/** Xtremepush's documented operations, judged by what its pages say of them. */
import * as Xtremepush from "../../src/vendors/xtremepush/all.ts"
import { judge } from "./judging.ts"

judge({
  name: "xtremepush",
  module: Xtremepush,
  vendor: Xtremepush.vendor,
  operations: 37,
  inside: 10,
  outside: 10,
  differs: {}
})
