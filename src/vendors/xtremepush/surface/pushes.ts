/** Xtremepush: pushes. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import { snake } from "../../../contract/snake.ts"
import { BlankId } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { rows } from "../operations/envelope.ts"
import { Numeric, Text, optionalOrNull } from "../operations/fields.ts"
import { Lookup, Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

/** Reads a push: `POST /api/external/info/push`. Needs the permission `Info`. */
export const infoPush = operation("infoPush", () => ({
  method: "POST",
  path: "/api/external/info/push",
  input: Lookup(),
  output: Attributes(),
  from: "model",
  idempotent: true,
  reads: true,
  fails: [BlankId],
  quota: "push",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/push-list-device"
}))

const listPushesPage = operation("listPushes", () => ({
  method: "POST",
  path: "/api/external/list/push",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "push",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/push-list-device"
}))

/** Lists pushes; `.stream` reads all pages: `POST /api/external/list/push`. Needs the permission `List`. */
export const listPushes = paged(listPushesPage)

const listPushDevicesPage = operation("listPushDevices", () => ({
  method: "POST",
  path: "/api/external/list/push-devices",
  input: Query(),
  output: rows(
    snake({
      actionId: optionalOrNull(Numeric()),
      campaignId: optionalOrNull(Numeric()),
      deviceId: optionalOrNull(Text()),
      createTime: optionalOrNull(Numeric()),
      error: optionalOrNull(Text()),
      errorMessage: optionalOrNull(Text()),
      message: optionalOrNull(Text())
    })
  ),
  idempotent: true,
  reads: true,
  quota: "push",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/push-list-device"
}))

/** Lists push devices; `.stream` reads all pages: `POST /api/external/list/push-devices`. Needs the permission `List`. */
export const listPushDevices = paged(listPushDevicesPage)
