/**
 * The messages that Metrix takes about a user: profile data, actions, revenue and business events. Metrix answers 200 to much
 * that it then drops in silence; the rules that it documents are checked here, before anything is sent.
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Data, DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import { stamp, type Stamped } from "./stamp.ts"

/** A text that is not blank; `rule` is what a blank one breaks. */
export const filled = (rule: string) => Schema.String.check(Schema.isPattern(/\S/, { message: rule }))

// Seconds stay below this until the year 5138, and milliseconds have been above it since 1973.
const leastMillis = 100_000_000_000
// Milliseconds stay below this until the year 5138, and microseconds have been above it since 1973.
const mostMillis = 100_000_000_000_000

const ruleOfTime = (time: number): string | undefined => {
  if (!Number.isInteger(time)) return "time is a whole number of milliseconds"
  if (time < leastMillis) return "time is in milliseconds since 1970, and this looks like seconds"
  return time > mostMillis
    ? "time is in milliseconds since 1970, and this looks like microseconds"
    : undefined
}

const Time = lazy(() => Moment.millis(ruleOfTime))

const Birthday = lazy(() =>
  Moment.millis((time) => (Number.isInteger(time) ? undefined : "birthday is a whole number of milliseconds"))
)

/** Values of an event's attributes. A date is an ISO 8601 text: `2024-11-20T11:24:03.000Z`. */
const Attribute = lazy(() =>
  Schema.Union([Schema.String, Schema.Finite, Schema.Boolean, DataObject(), Schema.Array(Data())])
)

/** Values of a user's attributes: as an event's, but Metrix lists neither booleans nor lists. */
const UserAttribute = lazy(() => Schema.Union([Schema.String, Schema.Finite, DataObject()]))

const own = lazy(() => ({
  /** A unique text, such as a UUID; the library makes one where it is absent. */
  id: Schema.optionalKey(filled("id cannot be empty")),
  /** When it happened; a number is in milliseconds since 1970. The library takes the present where it is absent. */
  time: Schema.optionalKey(Time())
}))

const event = lazy(() => ({
  ...own(),
  /** The slug that the Metrix dashboard made, five letters: `aewqd`. Without it, `customName` is needed. */
  name: Schema.optionalKey(filled("name cannot be empty")),
  /** The name that you chose, as in your Taxonomy: `product_viewed`. Without it, `name` is needed. */
  customName: Schema.optionalKey(filled("customName cannot be empty")),
  /** Details of your own, by name: texts, numbers, booleans, objects and lists. Write a date as ISO 8601 text. */
  attributes: Schema.optionalKey(Schema.Record(Schema.String, Attribute()))
}))

const named = lazy(() =>
  Schema.makeFilter(({ customName, name }: { readonly name?: string; readonly customName?: string }) =>
    name === undefined && customName === undefined
      ? { path: ["name"], issue: "give name or customName" }
      : undefined
  )
)

const ActionFields = lazy(() =>
  Schema.Struct({
    /** What kind of message this is. */
    type: Schema.Literal("action"),
    ...event()
  }).check(named())
)

/** Something that a user did. */
export interface Action extends Schema.Schema.Type<ReturnType<typeof ActionFields>> {}
export const Action = lazy(() => Schema.Opaque<Action>()(ActionFields()))

const RevenueFields = lazy(() =>
  Schema.Struct({
    /** What kind of message this is. */
    type: Schema.Literal("revenue"),
    ...event(),
    /** The amount of money: a finite number, never a text. */
    revenue: Schema.Number.check(Schema.isFinite({ message: "revenue is a finite number" })),
    /** The currency of the amount. Metrix's SDKs know `IRR`, `USD` and `EUR`; that this call takes them is unverified. */
    currency: Schema.optionalKey(filled("currency cannot be empty"))
  }).check(named())
)

/** Money that a user brought. `currency` and `attributes` are unverified: documented for other parts of Metrix, not for this call. */
export interface Revenue extends Schema.Schema.Type<ReturnType<typeof RevenueFields>> {}
export const Revenue = lazy(() => Schema.Opaque<Revenue>()(RevenueFields()))

const BusinessEventFields = lazy(() =>
  Schema.Struct({
    /** What kind of message this is. */
    type: Schema.Literal("businessEvent"),
    ...event()
  }).check(named())
)

/** Something that happened in the business. Its fields are unverified: Metrix documents the type, and they follow `Action`. */
export interface BusinessEvent extends Schema.Schema.Type<ReturnType<typeof BusinessEventFields>> {}
export const BusinessEvent = lazy(() => Schema.Opaque<BusinessEvent>()(BusinessEventFields()))

const text = lazy(() => Schema.optionalKey(Schema.String))

const UserFields = lazy(() =>
  Schema.Struct({
    /** What kind of message this is. */
    type: Schema.Literal("user"),
    ...own(),
    /** Given name. */
    firstName: text(),
    /** Family name. */
    lastName: text(),
    /** Phone number. Metrix's example is in national form: `09121122333`; other forms are unverified. */
    phoneNumber: text(),
    /** The phone number as a hash, in place of the number. Which hash Metrix expects is not documented. */
    hashedPhoneNumber: text(),
    /** E-mail address. */
    email: text(),
    /** The e-mail address as a hash, in place of the address. Which hash Metrix expects is not documented. */
    hashedEmail: text(),
    /** Country. */
    country: text(),
    /** City. */
    city: text(),
    /** Region: a province or state. */
    region: text(),
    /** Locality: a district or neighborhood. */
    locality: text(),
    /** Gender, spelled with a capital. */
    gender: Schema.optionalKey(Schema.Literals(["Male", "Female", "Other"])),
    /** Date of birth. A number is in milliseconds since 1970; before that, negative. */
    birthday: Schema.optionalKey(Birthday()),
    /**
     * Profile data of your own, by name: texts, numbers and objects; Metrix lists neither booleans nor lists. Write a date as ISO
     * 8601 text.
     */
    customAttributes: Schema.optionalKey(Schema.Record(Schema.String, UserAttribute()))
  })
)

/** Profile data of a user: what is given is set. */
export interface User extends Schema.Schema.Type<ReturnType<typeof UserFields>> {}
export const User = lazy(() => Schema.Opaque<User>()(UserFields()))

/** Any message about a user. */
export type Message = Action | Revenue | BusinessEvent | User
export const Message = lazy(() => Schema.Union([Action(), Revenue(), BusinessEvent(), User()]))

type Fields<M extends Message> = Omit<M, "type">

/** Makes an action, its `id` and `time` fixed now: it counts once however often it is sent. */
export const action = (fields: Fields<Action>): Effect.Effect<Stamped<Action>> =>
  stamp<Action>({ type: "action", ...fields })

/** Makes a revenue event, its `id` and `time` fixed now: it counts once however often it is sent. */
export const revenue = (fields: Fields<Revenue>): Effect.Effect<Stamped<Revenue>> =>
  stamp<Revenue>({ type: "revenue", ...fields })

/** Makes a business event, its `id` and `time` fixed now: it counts once however often it is sent. */
export const businessEvent = (fields: Fields<BusinessEvent>): Effect.Effect<Stamped<BusinessEvent>> =>
  stamp<BusinessEvent>({ type: "businessEvent", ...fields })

/** Makes a message with profile data, its `id` and `time` fixed now. */
export const user = (fields: Fields<User>): Effect.Effect<Stamped<User>> =>
  stamp<User>({ type: "user", ...fields })
