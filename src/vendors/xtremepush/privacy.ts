/** Fields of Xtremepush's requests and answers with personal data, and with secrets whose names do not say so. */
import type { Privacy } from "../../contract/privacy.ts"

/** Rows follow the columns of their import, and conditions hold the values they look for: both are hidden whole. */
export const privacy: Privacy = {
  personal: [
    "rows",
    "condition",
    "items",
    "user_attributes",
    "value",
    "target",
    "target_with_params",
    "params",
    "user_id",
    "external_id",
    "email",
    "mobile_number",
    "whatsapp_number",
    "first_name",
    "last_name",
    "name",
    "avatar_url",
    "address",
    "device_id",
    "profile_id"
  ],
  secrets: ["assertion", "otp", "otp_code", "otp_id", "request_id"]
}
