/** `users/track`: what Braze takes of a request, object by object, and the minor errors for what it does not take. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { fromJson, isRecord, type Wire } from "../../../contract/Wire.ts"
import { MaxInputLengthExceeded, NoValidData } from "../failures.ts"

type Item = Readonly<Record<string, unknown>>

const lists = ["attributes", "events", "purchases"] as const
type List = (typeof lists)[number]

// Page “Errors”: objects in all.
const mostObjects = 75
// Page “Track users”: bytes of an external id.
const idBytesBelow = 988

const isText = (value: unknown): value is string => typeof value === "string" && value !== ""
const isMoment = (value: unknown) => isText(value) && !Number.isNaN(Date.parse(value))
const states = ["subscribed", "unsubscribed", "opted_in"]
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

const isIdentified = (item: Item): boolean =>
  ["external_id", "braze_id", "email", "phone"].some((name) => isText(item[name])) ||
  isRecord(item["user_alias"]) ||
  item["push_token_import"] === true

const isSubscription = (value: unknown): boolean =>
  value === undefined || value === null || states.includes(String(value))

const isPlace = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (isRecord(value) && typeof value["longitude"] === "number" && typeof value["latitude"] === "number")

type Rule = readonly [code: string, keeps: (item: Item) => boolean]

// The codes and sentences are Braze's; the live service often answers the sentence instead of the code.
const rules: Readonly<Record<"all" | List, ReadonlyArray<Rule>>> = {
  all: [
    ["'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required", isIdentified],
    [
      "'external_id' must be fewer than 988 bytes",
      ({ external_id: id }) => !isText(id) || new TextEncoder().encode(id).length < idBytesBelow
    ]
  ],
  attributes: [
    ["EMAIL_BAD_FORMAT", ({ email: given }) => !isText(given) || email.test(given)],
    ["BAD_EMAIL_SUBSCRIPTION_STATE", (item) => isSubscription(item["email_subscribe"])],
    ["BAD_PUSH_SUBSCRIPTION_STATE", (item) => isSubscription(item["push_subscribe"])],
    ["BAD_LOCATION_UPDATE", (item) => isPlace(item["current_location"])]
  ],
  events: [
    ["'name' is required", ({ name }) => isText(name)],
    ["'time' is not valid", ({ time }) => isMoment(time)]
  ],
  purchases: [
    ["'product_id' is required", (item) => isText(item["product_id"])],
    ["'currency' is not valid", ({ currency }) => isText(currency) && /^[A-Za-z]{3}$/.test(currency)],
    ["'price' is not valid", ({ price }) => typeof price === "number"],
    [
      "'quantity' is not valid",
      ({ quantity }) => quantity === undefined || (Number.isInteger(quantity) && Number(quantity) > 0)
    ],
    ["'time' is not valid", ({ time }) => isMoment(time)]
  ]
}

const complaint = (list: List, item: unknown): string | undefined =>
  isRecord(item) ? [...rules.all, ...rules[list]].find(([, keeps]) => !keeps(item))?.[0] : "must be an object"

/** Answers `users/track`. Every object that is taken goes into the ledger: sent twice, it is there twice. */
export const track = (request: Simulation.SimulatedRequest): Wire => {
  const given = lists.flatMap((list) => {
    const items = request.fields[list]
    return Array.isArray(items)
      ? items.map((item: unknown, index) => ({ list, item, index, type: complaint(list, item) }))
      : []
  })
  if (given.length > mostObjects) return forge(MaxInputLengthExceeded, {})
  const taken = given.filter(({ type }) => type === undefined)
  const errors = given.flatMap(({ index, list, type }) =>
    type === undefined ? [] : [{ type, input_array: list, index }]
  )
  if (taken.length === 0) {
    const message = "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields."
    return errors.length === 0 ? forge(NoValidData, {}) : fromJson(400, {}, { message, errors })
  }
  taken.forEach(({ item, list }) => request.apply(`${list} ${Simulation.identityOf(item)}`, item))
  const counts = lists
    .filter((list) => Array.isArray(request.fields[list]))
    .map((list) => [`${list}_processed`, taken.filter((one) => one.list === list).length])
  return fromJson(
    201,
    {},
    { ...Object.fromEntries(counts), ...(errors.length === 0 ? {} : { errors }), message: "success" }
  )
}
