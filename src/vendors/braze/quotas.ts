/**
 * Braze's rate limits by class of endpoints, as its page on them has them. A count begins anew at the top of its minute or hour; half
 * of one for an hour or a day may go at once.
 *
 * Two classes have no figure that could be verified: `event-details` (/events, /custom_attributes) and `translations`. They have a
 * queue of their own, and what the headers of their answers say.
 */
import type { Quota, QuotaClass } from "../../contract/Quota.ts"
import { page } from "./failures/dialect.ts"

type Facts = Omit<Quota, "name" | "source">

const scope = "workspace"
const unstated = "whom the page does not say"

const quota = (name: string, facts: Facts): Quota => ({
  name: `braze/${name}`,
  source: page.limits,
  ...facts
})

const perMinute = (name: string, limit: number): Quota =>
  quota(name, { limit, per: "1 minute", scope, longest: "1 minute" })

const unpublished: QuotaClass = { quotas: [] }

/** The classes. */
export const quotas = {
  // A burst may go at once and the whole still fits the window: 99.5 % of the figure is released evenly, the rest is for bursts.
  shared: { quotas: [quota("shared", { limit: 250_000, per: "1 hour", burst: 250, scope })] },
  track: { quotas: [quota("track", { limit: 3_000, per: "3 seconds", burst: 14, scope })] },
  // “For most”: newer contracts have a steady limit for the hour, too, which their answers announce.
  "track-bulk": { quotas: [quota("track-bulk", { limit: 50, per: "1 second", scope: unstated })] },
  "track-sync": { quotas: [{ ...perMinute("track-sync", 500), scope: unstated }] },
  users: { quotas: [perMinute("users", 20_000)] },
  "external-ids-rename": { quotas: [perMinute("external-ids-rename", 1_000)] },
  "external-ids-remove": { quotas: [perMinute("external-ids-remove", 1_000)] },
  // Accounts from before 22 August 2024 have 2,500, which their answers announce.
  "export-ids": { quotas: [perMinute("export-ids", 250)] },
  broadcast: {
    quotas: [
      perMinute("broadcast", 250),
      // “Per unique audience.”
      { ...perMinute("broadcast/audience", 10), each: "key" }
    ]
  },
  "send-ids": { quotas: [quota("send-ids", { limit: 100, per: "1 day", atOnce: 50, scope })] },
  // Past the contract's volume only the promise of speed lapses.
  transactional: { quotas: [] },
  subscriptions: { quotas: [perMinute("subscriptions", 5_000)] },
  "preference-read": { quotas: [perMinute("preference-read", 1_000)] },
  "preference-write": { quotas: [perMinute("preference-write", 10)] },
  events: { quotas: [quota("events", { limit: 1_000, per: "1 hour", atOnce: 500, scope })] },
  "event-details": unpublished,
  "campaign-series": { quotas: [perMinute("campaign-series", 50_000)] },
  catalogs: { quotas: [perMinute("catalogs", 50)] },
  "catalog-items-sync": { quotas: [perMinute("catalog-items-sync", 50)] },
  "catalog-items-async": { quotas: [perMinute("catalog-items-async", 16_000)] },
  "catalog-schema": { quotas: [perMinute("catalog-schema", 50)] },
  "cdi-list": { quotas: [perMinute("cdi-list", 50)] },
  "cdi-sync": { quotas: [perMinute("cdi-sync", 20)] },
  "cdi-status": { quotas: [perMinute("cdi-status", 100)] },
  // Of each of its two endpoints, of which one is documented well enough to be here.
  media: { quotas: [quota("media", { limit: 100, per: "1 hour", atOnce: 50, scope })] },
  translations: unpublished,
  scim: { quotas: [quota("scim", { limit: 5_000, per: "1 day", atOnce: 2_500, scope: "company" })] }
} as const
