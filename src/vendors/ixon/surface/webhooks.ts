/** IXON: webhooks. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { BackendComponentMessageTrigger } from "./shared/BackendComponentMessageTrigger.ts"
import { operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's WebhookSubscription, as it comes. */
export interface WebhookSubscription extends Made<typeof webhookSubscriptionFields> {}
const webhookSubscriptionFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  callbackUrl: attribute(Schema.String),
  timeout: attribute(Schema.Finite)
}))
export const WebhookSubscription = opaque<WebhookSubscription>()(webhookSubscriptionFields)

/** Deletes webhook subscriptions: `DELETE /webhook-subscriptions`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteWebhookSubscriptions = operation("deleteWebhookSubscriptions", () => ({
  method: "DELETE",
  path: "/webhook-subscriptions",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists webhook subscriptions; `.stream` reads all pages: `GET /webhook-subscriptions`. */
export const listWebhookSubscriptions = operation("listWebhookSubscriptions", () => ({
  method: "GET",
  path: "/webhook-subscriptions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(WebhookSubscription())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates webhook subscriptions: `PATCH /webhook-subscriptions`. Idempotent: it sets values, whatever they were. */
export const updateWebhookSubscriptions = operation("updateWebhookSubscriptions", () => ({
  method: "PATCH",
  path: "/webhook-subscriptions",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 8000. */ timeout: optional(whole(1, 8000)),
      /** At most 2048 characters. */ callbackUrl: optional(text(0, 2048))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates webhook subscriptions: `POST /webhook-subscriptions`. Not idempotent: a repeat creates another. */
export const createWebhookSubscriptions = operation("createWebhookSubscriptions", () => ({
  method: "POST",
  path: "/webhook-subscriptions",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 8000. */ timeout: optional(whole(1, 8000)),
      /** At most 2048 characters. */ callbackUrl: text(0, 2048)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a webhook subscription: `DELETE /webhook-subscriptions/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteWebhookSubscription = operation("deleteWebhookSubscription", () => ({
  method: "DELETE",
  path: "/webhook-subscriptions/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a webhook subscription: `GET /webhook-subscriptions/{publicId}`. */
export const getWebhookSubscription = operation("getWebhookSubscription", () => ({
  method: "GET",
  path: "/webhook-subscriptions/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: WebhookSubscription(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a webhook subscription: `PATCH /webhook-subscriptions/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateWebhookSubscription = operation("updateWebhookSubscription", () => ({
  method: "PATCH",
  path: "/webhook-subscriptions/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 8000. */ timeout: optional(whole(1, 8000)),
    /** At most 2048 characters. */ callbackUrl: optional(text(0, 2048))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists webhook subscription triggers; `.stream` reads all pages: `GET /webhook-subscriptions/{publicId}/triggers`. */
export const listWebhookSubscriptionTriggers = operation("listWebhookSubscriptionTriggers", () => ({
  method: "GET",
  path: "/webhook-subscriptions/{publicId}/triggers",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(BackendComponentMessageTrigger())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)
