/** Fields of Metrix's requests with personal data. The body of its answers is not documented. */
import type { Privacy } from "../../contract/privacy.ts"

/** A user id may be a user name, an e-mail or a phone number. */
export const privacy: Privacy = {
  personal: [
    "customUserId",
    "metrixUserId",
    "firstName",
    "lastName",
    "phoneNumber",
    "hashedPhoneNumber",
    "email",
    "hashedEmail",
    "country",
    "city",
    "region",
    "locality",
    "gender",
    "birthday",
    "customAttributes",
    "attributes",
    "recipients",
    "message"
  ]
}
