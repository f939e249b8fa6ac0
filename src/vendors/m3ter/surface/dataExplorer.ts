/** m3ter: dataExplorer. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  items,
  objects,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { LineItemType } from "./shared/LineItemType.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's BillDataResponse, as it comes. */
export interface BillDataResponse extends Made<typeof billDataResponseFields> {}
const billDataResponseFields = lazy(() => ({
  values: optional(
    objects({
      updatedDate: optional(Schema.DateTimeUtcFromString),
      dimensions: optional(LineItemDimensions()),
      measures: optional(
        Schema.Struct({
          convertedSubtotal: optional(Schema.Finite),
          subtotal: optional(Schema.Finite),
          version: optional(Schema.Finite),
          conversionRate: optional(Schema.Finite),
          quantity: optional(Schema.Finite),
          units: optional(Schema.Finite)
        })
      ),
      billDetails: optional(BillDetails())
    })
  )
}))
export const BillDataResponse = opaque<BillDataResponse>()(billDataResponseFields)

/** m3ter's LineItemDimensions, as it comes. */
export interface LineItemDimensions extends Made<typeof lineItemDimensionsFields> {}
const lineItemDimensionsFields = lazy(() => ({
  account: optional(Schema.String),
  accountName: optional(Schema.String),
  accountId: optional(Schema.String),
  parentAccountCode: optional(Schema.String),
  parentAccountName: optional(Schema.String),
  parentAccountId: optional(Schema.String),
  childAccountId: optional(Schema.String),
  description: optional(Schema.String),
  lineItemType: optional(open(LineItemType())),
  productName: optional(Schema.String),
  quantityUnit: optional(Schema.String),
  subtotalUnit: optional(Schema.String),
  convertedSubtotalUnit: optional(Schema.String),
  billId: optional(Schema.String),
  externalInvoiceReference: optional(Schema.String),
  commitmentId: optional(Schema.String),
  billLineItemId: optional(Schema.String)
}))
export const LineItemDimensions = opaque<LineItemDimensions>()(lineItemDimensionsFields)

/** m3ter's BillDetails, as it comes. */
export interface BillDetails extends Made<typeof billDetailsFields> {}
const billDetailsFields = lazy(() => ({
  day: optional(Schema.Finite),
  week: optional(Schema.String),
  year: optional(Schema.Finite),
  month: optional(Schema.String),
  locked: optional(Schema.String),
  status: optional(Schema.String),
  dueDate: optional(Schema.String),
  startDate: optional(Schema.String),
  endDate: optional(Schema.String),
  servicePeriodStartDate: optional(Schema.String),
  servicePeriodEndDate: optional(Schema.String),
  billDate: optional(Schema.String),
  timezone: optional(Schema.String),
  yearMonth: optional(Schema.String),
  billCurrency: optional(Schema.String),
  billingFrequency: optional(Schema.String)
}))
export const BillDetails = opaque<BillDetails>()(billDetailsFields)

/** Creates query bill data: `POST /organizations/{orgId}/dataexplorer/bills`. Gives at most 2,000 rows. */
export const createQueryBillData = operation("createQueryBillData", () => ({
  method: "POST",
  path: "/organizations/{orgId}/dataexplorer/bills",
  input: Schema.Struct({
    /** A time, sent in UTC. */ startDate: Moment.Text(),
    /** A time, sent in UTC. */ endDate: Moment.Text(),
    /** At most 100 items. */
    dimensions: optional(
      items(
        Schema.Struct({
          /** Not empty. */ name: text(1),
          attributes: optional(Schema.Array(Schema.String)),
          /** Not empty. */ filter: items(Schema.String, 1)
        }),
        0,
        100
      )
    ),
    /** Not empty. */ lineItemTypes: items(LineItemType(), 1),
    /** 1 to 2000. */ limit: optional(whole(1, 2000))
  }),
  output: withoutNulls(BillDataResponse()),
  idempotent: true,
  reads: true,
  quota: "data-explorer"
}))
