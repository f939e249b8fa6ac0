/** What the user data and subscription endpoints refuse, by their messages. */
import { contains, oneOf } from "../../../contract/Signature.ts"
import { Failure, page } from "./dialect.ts"

/** Not one object of the call was valid. The minor errors say what is wrong with each. */
export class NoValidData extends Failure<NoValidData>()("Braze.NoValidData", {
  signature: {
    status: 400,
    body: { message: contains("Valid data must be provided in the 'attributes', 'events', or 'purchases'") }
  },
  category: "invalid",
  retry: "never",
  means: "Not one of the attributes, events and purchases in the call is valid.",
  remedy:
    "Read the minor errors: each names the list, the place in it and what is wrong; correct those objects.",
  see: page.track
}) {}

/** More than 50 merges in one call. Send fewer. */
export class TooManyMerges extends Failure<TooManyMerges>()("Braze.TooManyMerges", {
  signature: { status: 400, body: { message: contains("may not contain more than 50 merge updates") } },
  category: "too-large",
  retry: "split",
  means: "One call has more than 50 merge updates.",
  remedy: "Send at most 50 merge updates in one call.",
  see: page.merge
}) {}

/** The merge updates do not have the documented form. */
export class InvalidMerge extends Failure<InvalidMerge>()("Braze.InvalidMerge", {
  signature: {
    status: 400,
    body: {
      message: oneOf(
        contains("'merge_updates' must be an array of objects"),
        contains("'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'"),
        contains("identifiers must be objects with an 'external_id' property")
      )
    }
  },
  category: "invalid",
  retry: "never",
  means: "The merge updates do not have the documented form.",
  remedy:
    "Give each update an identifier to merge and one to keep, each by external id, alias, email or phone.",
  see: page.merge
}) {}

/** There is no subscription group with this id. Copy it from the subscription group page. */
export class InvalidSubscriptionGroupId extends Failure<InvalidSubscriptionGroupId>()(
  "Braze.InvalidSubscriptionGroupId",
  {
    signature: { status: 400, body: { message: contains("Invalid subscription group ID") } },
    category: "not-found",
    retry: "never",
    means: "The id is not the id of a subscription group.",
    remedy: "Copy the id from the subscription group's page in the dashboard.",
    see: page.subscriptionSet
  }
) {}

/** The call names users by email and by phone, where only one is allowed. Make two calls. */
export class EmailAndPhoneGiven extends Failure<EmailAndPhoneGiven>()("Braze.EmailAndPhoneGiven", {
  signature: {
    status: ["4xx", "2xx"],
    body: { message: contains("Either an email address or a phone number should be provided, but not both") }
  },
  category: "invalid",
  retry: "never",
  means: "The call names users both by email address and by phone number, and Braze takes only one of them.",
  remedy: "Make one call with the email addresses and another with the phone numbers.",
  see: page.subscriptionSet
}) {}
