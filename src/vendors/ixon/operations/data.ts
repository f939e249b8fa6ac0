/** Historical data: what agents have logged from their data sources. It needs IXON's historical-data module. */
import { operation } from "../vendor.ts"
import { DataPage, DataQuery } from "./dataQuery.ts"
import { dataSplitter } from "./dataSplitter.ts"

/**
 * Reads logged data of one or several sources. A query that takes IXON more than 60 seconds is split, within the deadline of the
 * call: into halves of its sources, then into halves of a source's time. The latter needs `start` and `end`, and in each query a
 * `ref` and the same `order`; a value of the whole time (a mean without a `step`) cannot be split.
 */
export const queryData = operation("queryData", () => ({
  method: "POST",
  path: "/data",
  input: DataQuery(),
  output: DataPage(),
  body: "sources",
  idempotent: true,
  reads: true,
  splits: dataSplitter,
  needs: ["companyId"],
  see: "IXON API reference, DataList"
}))
