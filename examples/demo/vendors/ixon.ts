/** Device queries of the warehouse, for IXON. They only read. */
import { DateTime, Schema } from "effect"
import { Ixon } from "faultline"
import { deliverEach } from "../deliver.ts"
import { jsonList } from "../files.ts"

const Query = Schema.Struct({
  id: Schema.String,
  source: Schema.String,
  tag: Schema.String,
  hours: Schema.Int.check(Schema.isGreaterThan(0, { message: "hours must be more than 0" }))
})

const end = DateTime.makeUnsafe("2026-11-21T00:00:00Z")

export const queries = () => ({
  ...deliverEach("Ixon", jsonList("device-queries.json", Query), ({ value: { hours, source, tag } }) =>
    Ixon.queryData({
      sources: [
        {
          source: { publicId: source },
          tags: [{ slug: tag, queries: [{ ref: tag, postAggr: "mean" as const, limit: 100 }] }],
          start: DateTime.subtract(end, { hours }),
          end
        }
      ]
    })
  ),
  effect: "read" as const
})
