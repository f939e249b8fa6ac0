/** Braze: userExports. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { items, optional } from "../../../contract/described.ts"
import { atLeastOne } from "../../../contract/fieldRules.ts"
import { Secret } from "../../../contract/secretText.ts"
import { snake } from "../../../contract/snake.ts"
import { JobInProgress, MaxIdsAndAliasesExceeded, MaxIdsExceeded } from "../failures.ts"
import { ExternalId, Text, UserAlias, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/**
 * Exports a control group: `POST /users/export/global_control_group`. Not idempotent: a repeat starts another export. Needs the
 * permission `users.export.global_control_group`. Started, not done. `url` leads to the file once it is ready, for a few hours;
 * whoever has it can read the profiles.
 */
export const exportControlGroup = operation("exportControlGroup", () => ({
  method: "POST",
  path: "/users/export/global_control_group",
  input: requestBody(
    snake({
      /** Not empty. */ fieldsToExport: items(Schema.String, 1),
      callbackEndpoint: optional(Schema.String),
      outputFormat: optional(Schema.Literals(["zip", "gzip"]))
    })
  ),
  output: answer({ objectPrefix: optional(Schema.String), url: optional(Secret()) }),
  idempotent: false,
  fails: [JobInProgress],
  permission: "users.export.global_control_group",
  secrets: ["url"],
  notes: [
    "Started, not done. `url` leads to the file once it is ready, for a few hours; whoever has it can read the profiles."
  ],
  job: true,
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/**
 * Exports users by ids: `POST /users/export/ids`. Needs the permission `users.export.ids`. At least one of `externalIds`,
 * `userAliases`, `deviceId`, `brazeId`, `emailAddress` and `phone`. An id that nobody has is no failure: `invalidUserIds` lists
 * it. What a profile lacks is left out of it.
 */
export const exportUsersByIds = operation("exportUsersByIds", () => ({
  method: "POST",
  path: "/users/export/ids",
  input: requestBody(
    snake(
      {
        /** At most 50 items. */ externalIds: optional(items(ExternalId(), 0, 50)),
        /** At most 50 items. */ userAliases: optional(items(UserAlias(), 0, 50)),
        deviceId: optional(Schema.String),
        brazeId: optional(Schema.String),
        emailAddress: optional(Schema.String),
        phone: optional(Schema.String),
        fieldsToExport: optional(Schema.Array(Schema.String))
      },
      atLeastOne("externalIds", "userAliases", "deviceId", "brazeId", "emailAddress", "phone")
    )
  ),
  output: answer({
    users: Schema.Array(Schema.Record(Schema.String, Schema.Json)),
    invalidUserIds: optional(Schema.Array(Schema.String))
  }),
  idempotent: true,
  reads: true,
  fails: [MaxIdsAndAliasesExceeded, MaxIdsExceeded],
  quota: "export-ids",
  permission: "users.export.ids",
  notes: [
    "An id that nobody has is no failure: `invalidUserIds` lists it. What a profile lacks is left out of it."
  ],
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/**
 * Exports users by segment: `POST /users/export/segment`. Not idempotent: it starts an export; a second one is refused with 429
 * while it runs. Needs the permission `users.export.segment`. Started, not done: one export of a segment at a time, and 100 of a
 * company. `url` leads to the file once it is ready, for a few hours; whoever has it can read the profiles.
 */
export const exportUsersBySegment = operation("exportUsersBySegment", () => ({
  method: "POST",
  path: "/users/export/segment",
  input: requestBody(
    snake({
      segmentId: Text(),
      /** Not empty. */ fieldsToExport: items(Schema.String, 1),
      callbackEndpoint: optional(Schema.String),
      /** At most 500 items. */ customAttributesToExport: optional(items(Schema.String, 0, 500)),
      outputFormat: optional(Schema.Literals(["zip", "gzip"]))
    })
  ),
  output: answer({ objectPrefix: optional(Schema.String), url: optional(Secret()) }),
  idempotent: false,
  fails: [JobInProgress],
  permission: "users.export.segment",
  secrets: ["url"],
  notes: [
    "Started, not done: one export of a segment at a time, and 100 of a company.",
    "`url` leads to the file once it is ready, for a few hours; whoever has it can read the profiles."
  ],
  job: "segmentId",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))
