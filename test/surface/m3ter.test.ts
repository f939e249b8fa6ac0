/** m3ter's 323 operations, judged by its own schemas. */
import * as M3ter from "../../src/vendors/m3ter/all.ts"
import { judge } from "./judging.ts"

judge({
  name: "m3ter",
  module: M3ter,
  vendor: M3ter.vendor,
  operations: 323,
  inside: 2_560,
  outside: 2_980,
  differs: {
    "M3ter.getToken: did not see all of": "what the token is needed for is read, and no more",
    "M3ter.getToken: grant_type (required)": "the operation sends the one grant type that there is",
    "M3ter.submitMeasurements: measurements (at most 1000 items)":
      "a uid stands once in a request, and this list repeats one measurement"
  }
})
