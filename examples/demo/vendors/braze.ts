/** Events, purchases, sign-ups and triggered sends of the shop, for Braze. */
import { Schema } from "effect"
import { Braze } from "faultline"
import { deliverEach, deliverMany, type Good } from "../deliver.ts"
import { jsonLines, table } from "../files.ts"

const ShopEvent = Schema.Struct({
  user: Schema.String,
  kind: Schema.String,
  time: Schema.DateTimeUtcFromString,
  email: Schema.optionalKey(Schema.String),
  product: Schema.optionalKey(Schema.String),
  price: Schema.optionalKey(Schema.Finite),
  currency: Schema.optionalKey(Schema.String),
  quantity: Schema.optionalKey(Schema.Int)
})

// What is missing stays empty: whether a purchase is whole is Braze's rule, and the library knows it.
const tracking = ({ id, value }: Good<typeof ShopEvent.Type>): Braze.Tracking => {
  const { currency = "", email, kind, price = 0, product, quantity = 1, time, user: externalId } = value
  const properties = { record: id }
  if (product !== undefined)
    return { purchase: { externalId, productId: product, price, currency, quantity, time, properties } }
  return email === undefined
    ? { event: { externalId, name: kind, time, properties } }
    : { attributes: { externalId, email, custom: properties } }
}

export const events = () =>
  deliverMany("Braze", jsonLines("shop-events.jsonl", ShopEvent), (good) =>
    Braze.trackUsers.many(good.map(tracking))
  )

const Send = Schema.Struct({ id: Schema.String, campaign: Schema.String, user: Schema.String })

/** A send that may have gone out is never sent again. */
export const sends = () =>
  deliverEach("Braze", table("sends.csv", ",", Send), ({ id, value: { campaign, user } }) =>
    Braze.triggerCampaign({
      campaignId: campaign,
      recipients: [{ externalUserId: user }],
      triggerProperties: { record: id }
    })
  )
