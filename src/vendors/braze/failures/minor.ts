/** The codes that Braze documents for minor errors of `users/track`: what each means for the one object that it is about. */
import type { MinorError } from "./dialect.ts"

/** The documented codes. Braze often says the same in prose instead, so an unknown text is normal. */
export const minorCodes = {
  BAD_DEVICE_ID: "The device_id of the token import must have 8 to 255 bytes.",
  BAD_EMAIL_SUBSCRIPTION_STATE: "email_subscribe must be subscribed, unsubscribed or opted_in.",
  BAD_LOCATION_UPDATE: "current_location must be an object with longitude and latitude.",
  BAD_PUSH_SUBSCRIPTION_STATE: "push_subscribe must be subscribed, unsubscribed or opted_in.",
  BAD_PUSH_TOKEN_APP_ID: "The app_id of the token import is not an app of this workspace.",
  BAD_PUSH_TOKEN_IMPORT: "A token import must have tokens, and neither external_id nor braze_id.",
  BAD_PUSH_TOKEN_STRING: "A push token must be a text.",
  BAD_PUSH_TOKEN_VALUE: "push_tokens must be a list of objects.",
  BAD_SUBSCRIPTION_GROUP_ARRAY: "subscription_groups must be a list.",
  BAD_SUBSCRIPTION_GROUP_HASH: "Each subscription group needs its id and a state.",
  BAD_SUBSCRIPTION_GROUP_ID: "The subscription group id is not the id of a group.",
  BAD_SUBSCRIPTION_GROUP_STATE: "The state in a subscription group must be subscribed or unsubscribed.",
  BLACKLISTED_EXTERNAL_USER_ID: "The external_id is blocked as that of a dummy user.",
  EMAIL_BAD_FORMAT: "The email address is not valid.",
  EXTERNAL_USER_ID_TOO_LARGE: "The external_id must have fewer than 988 bytes.",
  INVALID_ATTRIBUTE_EMAIL_SUBSCRIPTION_INFO: "email_subscription_info is not an attribute."
} as const

const inProse: ReadonlyArray<readonly [RegExp, keyof typeof minorCodes]> = [
  [/external_id is blacklisted/i, "BLACKLISTED_EXTERNAL_USER_ID"],
  [/must be fewer than 988 bytes/i, "EXTERNAL_USER_ID_TOO_LARGE"],
  [/'email' field is not a valid email/i, "EMAIL_BAD_FORMAT"]
]

const isCode = (text: string): text is keyof typeof minorCodes => Object.hasOwn(minorCodes, text)

/** What a minor error means, where its code, or its prose, is documented; `undefined` where Braze's own words are all there is. */
export const explainMinor = ({ message }: MinorError): string | undefined => {
  const code = message.trim()
  const known = isCode(code) ? code : inProse.find(([prose]) => prose.test(message))?.[1]
  return known === undefined ? undefined : minorCodes[known]
}
