/** m3ter: currencies. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, open, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's CurrencyResponse, as it comes. */
export interface CurrencyResponse extends Made<typeof currencyResponseFields> {}
const currencyResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  code: optional(Schema.String),
  name: optional(Schema.String),
  archived: optional(Schema.Boolean),
  maxDecimalPlaces: optional(Schema.Finite),
  roundingMode: optional(open(RoundingMode())),
  ...audit()
}))
export const CurrencyResponse = opaque<CurrencyResponse>()(currencyResponseFields)

/** m3ter's RoundingMode. */
export const RoundingMode = lazy(() =>
  Schema.Literals(["UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN", "UNNECESSARY"])
)

const currencyRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^[\p{L}_$][\p{L}_$0-9]*$/u, text(0, 80))),
  /** 1 to 200 characters. */ name: text(1, 200),
  archived: optional(Schema.Boolean),
  /** 0 to 5. */ maxDecimalPlaces: optional(whole(0, 5)),
  roundingMode: optional(RoundingMode())
}))

/** Lists currencies; `.stream` reads all pages: `GET /organizations/{orgId}/picklists/currency`. */
export const listCurrencies = operation("listCurrencies", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/currency",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    archived: optional(Schema.Boolean)
  }),
  output: withoutNulls(Schema.Struct(page(CurrencyResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a currency: `POST /organizations/{orgId}/picklists/currency`. Not idempotent: a repeat may create another. */
export const createCurrency = operation("createCurrency", () => ({
  method: "POST",
  path: "/organizations/{orgId}/picklists/currency",
  input: Schema.Struct({ ...currencyRequest() }),
  output: withoutNulls(CurrencyResponse()),
  idempotent: false,
  settles: byCode(listCurrencies, "code")
}))

/** Deletes a currency: `DELETE /organizations/{orgId}/picklists/currency/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteCurrency = operation("deleteCurrency", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/picklists/currency/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CurrencyResponse()),
  idempotent: true
}))

/** Gets a currency: `GET /organizations/{orgId}/picklists/currency/{id}`. */
export const getCurrency = operation("getCurrency", () => ({
  method: "GET",
  path: "/organizations/{orgId}/picklists/currency/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CurrencyResponse()),
  idempotent: true
}))

/** Updates a currency: `PUT /organizations/{orgId}/picklists/currency/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateCurrency = operation("updateCurrency", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/picklists/currency/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...currencyRequest() }),
  output: withoutNulls(CurrencyResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCurrency, "id")
}))
