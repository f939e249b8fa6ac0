/** What users did: events and purchases. Each names its user, and counts again each time that it is sent. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { identified, identifier, identifierKeys } from "./identity.ts"
import { charactersFit, flag, jsonFits, Text } from "./shape.ts"

const optional = Schema.optionalKey

const atMost255 = "at most 255 characters"

const ruleOf = (name: string, value: unknown): string | undefined => {
  if (name === "" || !charactersFit(name, 255) || name.startsWith("$"))
    return "property names have 1 to 255 characters and do not begin with $"
  return typeof value === "string" && !charactersFit(value, 255) ? atMost255 : undefined
}

const broken = (properties: DataObject): Schema.FilterOutput =>
  Object.keys(properties).flatMap((name) => {
    const issue = ruleOf(name, properties[name])
    return issue === undefined ? [] : [{ path: [name], issue }]
  })

// Hardly any record breaks a rule, so lists are made only for one that does.
const named = (properties: DataObject): Schema.FilterOutput => {
  for (const name in properties) if (ruleOf(name, properties[name]) !== undefined) return broken(properties)
  return true
}

/** Properties of an event or a purchase: names of 1 to 255 characters without a leading `$`, texts up to 255, 50 KB in all. */
const Properties = lazy(() =>
  DataObject().check(
    Schema.makeFilter(named),
    // The page sets the limit for properties that hold lists or objects; those that hold none do not come near it.
    Schema.makeFilter(
      (properties) => jsonFits(properties, 50_000) || "at most 50 KB (50,000 bytes) of properties as JSON"
    )
  )
)

const common = lazy(() => ({
  ...identifier(),
  /** Id of the app in which it happened, from the dashboard. */
  appId: optional(Text()),
  /** When it happened. */
  time: Moment.Text(),
  /**
   * Details of your own, by name: names of 1 to 255 characters that do not begin with `$`, texts of up to 255 characters, 50 KB in
   * all.
   */
  properties: optional(Properties()),
  /** Whether profiles that do not exist are left alone. */
  updateExistingOnly: flag()
}))
const keys = { ...identifierKeys, appId: "app_id", updateExistingOnly: "_update_existing_only" } as const

const EventFields = lazy(() =>
  Schema.Struct({
    ...common(),
    /** Name of the event. */
    name: Text()
  }).check(Schema.makeFilter(identified))
)

/** One occurrence of a custom event. The same event sent twice counts twice. */
export interface Event extends Schema.Schema.Type<ReturnType<typeof EventFields>> {}
export const Event = lazy(() => Schema.Opaque<Event>()(EventFields().pipe(Schema.encodeKeys(keys))))

const Currency = lazy(() =>
  Schema.String.check(
    Schema.isPattern(/^[A-Za-z]{3}$/, { message: "must be an ISO 4217 code of three letters" })
  )
)

const Quantity = lazy(() =>
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }, { message: "must be 1 to 100" }))
)

const PurchaseFields = lazy(() =>
  Schema.Struct({
    ...common(),
    /** What was bought: at most 255 characters. */
    productId: Text().check(Schema.makeFilter((id) => charactersFit(id, 255) || atMost255)),
    /** Currency of the price: three letters, as in ISO 4217. */
    currency: Currency(),
    /** Price of one, in the currency's base unit: 12.5 for 12 dollars and 50 cents. */
    price: Schema.Finite,
    /** How many were bought: 1 to 100. Braze takes 1 where it is left out. */
    quantity: optional(Quantity())
  }).check(Schema.makeFilter(identified))
)

/** One purchase. The same purchase sent twice counts twice. */
export interface Purchase extends Schema.Schema.Type<ReturnType<typeof PurchaseFields>> {}
export const Purchase = lazy(() =>
  Schema.Opaque<Purchase>()(PurchaseFields().pipe(Schema.encodeKeys({ ...keys, productId: "product_id" })))
)
