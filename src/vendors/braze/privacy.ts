/** Fields of Braze's requests and answers with personal data, and with secrets whose names do not say so. */
import type { Privacy } from "../../contract/privacy.ts"

/** Braze keeps profiles: whatever describes a user, what is sent to one, and every attribute of the caller's own is personal. */
export const privacy: Privacy = {
  personal: [
    "external_id",
    "external_ids",
    "external_user_ids",
    "braze_id",
    "user_alias",
    "user_aliases",
    "alias_name",

    "email",
    "emails",
    "email_address",
    "phone",
    "phones",
    "phone_number",
    "phone_numbers",
    "first_name",
    "last_name",
    "dob",
    "gender",
    "home_city",
    "country",
    "current_location",
    "last_coordinates",
    "language",
    "time_zone",
    "facebook",
    "twitter",
    "image_url",
    "device_id",
    "devices",
    "userName",
    "contact_emails",
    "attributes",
    "custom_attributes",
    "custom_events",
    "properties",
    "activity_attributes",
    "content_state",
    "recipients",
    "trigger_properties",
    "canvas_entry_properties",
    "context",
    "messages",
    "invalid_user_ids",
    "removed_ids",
    "removed_external_ids",
    "rename_errors",
    "removal_errors"
  ],
  // The value in the filter of a SCIM search: userName eq "…".
  parts: { filter: /"[^"]*"/g },
  secrets: ["push_tokens", "push_token", "callback_endpoint", "preference_center_url"]
}
