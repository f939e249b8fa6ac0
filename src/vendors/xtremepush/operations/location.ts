/** Locations: geofences and iBeacons. */
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import * as Failures from "../failures.ts"
import { operation } from "../vendor.ts"
import { Numeric, rows, Text } from "./answer.ts"
import { Attributes, filled, flat, listed, Lookup, Query } from "./question.ts"

const see = "https://support.xtremepush.com/hc/en-us/articles/115001058185"

/** The kinds of location. */
export const locationType = { geofence: 0, iBeacon: 2 } as const

const wireNames = {
  groups: "groups_str",
  iBeaconMajor: "ibeacon_major",
  iBeaconMinor: "ibeacon_minor",
  iBeaconUuid: "ibeacon_uuid"
} as const

const texts = {
  address: Text,
  /** Two letters. */
  country: Text,
  /** In degrees, as the vendor writes it: a text. */
  latitude: Text,
  longitude: Text,
  /** Names, separated by commas. */
  groups: Text,
  iBeaconMajor: Text,
  iBeaconMinor: Text,
  iBeaconUuid: Text
}

const read = {
  ...Struct.map(
    Struct.map({ title: Text, ...texts, projectId: Numeric, radius: Numeric, type: Numeric }, Schema.NullOr),
    Schema.optionalKey
  ),
  attributes: Attributes
}

const readNames = { ...wireNames, projectId: "project_id" } as const

/** A location, as far as the answer has it: `select` narrows it. What has no field of its own stands in `attributes`. */
export interface Location extends Schema.Schema.Type<typeof LocationFields> {}
const LocationFields = flat(
  Schema.Struct({ id: Schema.optionalKey(Numeric), ...read }).pipe(Schema.encodeKeys(readNames))
)
export const Location = Schema.Opaque<Location>()(LocationFields)

/** A location that has just been created: a `Location` that has its `id`. */
export interface CreatedLocation extends Schema.Schema.Type<typeof CreatedLocationFields> {}
const CreatedLocationFields = flat(Schema.Struct({ id: Numeric, ...read }).pipe(Schema.encodeKeys(readNames)))
export const CreatedLocation = Schema.Opaque<CreatedLocation>()(CreatedLocationFields)

/** A location to be created. What has no field of its own goes into `attributes` under the vendor's name. */
export interface LocationDraft extends Schema.Schema.Type<typeof DraftFields> {}
const DraftFields = flat(
  Schema.Struct({
    title: filled("a location has a title"),
    /** One of `locationType`. */
    type: Schema.Literals([0, 2]),
    ...Struct.map(texts, Schema.optionalKey),
    radius: Schema.optionalKey(Schema.Finite),
    attributes: Schema.optionalKey(Attributes)
  })
    .check(
      Schema.makeFilter((location) =>
        (["iBeaconMajor", "iBeaconUuid"] as const)
          .filter((name) => location.type === locationType.iBeacon && (location[name] ?? "").trim() === "")
          .map((name) => ({ path: [name], issue: "an iBeacon needs it, as a text that is not blank" }))
      )
    )
    .pipe(Schema.encodeKeys(wireNames))
)
export const LocationDraft = Schema.Opaque<LocationDraft>()(DraftFields)

/** Creates a location. Not idempotent: there is no key that keeps it from being created twice. */
export const createLocation = operation("Xtremepush.createLocation", {
  method: "POST",
  path: "/api/external/create/location",
  input: LocationDraft,
  output: CreatedLocation,
  from: "body.model",
  idempotent: false,
  quota: "location",
  see
})

/** Reads one location. */
export const infoLocation = operation("Xtremepush.infoLocation", {
  method: "POST",
  path: "/api/external/info/location",
  input: Lookup,
  output: Location,
  from: "body.model",
  fails: [Failures.BlankId],
  idempotent: true,
  reads: true,
  quota: "location",
  see
})

/**
 * Reads a page of locations; `.stream` reads them all, page by page. Give it an `order` that stays, such as `["id"]`: pages are
 * counted off from the first row, so rows that move between two pages are read twice or not at all.
 */
export const listLocations = listed(
  operation("Xtremepush.listLocations", {
    method: "POST",
    path: "/api/external/list/location",
    input: Query,
    output: rows(Location),
    idempotent: true,
    reads: true,
    quota: "location",
    see
  })
)
