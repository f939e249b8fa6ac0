/** m3ter: commitments. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import {
  Day,
  above,
  items,
  numeric,
  objects,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed, searched } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** m3ter's CommitmentResponse, as it comes. */
export interface CommitmentResponse extends Made<typeof commitmentResponseFields> {}
const commitmentResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  accountId: optional(Schema.String),
  billingPlanId: optional(Schema.String),
  productIds: optional(Schema.Array(Schema.String)),
  startDate: optional(Schema.String),
  endDate: optional(Schema.String),
  currency: optional(Schema.String),
  amount: optional(Schema.Finite),
  amountPrePaid: optional(Schema.Finite),
  amountFirstBill: optional(Schema.Finite),
  amountSpent: optional(Schema.Finite),
  overageSurchargePercent: optional(Schema.Finite),
  separateOverageUsage: optional(Schema.Boolean),
  billingInterval: optional(Schema.Finite),
  billingOffset: optional(Schema.Finite),
  commitmentFeeDescription: optional(Schema.String),
  commitmentUsageDescription: optional(Schema.String),
  overageDescription: optional(Schema.String),
  commitmentFeeBillInAdvance: optional(Schema.Boolean),
  billEpoch: optional(Schema.String),
  contractId: optional(Schema.String),
  accountingProductId: optional(Schema.String),
  feesAccountingProductId: optional(Schema.String),
  drawdownsAccountingProductId: optional(Schema.String),
  feeDates: optional(
    objects({
      date: optional(Schema.String),
      amount: optional(Schema.Finite),
      servicePeriodStartDate: optional(Schema.DateTimeUtcFromString),
      servicePeriodEndDate: optional(Schema.DateTimeUtcFromString)
    })
  ),
  childBillingMode: optional(words("PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD")),
  lineItemTypes: optional(Schema.Array(open(CommitmentLineItemType()))),
  ...audit()
}))
export const CommitmentResponse = opaque<CommitmentResponse>()(commitmentResponseFields)

/** m3ter's CommitmentLineItemType. */
export const CommitmentLineItemType = lazy(() =>
  Schema.Literals([
    "STANDING_CHARGE",
    "USAGE",
    "MINIMUM_SPEND",
    "COUNTER_RUNNING_TOTAL_CHARGE",
    "COUNTER_ADJUSTMENT_DEBIT"
  ])
)

/** m3ter's CommitmentFee. */
export interface CommitmentFee extends Made<typeof commitmentFeeFields> {}
const commitmentFeeFields = lazy(() => ({
  /** A day, as 2026-01-31. */ date: Day(),
  /** More than 0. */ amount: above(0, Schema.Finite),
  /** A time, sent in UTC. */ servicePeriodStartDate: Moment.Text(),
  /** A time, sent in UTC. */ servicePeriodEndDate: Moment.Text()
}))
export const CommitmentFee = opaque<CommitmentFee>()(commitmentFeeFields)

const commitmentRequest = lazy(() => ({
  /** Exactly 36 characters. */ accountId: text(36, 36),
  /** At most 36 characters. */ billingPlanId: optional(text(0, 36)),
  /** At most 100 items. */ productIds: optional(items(Schema.String, 0, 100)),
  /** A day, as 2026-01-31. */ startDate: Day(),
  /** A day, as 2026-01-31. */ endDate: Day(),
  /** Not empty. */ currency: text(1),
  /** More than 0. */ amount: above(0, Schema.Finite),
  /** At least 0. */ amountPrePaid: optional(numeric(0)),
  /** At least 0. */ amountFirstBill: optional(numeric(0)),
  overageSurchargePercent: optional(Schema.Finite),
  separateOverageUsage: optional(Schema.Boolean),
  /** 1 to 365. */ billingInterval: optional(whole(1, 365)),
  /** 0 to 364. */ billingOffset: optional(whole(0, 364)),
  /** At most 200 characters. */ commitmentFeeDescription: optional(text(0, 200)),
  /** At most 200 characters. */ commitmentUsageDescription: optional(text(0, 200)),
  /** At most 200 characters. */ overageDescription: optional(text(0, 200)),
  commitmentFeeBillInAdvance: optional(Schema.Boolean),
  /** A day, as 2026-01-31. */ billEpoch: optional(Day()),
  /** Exactly 36 characters. */ contractId: optional(text(36, 36)),
  /** Exactly 36 characters. */ accountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ feesAccountingProductId: optional(text(36, 36)),
  /** Exactly 36 characters. */ drawdownsAccountingProductId: optional(text(36, 36)),
  feeDates: optional(Schema.Array(CommitmentFee())),
  childBillingMode: optional(Schema.Literals(["PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD"])),
  lineItemTypes: optional(Schema.Array(CommitmentLineItemType()))
}))

/** Lists commitments; `.stream` reads all pages: `GET /organizations/{orgId}/commitments`. */
export const listCommitments = operation("listCommitments", () => ({
  method: "GET",
  path: "/organizations/{orgId}/commitments",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    /** Exactly 36 characters. */ accountId: optional(text(36, 36)),
    /** Exactly 36 characters. */ productId: optional(text(36, 36)),
    date: optional(Schema.String),
    endDateStart: optional(Schema.String),
    endDateEnd: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    /** At most 36 characters; or null. */ contractId: optional(Schema.NullOr(text(0, 36)))
  }),
  output: withoutNulls(Schema.Struct(page(CommitmentResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a commitment: `POST /organizations/{orgId}/commitments`. Not idempotent: a repeat may create another. */
export const createCommitment = operation("createCommitment", () => ({
  method: "POST",
  path: "/organizations/{orgId}/commitments",
  input: Schema.Struct({ ...commitmentRequest() }),
  output: withoutNulls(CommitmentResponse()),
  idempotent: false
}))

/** Searches commitments; `.stream` reads all pages: `GET /organizations/{orgId}/commitments/search`. */
export const searchCommitments = operation("searchCommitments", () => ({
  method: "GET",
  path: "/organizations/{orgId}/commitments/search",
  input: Schema.Struct({
    searchQuery: optional(Schema.String),
    fromDocument: optional(Schema.Int),
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    operator: optional(Schema.Literals(["AND", "OR"])),
    sortBy: optional(Schema.String),
    sortOrder: optional(Schema.Literals(["ASC", "DESC"]))
  }),
  output: withoutNulls(Schema.Struct(page(CommitmentResponse()))),
  idempotent: true
})).pipe(searched(10))

/** Deletes a commitment: `DELETE /organizations/{orgId}/commitments/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteCommitment = operation("deleteCommitment", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/commitments/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(CommitmentResponse()),
  idempotent: true
}))

/** Gets a commitment: `GET /organizations/{orgId}/commitments/{id}`. */
export const getCommitment = operation("getCommitment", () => ({
  method: "GET",
  path: "/organizations/{orgId}/commitments/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(CommitmentResponse()),
  idempotent: true
}))

/** Updates a commitment: `PUT /organizations/{orgId}/commitments/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateCommitment = operation("updateCommitment", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/commitments/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36),
    version: Schema.Int,
    ...commitmentRequest()
  }),
  output: withoutNulls(CommitmentResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCommitment, "id")
}))
