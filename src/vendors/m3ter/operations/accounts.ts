/** Accounts: the end customers that usage is measured and billed for. */
import * as Schema from "effect/Schema"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Day, Email } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import {
  after,
  Code,
  CustomFields,
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
    /** First line of the address: at most 50 characters. */
    addressLine1: Schema.optionalKey(text(0, 50)),
    /** Second line of the address: at most 50 characters. */
    addressLine2: Schema.optionalKey(text(0, 50)),
    /** Third line of the address. */
    addressLine3: Schema.optionalKey(Schema.String),
    /** Fourth line of the address. */
    addressLine4: Schema.optionalKey(Schema.String),
    /** Town or city: at most 100 characters. */
    locality: Schema.optionalKey(text(0, 100)),
    /** Region, county or state: at most 50 characters. */
    region: Schema.optionalKey(text(0, 50)),
    /** Postal code: at most 20 characters. */
    postCode: Schema.optionalKey(text(0, 20)),
    /** Country: at most 100 characters. */
    country: Schema.optionalKey(text(0, 100))
  })
)

/** Where an account's holder lives. */
export interface NewAddress extends Schema.Schema.Type<ReturnType<typeof NewAddressFields>> {}
export const NewAddress = lazy(() => Schema.Opaque<NewAddress>()(NewAddressFields()))

const written = lazy(() => ({
  /** Name of the account. It may hold personal data, as the address and the e-mail address may. */
  name: Name(),
  /** What measurements name the account by. */
  code: Code(),
  /** E-mail address of the account's holder. */
  emailAddress: Email(),
  /** Postal address of the account's holder. */
  address: Schema.optionalKey(NewAddress()),
  /** Id of the account above this one, where accounts form a hierarchy. */
  parentAccountId: Schema.optionalKey(Schema.String),
  /** The day from which billing periods are counted: `YYYY-MM-DD`. */
  billEpoch: Schema.optionalKey(Day()),
  /** Purchase order number of the account's holder. */
  purchaseOrderNumber: Schema.optionalKey(text(0, 100)),
  /** Code of the currency that the account is billed in: `USD`. */
  currency: Schema.optionalKey(Schema.String),
  /** Id of the definition that bill statements follow. */
  statementDefinitionId: Schema.optionalKey(Schema.String),
  /** Whether statements are made with each bill, and in which form. */
  autoGenerateStatementMode: Schema.optionalKey(StatementMode()),
  /** Which credit pays for a bill first: prepayments or balances. */
  creditApplicationOrder: Schema.optionalKey(Schema.Array(CreditType())),
  /** Days from a bill to the day it is due, at least 1. */
  daysBeforeBillDue: Schema.optionalKey(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a whole number of days, at least 1" }))
  ),
  /** Fields of your own, by name: texts or numbers, at most 100. An update erases those that it leaves out. */
  customFields: Schema.optionalKey(CustomFields())
}))

const NewAccountFields = lazy(() => Schema.Struct(written()))

/** An account to be created. Personal data belongs in name, address and e-mail address only. */
export interface NewAccount extends Schema.Schema.Type<ReturnType<typeof NewAccountFields>> {}
export const NewAccount = lazy(() => Schema.Opaque<NewAccount>()(NewAccountFields()))

const AccountUpdateFields = lazy(() =>
  Schema.Struct({
    /** Id of the account to replace. */
    id: Id(),
    /** The version that the account has now; m3ter refuses any other. */
    version: Version(),
    ...written()
  })
)

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
  input: Schema.Struct({
    ...selection(mostPerPage),
    /** Only accounts with one of these codes. */
    codes: Schema.optionalKey(Schema.Array(Schema.String))
  }),
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
  input: Schema.Struct({
    /** Id of the account, never its code. */
    id: Id()
  }),
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
  // The code is unique.
  settles: {
    guardedBy: "unique",
    read: listAccounts,
    code: "code",
    ask: ({ code }) => ({ codes: [code] }),
    found: ({ data }: AccountPage) => data
  },
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
  settles: {
    guardedBy: "version",
    read: getAccount,
    version: "version",
    ask: ({ id }) => ({ id }),
    found: (answer: Account) => [answer]
  },
  notes: ["Custom fields that were left out of the update are erased."],
  personal: ["name", "code", "codes"],
  see
}))
