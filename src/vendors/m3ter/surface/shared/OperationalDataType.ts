/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's OperationalDataType. */
export const OperationalDataType = lazy(() =>
  Schema.Literals([
    "BILLS",
    "COMMITMENTS",
    "ACCOUNTS",
    "BALANCES",
    "CONTRACTS",
    "ACCOUNT_PLANS",
    "AGGREGATIONS",
    "PLANS",
    "PRICING",
    "PRICING_BANDS",
    "BILL_LINE_ITEMS",
    "METERS",
    "PRODUCTS",
    "COMPOUND_AGGREGATIONS",
    "PLAN_GROUPS",
    "PLAN_GROUP_LINKS",
    "PLAN_TEMPLATES",
    "BALANCE_TRANSACTIONS",
    "TRANSACTION_TYPES",
    "CHARGES"
  ])
)
