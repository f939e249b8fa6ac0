/** Locations: geofences and iBeacons. */
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import { DataObject } from "../../../contract/Data.ts"
import { lazy } from "../../../contract/lazy.ts"
import { proven } from "../../../contract/Operation.ts"
import { type Always, BlankId } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { vendor, XtremepushApi } from "../vendor.ts"
import { Attributes, flat } from "./attributes.ts"
import { rows } from "./envelope.ts"
import { filled, Numeric, Text } from "./fields.ts"
import { Lookup, paged, Query } from "./listing.ts"

const operation = proven<Always>()(XtremepushApi, vendor, { quota: "location", see: page.errors })

/** The kinds of location. */
export const locationType = { geofence: 0, iBeacon: 2 } as const

const wireNames = {
  groups: "groups_str",
  iBeaconMajor: "ibeacon_major",
  iBeaconMinor: "ibeacon_minor",
  iBeaconUuid: "ibeacon_uuid"
} as const

const texts = lazy(() => ({
  /** Postal address. */
  address: Text(),
  /** Country: two letters. */
  country: Text(),
  /** Latitude in degrees, as the vendor writes it: a text. */
  latitude: Text(),
  /** Longitude in degrees, as the vendor writes it: a text. */
  longitude: Text(),
  /** Groups of locations that it belongs to: names, separated by commas. */
  groups: Text(),
  /** Major number of the iBeacon, as text. An iBeacon needs it. */
  iBeaconMajor: Text(),
  /** Minor number of the iBeacon, as text. */
  iBeaconMinor: Text(),
  /** UUID of the iBeacon. An iBeacon needs it. */
  iBeaconUuid: Text()
}))

const numbers = lazy(() => ({ projectId: Numeric(), radius: Numeric(), type: Numeric() }))

const read = lazy(() => ({
  ...Struct.map(Struct.map({ title: Text(), ...texts(), ...numbers() }, Schema.NullOr), Schema.optionalKey),
  attributes: Attributes()
}))

const readNames = { ...wireNames, projectId: "project_id" } as const

const LocationFields = lazy(() =>
  flat(Schema.Struct({ id: Schema.optionalKey(Numeric()), ...read() }).pipe(Schema.encodeKeys(readNames)))
)

/** A location, as far as the answer has it: `select` chooses attributes. What has no field of its own is in `attributes`. */
export interface Location extends Schema.Schema.Type<ReturnType<typeof LocationFields>> {}
export const Location = lazy(() => Schema.Opaque<Location>()(LocationFields()))

const CreatedLocationFields = lazy(() =>
  flat(Schema.Struct({ id: Numeric(), ...read() }).pipe(Schema.encodeKeys(readNames)))
)

/** A location that has just been created: a `Location` that has its `id`. */
export interface CreatedLocation extends Schema.Schema.Type<ReturnType<typeof CreatedLocationFields>> {}
export const CreatedLocation = lazy(() => Schema.Opaque<CreatedLocation>()(CreatedLocationFields()))

const DraftFields = lazy(() =>
  flat(
    Schema.Struct({
      /** The name of the location. */
      title: filled("a location has a title"),
      /** The kind, one of `locationType`: 0 a geofence, 2 an iBeacon. */
      type: Schema.Literals([0, 2]),
      ...Struct.map(texts(), Schema.optionalKey),
      /** Radius of the geofence. Its unit is not documented. */
      radius: Schema.optionalKey(Schema.Finite),
      /** Attributes that have no field of their own here, by the vendor's name. */
      attributes: Schema.optionalKey(DataObject())
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
)

/** A location to create. What has no field of its own goes into `attributes`, by the vendor's name. */
export interface LocationDraft extends Schema.Schema.Type<ReturnType<typeof DraftFields>> {}
export const LocationDraft = lazy(() => Schema.Opaque<LocationDraft>()(DraftFields()))

/** Creates a location. Not idempotent: there is no idempotency key, so a repeat creates it twice. */
export const createLocation = operation("createLocation", () => ({
  method: "POST",
  path: "/api/external/create/location",
  input: LocationDraft(),
  output: CreatedLocation(),
  from: "model",
  idempotent: false,
  permission: "Create"
}))

/** Reads one location. */
export const infoLocation = operation("infoLocation", () => ({
  method: "POST",
  path: "/api/external/info/location",
  input: Lookup(),
  output: Location(),
  from: "model",
  fails: [BlankId],
  idempotent: true,
  reads: true,
  permission: "Info"
}))

const onePage = operation("listLocations", () => ({
  method: "POST",
  path: "/api/external/list/location",
  input: Query(),
  output: rows(Location()),
  idempotent: true,
  reads: true,
  permission: "List"
}))

/**
 * Reads a page of locations; `.stream` reads them all, page by page. Give it an `order` that does not change, such as `["id"]`:
 * pages are counted from the first row, so rows that move between two pages are read twice or not at all.
 */
export const listLocations = paged(onePage)
