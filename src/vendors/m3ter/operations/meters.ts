/** Meters: what kinds of usage are measured, and the data fields of each. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { TokenExpired } from "../failures.ts"
import { operation } from "../vendor.ts"
import {
  after,
  Code,
  CustomFields,
  FieldCode,
  Id,
  joined,
  Name,
  page,
  Reference,
  selection,
  stored,
  text,
  told,
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Meter”"

// API reference: `pageSize` 1 to 100.
const mostPerPage = 100

/** What a data field holds: MEASURE, INCOME and COST are numbers, the others texts. */
export const DataFieldCategory = Schema.Literals([
  "WHO",
  "WHERE",
  "WHAT",
  "OTHER",
  "METADATA",
  "MEASURE",
  "INCOME",
  "COST"
])

const dataField = {
  category: DataFieldCategory,
  code: FieldCode,
  name: Name,
  /** UCUM unit; for numbers only. */
  unit: Schema.optionalKey(text(1, 50))
}

/** A field that measurements of the meter carry. */
export interface NewDataField extends Schema.Schema.Type<typeof NewDataFieldFields> {}
const NewDataFieldFields = Schema.Struct(dataField)
export const NewDataField = Schema.Opaque<NewDataField>()(NewDataFieldFields)

/** A field that m3ter calculates from the others. */
export interface NewDerivedField extends Schema.Schema.Type<typeof NewDerivedFieldFields> {}
const NewDerivedFieldFields = Schema.Struct({ ...dataField, calculation: text(1, 5000) })
export const NewDerivedField = Schema.Opaque<NewDerivedField>()(NewDerivedFieldFields)

const written = {
  name: Name,
  code: Code,
  dataFields: Schema.Array(NewDataField).check(
    Schema.isBetweenLength(1, 15, { message: "1 to 15 data fields" })
  ),
  /** `[]` where there are none: m3ter does not take a meter without the list. */
  derivedFields: Schema.Array(NewDerivedField).check(
    Schema.isMaxLength(15, { message: "at most 15 derived fields" })
  ),
  /** Absent for a global meter. */
  productId: Schema.optionalKey(Reference),
  groupId: Schema.optionalKey(Reference),
  customFields: Schema.optionalKey(CustomFields)
}

/** A meter to be created. */
export interface NewMeter extends Schema.Schema.Type<typeof NewMeterFields> {}
const NewMeterFields = Schema.Struct(written)
export const NewMeter = Schema.Opaque<NewMeter>()(NewMeterFields)

/** A meter as it shall be from now on, whole: custom fields that are left out are erased. */
export interface MeterUpdate extends Schema.Schema.Type<typeof MeterUpdateFields> {}
const MeterUpdateFields = Schema.Struct({ id: Id, version: Version, ...written })
export const MeterUpdate = Schema.Opaque<MeterUpdate>()(MeterUpdateFields)

const storedField = {
  category: told(Schema.Union([DataFieldCategory, Schema.String])),
  code: told(Schema.String),
  name: told(Schema.String),
  unit: told(Schema.String)
}

/** A meter. */
export interface Meter extends Schema.Schema.Type<typeof MeterFields> {}
const MeterFields = Schema.Struct({
  ...stored,
  name: told(Schema.String),
  code: told(Schema.String),
  productId: told(Schema.String),
  groupId: told(Schema.String),
  dataFields: told(Schema.Array(Schema.Struct(storedField))),
  derivedFields: told(Schema.Array(Schema.Struct({ ...storedField, calculation: told(Schema.String) })))
})
export const Meter = Schema.Opaque<Meter>()(MeterFields)

/** A page of meters, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface MeterPage extends Schema.Schema.Type<typeof MeterPageFields> {}
const MeterPageFields = Schema.Struct(page(Meter))
export const MeterPage = Schema.Opaque<MeterPage>()(MeterPageFields)

const inPages = operation("M3ter.listMeters", {
  method: "GET",
  path: "/organizations/{orgId}/meters",
  input: Schema.Struct({
    ...selection(mostPerPage),
    productId: Schema.optionalKey(Schema.Array(Schema.String)),
    codes: Schema.optionalKey(Schema.Array(Schema.String))
  }),
  output: MeterPage,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Lists meters, a page (at most 100) at a time, or with `.stream` all of them; only those of the products, ids or codes that are given. */
export const listMeters = Pages.byToken(
  // How long a page is where no length is given is not published: at most this.
  Split.page(inPages, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the meter of that id. A code in its place is not found. */
export const getMeter = operation("M3ter.getMeter", {
  method: "GET",
  path: "/organizations/{orgId}/meters/{id}",
  input: Schema.Struct({ id: Id }),
  output: Meter,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Creates a meter. Its code is unique, but what m3ter answers to a second one is not documented: list by code before repeating. */
export const createMeter = operation("M3ter.createMeter", {
  method: "POST",
  path: "/organizations/{orgId}/meters",
  input: NewMeter,
  output: Meter,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})

/**
 * Replaces a meter, whole, if it still has that version. Custom fields that are left out are erased, and a field that an
 * aggregation uses cannot be dropped. After an unknown delivery read the meter again: a repeat of what was applied is refused.
 */
export const updateMeter = operation("M3ter.updateMeter", {
  method: "PUT",
  path: "/organizations/{orgId}/meters/{id}",
  input: MeterUpdate,
  output: Meter,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})
