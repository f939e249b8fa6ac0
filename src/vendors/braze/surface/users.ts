/** Braze: users. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, optional } from "../../../contract/described.ts"
import { inAll } from "../../../contract/fieldRules.ts"
import { lazy } from "../../../contract/lazy.ts"
import { snake } from "../../../contract/snake.ts"
import {
  InvalidMerge,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  MaxInputLengthExceeded,
  NoValidData,
  TooManyMerges
} from "../failures.ts"
import { Event, Purchase } from "../operations/events.ts"
import { trackIsIdempotent } from "../operations/idempotency.ts"
import { UserAttributes } from "../operations/profiles.ts"
import { ExternalId, Prioritization, Text, UserAlias, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/** Braze's UserIdentifier. */
export const UserIdentifier = lazy(() =>
  Schema.Union([
    snake({ externalId: ExternalId() }),
    snake({ userAlias: UserAlias() }),
    Schema.Struct({ email: Text(), prioritization: Prioritization() }),
    Schema.Struct({ phone: Text(), prioritization: Prioritization() })
  ])
)

/** Creates user aliases: `POST /users/alias/new`. Idempotent: a repeat ends in the same state. Needs the permission `users.alias.new`. */
export const createUserAliases = operation("createUserAliases", () => ({
  method: "POST",
  path: "/users/alias/new",
  input: requestBody(
    snake({
      /** 1 to 50 items. */
      userAliases: items(
        snake({ externalId: optional(ExternalId()), aliasName: Text(), aliasLabel: Text() }),
        1,
        50
      )
    })
  ),
  output: answer({ aliasesProcessed: optional(Schema.Finite) }),
  idempotent: true,
  fails: [MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  quota: "users",
  permission: "users.alias.new",
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Updates user aliases: `POST /users/alias/update`. Idempotent: a repeat ends in the same state, and finds nothing. Needs the
 * permission `users.alias.update`.
 */
export const updateUserAliases = operation("updateUserAliases", () => ({
  method: "POST",
  path: "/users/alias/update",
  input: requestBody(
    snake({
      /** 1 to 50 items. */
      aliasUpdates: items(snake({ aliasLabel: Text(), oldAliasName: Text(), newAliasName: Text() }), 1, 50)
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  quota: "users",
  permission: "users.alias.update",
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Removes external ids: `POST /users/external_ids/remove`. Idempotent: a repeat ends in the same state, and reports errors in a
 * success. Needs the permission `users.external_ids.remove`. `removalErrors` names what was not removed: an answer of success
 * says nothing of each.
 */
export const removeExternalIds = operation("removeExternalIds", () => ({
  method: "POST",
  path: "/users/external_ids/remove",
  input: requestBody(
    snake({
      /** 1 to 50 items. */ externalIds: items(ExternalId(), 1, 50)
    })
  ),
  output: answer({
    removedIds: optional(Schema.Array(Schema.String)),
    removalErrors: optional(Schema.Array(Schema.Unknown))
  }),
  idempotent: true,
  quota: "external-ids-remove",
  permission: "users.external_ids.remove",
  notes: ["`removalErrors` names what was not removed: an answer of success says nothing of each."],
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Renames external ids: `POST /users/external_ids/rename`. Idempotent: a repeat ends in the same state, and reports errors in a
 * success. Needs the permission `users.external_ids.rename`. `renameErrors` names what was not renamed: an answer of success
 * says nothing of each.
 */
export const renameExternalIds = operation("renameExternalIds", () => ({
  method: "POST",
  path: "/users/external_ids/rename",
  input: requestBody(
    snake({
      /** 1 to 50 items. */
      externalIdRenames: items(snake({ currentExternalId: ExternalId(), newExternalId: ExternalId() }), 1, 50)
    })
  ),
  output: answer({
    externalIds: optional(
      Schema.Array(Schema.Union([Schema.String, Schema.Record(Schema.String, Schema.Json)]))
    ),
    renameErrors: optional(Schema.Array(Schema.Unknown))
  }),
  idempotent: true,
  quota: "external-ids-rename",
  permission: "users.external_ids.rename",
  notes: ["`renameErrors` names what was not renamed: an answer of success says nothing of each."],
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Merges users: `POST /users/merge`. Idempotent: a repeat ends in the same state, after a while. Needs the permission
 * `users.merge`. Taken, not done: users are merged later, in no particular order.
 */
export const mergeUsers = operation("mergeUsers", () => ({
  method: "POST",
  path: "/users/merge",
  input: requestBody(
    snake({
      /** 1 to 50 items. */
      mergeUpdates: items(
        snake({ identifierToMerge: UserIdentifier(), identifierToKeep: UserIdentifier() }),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [TooManyMerges, InvalidMerge],
  quota: "users",
  permission: "users.merge",
  notes: ["Taken, not done: users are merged later, in no particular order."],
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Tracks users in bulk: `POST /users/track/bulk`. Idempotent or not by its input: attributes that are only set may be set again;
 * events and purchases are counted again. Needs the permission `users.track.bulk`. At most 1,000 in `attributes`, `events` and
 * `purchases` together, and at least one. Beta: not every account has it. At most 100 objects about one user. A body of more
 * than 2 MB is refused with status 400. The counts are of objects that were queued; they are processed later. An object that a
 * warning names was not recorded.
 */
export const trackUsersInBulk = operation("trackUsersInBulk", () => ({
  method: "POST",
  path: "/users/track/bulk",
  input: requestBody(
    snake(
      {
        attributes: optional(Schema.Array(UserAttributes())),
        events: optional(Schema.Array(Event())),
        purchases: optional(Schema.Array(Purchase()))
      },
      inAll(1000, "attributes", "events", "purchases")
    ),
    2_000_000
  ),
  output: answer({
    attributesProcessed: optional(Schema.Finite),
    eventsProcessed: optional(Schema.Finite),
    purchasesProcessed: optional(Schema.Finite)
  }),
  idempotent: trackIsIdempotent,
  fails: [NoValidData, MaxInputLengthExceeded],
  quota: "track-bulk",
  permission: "users.track.bulk",
  notes: [
    "At most 100 objects about one user.",
    "A body of more than 2 MB is refused with status 400.",
    "The counts are of objects that were queued; they are processed later. An object that a warning names was not recorded."
  ],
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))

/**
 * Tracks user at once: `POST /users/track/sync`. Idempotent or not by its input: attributes that are only set may be set again;
 * events and purchases are counted again. Needs the permission `users.track.sync`. At most 1 in `attributes`, `events` and
 * `purchases` together, and at least one. Beta: not every account has it.
 */
export const trackUserAtOnce = operation("trackUserAtOnce", () => ({
  method: "POST",
  path: "/users/track/sync",
  input: requestBody(
    snake(
      {
        /** At most 1 item. */ attributes: optional(items(UserAttributes(), 0, 1)),
        /** At most 1 item. */ events: optional(items(Event(), 0, 1)),
        /** At most 1 item. */ purchases: optional(items(Purchase(), 0, 1))
      },
      inAll(1, "attributes", "events", "purchases")
    )
  ),
  output: answer({ users: optional(Schema.Array(Schema.Record(Schema.String, Schema.Json))) }),
  idempotent: trackIsIdempotent,
  fails: [NoValidData, MaxInputLengthExceeded],
  quota: "track-sync",
  permission: "users.track.sync",
  see: "https://www.braze.com/docs/api/endpoints/user_data"
}))
