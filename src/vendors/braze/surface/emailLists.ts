/** Braze: emailLists. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Day, items, optional, whole } from "../../../contract/described.ts"
import { atLeastOne } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidListRange } from "../failures.ts"
import { answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"

/**
 * Blacklists emails: `POST /email/blacklist`. Idempotent: a repeat ends in the same state. Needs the permission
 * `email.blacklist`. @deprecated old name of blocklist.
 */
export const blacklistEmails = operation("blacklistEmails", () => ({
  method: "POST",
  path: "/email/blacklist",
  input: requestBody(
    Schema.Struct({
      /** 1 to 50 items. */ email: items(Schema.String, 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "email.blacklist",
  deprecated: "old name of blocklist",
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

/** Blocklists emails: `POST /email/blocklist`. Idempotent: a repeat ends in the same state. Needs the permission `email.blacklist`. */
export const blocklistEmails = operation("blocklistEmails", () => ({
  method: "POST",
  path: "/email/blocklist",
  input: requestBody(
    Schema.Struct({
      /** 1 to 50 items. */ email: items(Schema.String, 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "email.blacklist",
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

/**
 * Removes hard bounces: `POST /email/bounce/remove`. Idempotent: a repeat ends in the same state. Needs the permission
 * `email.bounce.remove`.
 */
export const removeHardBounces = operation("removeHardBounces", () => ({
  method: "POST",
  path: "/email/bounce/remove",
  input: requestBody(
    Schema.Struct({
      /** 1 to 50 items. */ email: items(Schema.String, 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "email.bounce.remove",
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

const listHardBouncesPage = operation("listHardBounces", () => ({
  method: "GET",
  path: "/email/hard_bounces",
  input: snake(
    {
      /** A day, as 2026-01-31. */ startDate: optional(Day()),
      /** A day, as 2026-01-31. */ endDate: Day(),
      email: optional(Schema.String),
      /** 1 to 500. */ limit: optional(whole(1, 500)),
      /** At least 0. */ offset: optional(whole(0))
    },
    atLeastOne("startDate", "email")
  ),
  output: answer({
    emails: Schema.Array(snake({ email: optional(Schema.String), hardBouncedAt: optional(Schema.String) }))
  }),
  idempotent: true,
  fails: [InvalidListRange],
  permission: "email.hard_bounces",
  notes: ["With an address, the dates say nothing."],
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

/**
 * Lists hard bounces; `.stream` reads all pages: `GET /email/hard_bounces`. Needs the permission `email.hard_bounces`. At least
 * one of `startDate` and `email`. With an address, the dates say nothing.
 */
export const listHardBounces = Pages.byOffset(listHardBouncesPage, {
  items: ({ emails }) => emails,
  offset: "offset",
  limit: "limit",
  size: 100
})

/**
 * Removes spam reports: `POST /email/spam/remove`. Idempotent: a repeat ends in the same state. Needs the permission
 * `email.spam.remove`.
 */
export const removeSpamReports = operation("removeSpamReports", () => ({
  method: "POST",
  path: "/email/spam/remove",
  input: requestBody(
    Schema.Struct({
      /** 1 to 50 items. */ email: items(Schema.String, 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "email.spam.remove",
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

/**
 * Sets an email status: `POST /email/status`. Idempotent: a repeat ends in the same state. Needs the permission `email.status`.
 * An address that nobody has is no failure.
 */
export const setEmailStatus = operation("setEmailStatus", () => ({
  method: "POST",
  path: "/email/status",
  input: requestBody(
    snake({
      /** 1 to 50 items. */ email: items(Schema.String, 1, 50),
      subscriptionState: Schema.Literals(["subscribed", "unsubscribed", "opted_in"])
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "email.status",
  notes: ["An address that nobody has is no failure."],
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

const listUnsubscribesPage = operation("listUnsubscribes", () => ({
  method: "GET",
  path: "/email/unsubscribes",
  input: snake(
    {
      /** A day, as 2026-01-31. */ startDate: optional(Day()),
      /** A day, as 2026-01-31. */ endDate: Day(),
      email: optional(Schema.String),
      /** 2 to 500. */ limit: optional(whole(2, 500)),
      /** At least 0. */ offset: optional(whole(0)),
      sortDirection: optional(Schema.Literals(["asc", "desc"]))
    },
    atLeastOne("startDate", "email")
  ),
  output: answer({
    emails: Schema.Array(snake({ email: optional(Schema.String), unsubscribedAt: optional(Schema.String) }))
  }),
  idempotent: true,
  fails: [InvalidListRange],
  permission: "email.unsubscribe",
  notes: ["With an address, the dates say nothing."],
  see: "https://www.braze.com/docs/api/endpoints/email"
}))

/**
 * Lists unsubscribes; `.stream` reads all pages: `GET /email/unsubscribes`. Needs the permission `email.unsubscribe`. At least
 * one of `startDate` and `email`. With an address, the dates say nothing.
 */
export const listUnsubscribes = Pages.byOffset(listUnsubscribesPage, {
  items: ({ emails }) => emails,
  offset: "offset",
  limit: "limit",
  size: 100
})
