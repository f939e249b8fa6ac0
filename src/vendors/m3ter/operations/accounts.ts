/** Accounts: the end customers that usage is measured and billed for. */
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
  Day,
  Id,
  joined,
  Name,
  page,
  selection,
  stored,
  text,
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Account”"

// API reference: `pageSize` 1 to 100.
const mostPerPage = 100

const StatementMode = lazy(() => Schema.Literals(["NONE", "JSON", "JSON_AND_CSV"]))
const CreditType = lazy(() => Schema.Literals(["PREPAYMENT", "BALANCE"]))

const NewAddressFields = lazy(() =>
  Schema.Struct({
    addressLine1: Schema.optionalKey(text(0, 50)),
    addressLine2: Schema.optionalKey(text(0, 50)),
    addressLine3: Schema.optionalKey(Schema.String),
    addressLine4: Schema.optionalKey(Schema.String),
    locality: Schema.optionalKey(text(0, 100)),
    region: Schema.optionalKey(text(0, 50)),
    postCode: Schema.optionalKey(text(0, 20)),
    country: Schema.optionalKey(text(0, 100))
  })
)

/** Where an account's holder lives. */
export interface NewAddress extends Schema.Schema.Type<ReturnType<typeof NewAddressFields>> {}
export const NewAddress = lazy(() => Schema.Opaque<NewAddress>()(NewAddressFields()))

const written = lazy(() => ({
  name: Name(),
  /** What measurements name the account by. */
  code: Code(),
  emailAddress: Schema.String.check(Schema.isPattern(/^[^\s@]+@[^\s@]+$/, { message: "an e-mail address" })),
  address: Schema.optionalKey(NewAddress()),
  parentAccountId: Schema.optionalKey(Schema.String),
  billEpoch: Schema.optionalKey(Day()),
  purchaseOrderNumber: Schema.optionalKey(text(0, 100)),
  currency: Schema.optionalKey(Schema.String),
  statementDefinitionId: Schema.optionalKey(Schema.String),
  autoGenerateStatementMode: Schema.optionalKey(StatementMode()),
  creditApplicationOrder: Schema.optionalKey(Schema.Array(CreditType())),
  daysBeforeBillDue: Schema.optionalKey(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a whole number of days, at least 1" }))
  ),
  customFields: Schema.optionalKey(CustomFields())
}))

const NewAccountFields = lazy(() => Schema.Struct(written()))

/** An account to be created. Personal data belongs in name, address and e-mail address only. */
export interface NewAccount extends Schema.Schema.Type<ReturnType<typeof NewAccountFields>> {}
export const NewAccount = lazy(() => Schema.Opaque<NewAccount>()(NewAccountFields()))

const AccountUpdateFields = lazy(() => Schema.Struct({ id: Id(), version: Version(), ...written() }))

/** The whole account as it is to be from now on: custom fields that are left out are erased. */
export interface AccountUpdate extends Schema.Schema.Type<ReturnType<typeof AccountUpdateFields>> {}
export const AccountUpdate = lazy(() => Schema.Opaque<AccountUpdate>()(AccountUpdateFields()))

const line = lazy(() => Schema.optionalKey(Schema.String))

const AccountFields = lazy(() =>
  Schema.Struct({
    ...stored(),
    name: Schema.optionalKey(Schema.String),
    code: Schema.optionalKey(Schema.String),
    emailAddress: Schema.optionalKey(Schema.String),
    address: Schema.optionalKey(
      Schema.Struct({
        addressLine1: line(),
        addressLine2: line(),
        addressLine3: line(),
        addressLine4: line(),
        locality: line(),
        region: line(),
        postCode: line(),
        country: line()
      })
    ),
    parentAccountId: Schema.optionalKey(Schema.String),
    billEpoch: Schema.optionalKey(Schema.String),
    purchaseOrderNumber: Schema.optionalKey(Schema.String),
    currency: Schema.optionalKey(Schema.String),
    statementDefinitionId: Schema.optionalKey(Schema.String),
    autoGenerateStatementMode: Schema.optionalKey(Schema.Union([StatementMode(), Schema.String])),
    creditApplicationOrder: Schema.optionalKey(Schema.Array(Schema.Union([CreditType(), Schema.String]))),
    daysBeforeBillDue: Schema.optionalKey(Schema.Int)
  })
)

/** An account. */
export interface Account extends Schema.Schema.Type<ReturnType<typeof AccountFields>> {}
export const Account = lazy(() => Schema.Opaque<Account>()(AccountFields()))

const AccountPageFields = lazy(() => Schema.Struct(page(Account())))

/** A page of accounts, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface AccountPage extends Schema.Schema.Type<ReturnType<typeof AccountPageFields>> {}
export const AccountPage = lazy(() => Schema.Opaque<AccountPage>()(AccountPageFields()))

const onePage = operation("listAccounts", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accounts",
  input: Schema.Struct({ ...selection(mostPerPage), codes: Schema.optionalKey(Schema.Array(Schema.String)) }),
  output: withoutNulls(AccountPage()),
  idempotent: true,
  personal: ["name", "code", "codes"],
  see
}))

/** Lists accounts, a page (at most 100) at a time, or with `.stream` all of them; only those of the ids or codes that are given. */
export const listAccounts = Pages.byToken(
  // The usual length of a page is not published: at most this.
  Split.page(onePage, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the account of that id. A code in its place is not found. */
export const getAccount = operation("getAccount", () => ({
  method: "GET",
  path: "/organizations/{orgId}/accounts/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(Account()),
  idempotent: true,
  personal: ["name", "code", "codes"],
  see
}))

/** Creates an account. Its code is unique, but what m3ter answers to a second one is not documented: list by code before repeating. */
export const createAccount = operation("createAccount", () => ({
  method: "POST",
  path: "/organizations/{orgId}/accounts",
  input: NewAccount(),
  output: withoutNulls(Account()),
  idempotent: false,
  personal: ["name", "code", "codes"],
  see
}))

/**
 * Replaces the whole account, if it still has that version. Custom fields that are left out are erased. After an unknown
 * delivery read the account again: a repeat of what was applied is refused.
 */
export const updateAccount = operation("updateAccount", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/accounts/{id}",
  input: AccountUpdate(),
  output: withoutNulls(Account()),
  idempotent: false,
  version: "version",
  notes: ["Custom fields that were left out of the update are erased."],
  personal: ["name", "code", "codes"],
  see
}))
