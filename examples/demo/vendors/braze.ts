/** Events, purchases and triggered sends of the shop, for Braze. */
import { Schema } from "effect"
import { Braze } from "faultline"
import { deliverEach, deliverMany, type Good } from "../deliver.ts"
import { jsonLines, table } from "../files.ts"

const Happening = Schema.Struct({ user: Schema.String, kind: Schema.String, time: Schema.DateTimeUtcFromString })
const Sale = Schema.Struct({
  ...Happening.fields,
  kind: Schema.Literal("purchase"),
  product: Schema.String,
  price: Schema.Finite,
  currency: Schema.String,
  quantity: Schema.Int
})
const ShopEvent = Schema.Union([Sale, Happening.check(Schema.makeFilter(({ kind }) => kind !== "purchase" || "not a whole purchase"))])

const tracking = ({ id, value }: Good<typeof ShopEvent.Type>): Braze.Tracking =>
  "product" in value
    ? {
        purchase: {
          externalId: value.user,
          productId: value.product,
          price: value.price,
          currency: value.currency,
          quantity: value.quantity,
          time: value.time,
          properties: { record: id }
        }
      }
    : { event: { externalId: value.user, name: value.kind, time: value.time, properties: { record: id } } }

export const events = () =>
  deliverMany("Braze", jsonLines("shop-events.jsonl", ShopEvent), (good) => Braze.trackUsers.many(good.map(tracking)))

const Send = Schema.Struct({ id: Schema.String, campaign: Schema.String, user: Schema.String })

/** A send that may have gone out is never sent again. */
export const sends = () =>
  deliverEach("Braze", table("sends.csv", ",", Send), ({ id, value: { campaign, user } }) =>
    Braze.triggerCampaign({ campaignId: campaign, recipients: [{ externalUserId: user }], triggerProperties: { record: id } })
  )
