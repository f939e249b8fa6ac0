/** Braze: sms. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Day, items, optional, whole } from "../../../contract/described.ts"
import { allOrNone, atLeastOne } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidListRange } from "../failures.ts"
import { answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"

const listInvalidPhoneNumbersPage = operation("listInvalidPhoneNumbers", () => ({
  method: "GET",
  path: "/sms/invalid_phone_numbers",
  input: snake(
    {
      /** A day, as 2026-01-31. */ startDate: optional(Day()),
      /** A day, as 2026-01-31. */ endDate: optional(Day()),
      phoneNumbers: optional(Schema.Array(Schema.String)),
      /** 1 to 500. */ limit: optional(whole(1, 500)),
      /** At least 0. */ offset: optional(whole(0)),
      reason: optional(Schema.Literals(["provider_error", "deactivated"]))
    },
    allOrNone("startDate", "endDate"),
    atLeastOne("startDate", "phoneNumbers")
  ),
  output: answer({
    sms: Schema.Array(
      snake({
        phone: optional(Schema.String),
        invalidDetectedAt: optional(Schema.String),
        reason: optional(Schema.String)
      })
    )
  }),
  idempotent: true,
  fails: [InvalidListRange],
  permission: "sms.invalid_phone_numbers",
  see: "https://www.braze.com/docs/api/endpoints/sms"
}))

/**
 * Lists invalid phone numbers; `.stream` reads all pages: `GET /sms/invalid_phone_numbers`. Needs the permission
 * `sms.invalid_phone_numbers`. `startDate` and `endDate` go together. At least one of `startDate` and `phoneNumbers`.
 */
export const listInvalidPhoneNumbers = Pages.byOffset(listInvalidPhoneNumbersPage, {
  items: ({ sms }) => sms,
  offset: "offset",
  limit: "limit",
  size: 100
})

/**
 * Removes invalid phone numbers: `POST /sms/invalid_phone_numbers/remove`. Idempotent: a repeat ends in the same state. Needs
 * the permission `sms.invalid_phone_numbers.remove`.
 */
export const removeInvalidPhoneNumbers = operation("removeInvalidPhoneNumbers", () => ({
  method: "POST",
  path: "/sms/invalid_phone_numbers/remove",
  input: requestBody(
    snake({
      /** 1 to 50 items. */ phoneNumbers: items(Schema.String, 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "sms.invalid_phone_numbers.remove",
  see: "https://www.braze.com/docs/api/endpoints/sms"
}))
