/** m3ter: organizationConfig. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { above, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion } from "../operations/derived.ts"
import { CurrencyConversion } from "./shared/CurrencyConversion.ts"
import { CurrencyConversionAnswer } from "./shared/CurrencyConversionAnswer.ts"
import { operation } from "../vendor.ts"

/** m3ter's OrganizationConfigResponse, as it comes. */
export interface OrganizationConfigResponse extends Made<typeof organizationConfigResponseFields> {}
const organizationConfigResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  timezone: optional(Schema.String),
  yearEpoch: optional(Schema.String),
  monthEpoch: optional(Schema.String),
  weekEpoch: optional(Schema.String),
  dayEpoch: optional(Schema.String),
  currency: optional(Schema.String),
  currencyConversions: optional(Schema.Array(CurrencyConversionAnswer())),
  daysBeforeBillDue: optional(Schema.Finite),
  scheduledBillInterval: optional(Schema.Finite),
  scheduledBillOffset: optional(Schema.Finite),
  standingChargeBillInAdvance: optional(Schema.Boolean),
  commitmentFeeBillInAdvance: optional(Schema.Boolean),
  minimumSpendBillInAdvance: optional(Schema.Boolean),
  autoApproveBillsGracePeriod: optional(Schema.Finite),
  autoApproveBillsGracePeriodUnit: optional(words("MINUTES", "HOURS", "DAYS")),
  externalInvoiceDate: optional(words("LAST_DAY_OF_ARREARS", "FIRST_DAY_OF_NEXT_PERIOD")),
  suppressedEmptyBills: optional(Schema.Boolean),
  consolidateBills: optional(Schema.Boolean),
  defaultStatementDefinitionId: optional(Schema.String),
  billPrefix: optional(Schema.String),
  sequenceStartNumber: optional(Schema.Finite),
  autoGenerateStatementMode: optional(words("NONE", "JSON", "JSON_AND_CSV")),
  creditApplicationOrder: optional(Schema.Array(words("PREPAYMENT", "BALANCE"))),
  allowNegativeBalances: optional(Schema.Boolean),
  allowOverlappingPlans: optional(Schema.Boolean),
  ...audit()
}))
export const OrganizationConfigResponse = opaque<OrganizationConfigResponse>()(
  organizationConfigResponseFields
)

/** Gets an organization config: `GET /organizations/{orgId}/organizationconfig`. */
export const getOrganizationConfig = operation("getOrganizationConfig", () => ({
  method: "GET",
  path: "/organizations/{orgId}/organizationconfig",
  input: Schema.Struct({}),
  output: withoutNulls(OrganizationConfigResponse()),
  idempotent: true
}))

/**
 * Updates an organization config: `PUT /organizations/{orgId}/organizationconfig`. Takes its present `version`: when in doubt,
 * read it again.
 */
export const updateOrganizationConfig = operation("updateOrganizationConfig", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/organizationconfig",
  input: Schema.Struct({
    version: Schema.Int,
    timezone: Schema.String,
    yearEpoch: Schema.String,
    monthEpoch: Schema.String,
    weekEpoch: Schema.String,
    dayEpoch: Schema.String,
    /** Not empty. */ currency: text(1),
    currencyConversions: optional(Schema.Array(CurrencyConversion())),
    /** More than 0. */ daysBeforeBillDue: above(0, Schema.Int),
    scheduledBillInterval: optional(Schema.Finite),
    standingChargeBillInAdvance: optional(Schema.Boolean),
    commitmentFeeBillInAdvance: optional(Schema.Boolean),
    minimumSpendBillInAdvance: optional(Schema.Boolean),
    /** 0 to 23. */ scheduledBillOffset: optional(whole(0, 23)),
    /** More than 0. */ autoApproveBillsGracePeriod: optional(above(0, Schema.Int)),
    autoApproveBillsGracePeriodUnit: optional(Schema.String),
    externalInvoiceDate: optional(Schema.String),
    suppressedEmptyBills: optional(Schema.Boolean),
    consolidateBills: optional(Schema.Boolean),
    defaultStatementDefinitionId: optional(Schema.String),
    autoGenerateStatementMode: optional(Schema.Literals(["NONE", "JSON", "JSON_AND_CSV"])),
    creditApplicationOrder: optional(Schema.Array(Schema.Literals(["PREPAYMENT", "BALANCE"]))),
    allowNegativeBalances: optional(Schema.Boolean),
    allowOverlappingPlans: optional(Schema.Boolean),
    billPrefix: optional(Schema.String),
    sequenceStartNumber: optional(Schema.Int)
  }),
  output: withoutNulls(OrganizationConfigResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getOrganizationConfig)
}))
