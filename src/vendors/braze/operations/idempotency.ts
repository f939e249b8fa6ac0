/**
 * Whether `users/track` may be repeated: whether sending this input twice is as good as sending it once. An attribute that is set
 * to a value may be set to it again; an event, a purchase or an increment counts again. Whatever is not recognized here counts as
 * not idempotent: a wrong no costs a retry, a wrong yes corrupts a profile.
 *
 * Sources: Braze's pages “Track users” (events and purchases are not de-duplicated; how an object names its user; double opt-in)
 * and “User attributes object” (https://www.braze.com/docs/api/objects_filters/user_attributes_object: profile fields, push
 * tokens). Those on custom attributes are in `operators.ts`.
 */
import * as DateTime from "effect/DateTime"
import { isRecord } from "../../../contract/Wire.ts"
import { isListOf, isPlain, isScalar, selectsObjects, type Test } from "./operators.ts"
import type { UserAttributes } from "./profiles.ts"

/** What the rule reads of the input of `trackUsers`. */
interface TrackInput {
  readonly attributes?: ReadonlyArray<UserAttributes>
  readonly events?: ReadonlyArray<unknown>
  readonly purchases?: ReadonlyArray<unknown>
}

/** A profile field that is set to a value, a moment included. */
const isSet: Test = (value) => isScalar(value) || DateTime.isDateTime(value) || value instanceof Date

/** A profile field that is an object and is set as a whole: whatever its keys are called, they are no operators. */
const isWhole: Test = (value) => isScalar(value) || isRecord(value)

const keepsDevice: Test = (token) => isRecord(token) && typeof token["deviceId"] === "string"

/** A plain state. With double opt-in, Braze may ask the user again. */
const isPlainState: Test = (group) =>
  isRecord(group) && (group["useDoubleOptInLogic"] === undefined || group["useDoubleOptInLogic"] === false)

// Every field has its rule: one that is added to the schema does not compile without.
const rules: {
  readonly [Name in keyof Required<UserAttributes>]: (value: unknown, of: UserAttributes) => boolean
} = {
  externalId: isSet,
  userAlias: isWhole,
  brazeId: isSet,
  email: isSet,
  phone: isSet,
  country: isSet,
  currentLocation: isWhole,
  dateOfFirstSession: isSet,
  dateOfLastSession: isSet,
  dob: isSet,
  emailSubscribe: isSet,
  emailOpenTrackingDisabled: isSet,
  emailClickTrackingDisabled: isSet,
  facebook: isWhole,
  twitter: isWhole,
  firstName: isSet,
  lastName: isSet,
  gender: isSet,
  homeCity: isSet,
  language: isSet,
  markedEmailAsSpamAt: isSet,
  pushSubscribe: isSet,
  // Without a device id Braze makes a random one with each request. An import ignores a token that it knows.
  pushTokens: (value, { pushTokenImport }) =>
    isListOf(isRecord)(value) && (pushTokenImport === true || isListOf(keepsDevice)(value)),
  subscriptionGroups: isListOf(isPlainState),
  timeZone: isSet,
  updateExistingOnly: isSet,
  pushTokenImport: isSet,
  // An attribute that is itself called `inc` or `add` looks like the operator, and counts as one.
  custom: isPlain
}

const isField = (name: string): name is keyof typeof rules => Object.hasOwn(rules, name)

const isNothing: Test = (value) => value === undefined || value === null

/**
 * Whether the object names its user by a primary id. By email or phone alone, two requests at once may make two profiles where
 * nobody has them yet; Braze's pages do not rule it out. A token import for nobody is about its tokens, and ignores known ones.
 */
const isNamed = ({
  brazeId,
  email,
  externalId,
  phone,
  pushTokenImport,
  userAlias
}: UserAttributes): boolean =>
  ![externalId, userAlias, brazeId].every(isNothing) ||
  (pushTokenImport === true && isNothing(email) && isNothing(phone))

/** Whether the attributes of one user are only set, so that setting them again changes nothing. */
const attributesAreIdempotent = (attributes: UserAttributes): boolean =>
  isNamed(attributes) &&
  Object.entries(attributes).every(
    ([name, value]) => value === undefined || (isField(name) && rules[name](value, attributes))
  )

const nameOf = ({ brazeId, externalId, userAlias }: UserAttributes): string =>
  JSON.stringify([externalId, brazeId, userAlias?.aliasName, userAlias?.aliasLabel])

/**
 * Whether no two objects about one user depend on each other. Objects are processed in order, so what one of them selects in an
 * array of objects may be what another has just written there: `$remove` the dogs, then make one a dog again.
 */
const areIndependent = (all: ReadonlyArray<UserAttributes>): boolean => {
  const counts = new Map<string, number>()
  for (const name of all.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return all.every((one) => counts.get(nameOf(one)) === 1 || !selectsObjects(one.custom))
}

/** Whether an input of `trackUsers` may be repeated: it has attributes only, and each of them is only set. */
export const trackIsIdempotent = ({
  attributes = [],
  events = [],
  purchases = [],
  ...others
}: TrackInput): boolean =>
  Object.keys(others).length === 0 &&
  events.length === 0 &&
  purchases.length === 0 &&
  attributes.every(attributesAreIdempotent) &&
  areIndependent(attributes)

const adds = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(adds)
    : isRecord(value) && ("$add" in value || Object.values(value).some(adds))

/** Whether an update of catalog items may be repeated: values are set again, what `$add` adds to a list is added again. */
export const addsNothing = ({ items }: { readonly items: ReadonlyArray<unknown> }): boolean => !adds(items)
