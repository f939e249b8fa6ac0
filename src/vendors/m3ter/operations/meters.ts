/** Meters: what kinds of usage are measured, and the data fields of each. */
import * as Schema from "effect/Schema"
import { withoutNulls } from "../../../contract/nulls.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
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
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Meter”"

// API reference: `pageSize` 1 to 100.
const mostPerPage = 100

/** What a data field holds: MEASURE, INCOME and COST are numbers, the others texts. */
export const DataFieldCategory = lazy(() =>
  Schema.Literals(["WHO", "WHERE", "WHAT", "OTHER", "METADATA", "MEASURE", "INCOME", "COST"])
)

const dataField = lazy(() => ({
  /** What the field holds: MEASURE, INCOME and COST are numbers, the others texts. */
  category: DataFieldCategory(),
  /** What measurements name the field by, as in a formula. */
  code: FieldCode(),
  /** Name of the field. */
  name: Name(),
  /** Unit of the numbers, in UCUM notation; for numbers only. */
  unit: Schema.optionalKey(text(1, 50))
}))

const NewDataFieldFields = lazy(() => Schema.Struct(dataField()))

/** A field that measurements of the meter carry. */
export interface NewDataField extends Schema.Schema.Type<ReturnType<typeof NewDataFieldFields>> {}
export const NewDataField = lazy(() => Schema.Opaque<NewDataField>()(NewDataFieldFields()))

const NewDerivedFieldFields = lazy(() =>
  Schema.Struct({
    ...dataField(),
    /** The formula by which m3ter calculates it from the other fields: 1 to 5,000 characters. */
    calculation: text(1, 5000)
  })
)

/** A field that m3ter calculates from the others. */
export interface NewDerivedField extends Schema.Schema.Type<ReturnType<typeof NewDerivedFieldFields>> {}
export const NewDerivedField = lazy(() => Schema.Opaque<NewDerivedField>()(NewDerivedFieldFields()))

const written = lazy(() => ({
  /** Name of the meter. */
  name: Name(),
  /** What measurements name the meter by. */
  code: Code(),
  /** The fields that measurements of the meter carry: 1 to 15. */
  dataFields: Schema.Array(NewDataField()).check(
    Schema.isBetweenLength(1, 15, { message: "1 to 15 data fields" })
  ),
  /** The fields that m3ter calculates: at most 15. `[]` where there are none: m3ter does not take a meter without the list. */
  derivedFields: Schema.Array(NewDerivedField()).check(
    Schema.isMaxLength(15, { message: "at most 15 derived fields" })
  ),
  /** Id of the product that the meter belongs to. Absent for a global meter. */
  productId: Schema.optionalKey(Reference()),
  /** Id of the group of meters that it belongs to. */
  groupId: Schema.optionalKey(Reference()),
  /** Fields of your own, by name: texts or numbers, at most 100. An update erases those that it leaves out. */
  customFields: Schema.optionalKey(CustomFields())
}))

const NewMeterFields = lazy(() => Schema.Struct(written()))

/** A meter to be created. */
export interface NewMeter extends Schema.Schema.Type<ReturnType<typeof NewMeterFields>> {}
export const NewMeter = lazy(() => Schema.Opaque<NewMeter>()(NewMeterFields()))

const MeterUpdateFields = lazy(() =>
  Schema.Struct({
    /** Id of the meter to replace. */
    id: Id(),
    /** The version that the meter has now; m3ter refuses any other. */
    version: Version(),
    ...written()
  })
)

/** The whole meter as it is to be from now on: custom fields that are left out are erased. */
export interface MeterUpdate extends Schema.Schema.Type<ReturnType<typeof MeterUpdateFields>> {}
export const MeterUpdate = lazy(() => Schema.Opaque<MeterUpdate>()(MeterUpdateFields()))

const storedField = lazy(() => ({
  category: Schema.optionalKey(Schema.Union([DataFieldCategory(), Schema.String])),
  code: Schema.optionalKey(Schema.String),
  name: Schema.optionalKey(Schema.String),
  unit: Schema.optionalKey(Schema.String)
}))

const MeterFields = lazy(() =>
  Schema.Struct({
    ...stored(),
    name: Schema.optionalKey(Schema.String),
    code: Schema.optionalKey(Schema.String),
    productId: Schema.optionalKey(Schema.String),
    groupId: Schema.optionalKey(Schema.String),
    dataFields: Schema.optionalKey(Schema.Array(Schema.Struct(storedField()))),
    derivedFields: Schema.optionalKey(
      Schema.Array(Schema.Struct({ ...storedField(), calculation: Schema.optionalKey(Schema.String) }))
    )
  })
)

/** A meter. */
export interface Meter extends Schema.Schema.Type<ReturnType<typeof MeterFields>> {}
export const Meter = lazy(() => Schema.Opaque<Meter>()(MeterFields()))

const MeterPageFields = lazy(() => Schema.Struct(page(Meter())))

/** A page of meters, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface MeterPage extends Schema.Schema.Type<ReturnType<typeof MeterPageFields>> {}
export const MeterPage = lazy(() => Schema.Opaque<MeterPage>()(MeterPageFields()))

const onePage = operation("listMeters", () => ({
  method: "GET",
  path: "/organizations/{orgId}/meters",
  input: Schema.Struct({
    ...selection(mostPerPage),
    /** Only meters of one of these products, by id. */
    productId: Schema.optionalKey(Schema.Array(Schema.String)),
    /** Only meters with one of these codes. */
    codes: Schema.optionalKey(Schema.Array(Schema.String))
  }),
  output: withoutNulls(MeterPage()),
  idempotent: true,
  see
}))

/** Lists meters, a page (at most 100) at a time, or with `.stream` all of them; only those of the products, ids or codes that are given. */
export const listMeters = Pages.byToken(
  // The usual length of a page is not published: at most this.
  Split.page(onePage, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the meter of that id. A code in its place is not found. */
export const getMeter = operation("getMeter", () => ({
  method: "GET",
  path: "/organizations/{orgId}/meters/{id}",
  input: Schema.Struct({
    /** Id of the meter, never its code. */
    id: Id()
  }),
  output: withoutNulls(Meter()),
  idempotent: true,
  see
}))

/** Creates a meter. Its code is unique, but what m3ter answers to a second one is not documented: list by code before repeating. */
export const createMeter = operation("createMeter", () => ({
  method: "POST",
  path: "/organizations/{orgId}/meters",
  input: NewMeter(),
  output: withoutNulls(Meter()),
  idempotent: false,
  // The code is unique.
  settles: {
    guardedBy: "unique",
    read: listMeters,
    code: "code",
    ask: ({ code }) => ({ codes: [code] }),
    found: ({ data }: MeterPage) => data
  },
  see
}))

/**
 * Replaces the whole meter, if it still has that version. Custom fields that are left out are erased, and a field that an
 * aggregation uses cannot be dropped. After an unknown delivery read the meter again: a repeat of what was applied is refused.
 */
export const updateMeter = operation("updateMeter", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/meters/{id}",
  input: MeterUpdate(),
  output: withoutNulls(Meter()),
  idempotent: false,
  version: "version",
  settles: {
    guardedBy: "version",
    read: getMeter,
    version: "version",
    ask: ({ id }) => ({ id }),
    found: (answer: Meter) => [answer]
  },
  notes: ["Custom fields that were left out of the update are erased."],
  see
}))
