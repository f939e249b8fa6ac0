/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { SetString } from "./SetString.ts"

/** m3ter's EndDateBillingEntitiesResponse, as it comes. */
export interface EndDateBillingEntitiesResponse extends Made<typeof endDateBillingEntitiesResponseFields> {}
const endDateBillingEntitiesResponseFields = lazy(() => ({
  statusMessage: optional(Schema.String),
  updatedEntities: optional(
    Schema.Struct({
      CONTRACT: optional(SetString()),
      ACCOUNTPLAN: optional(SetString()),
      PREPAYMENT: optional(SetString()),
      PRICINGS: optional(SetString()),
      COUNTER_PRICINGS: optional(SetString())
    })
  ),
  failedEntities: optional(
    Schema.Struct({
      CONTRACT: optional(SetString()),
      ACCOUNTPLAN: optional(SetString()),
      PREPAYMENT: optional(SetString()),
      PRICINGS: optional(SetString()),
      COUNTER_PRICINGS: optional(SetString())
    })
  )
}))
export const EndDateBillingEntitiesResponse = opaque<EndDateBillingEntitiesResponse>()(
  endDateBillingEntitiesResponseFields
)
