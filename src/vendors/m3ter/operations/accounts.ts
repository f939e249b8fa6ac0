/** Accounts: the end customers that usage is measured and billed for. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { TokenExpired } from "../failures.ts"
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
  told,
  Version
} from "./parts.ts"

const see = "m3ter API reference, “Account”"

// API reference: `pageSize` 1 to 100.
const mostPerPage = 100

const StatementMode = Schema.Literals(["NONE", "JSON", "JSON_AND_CSV"])
const CreditType = Schema.Literals(["PREPAYMENT", "BALANCE"])

/** Where an account's holder lives. */
export interface NewAddress extends Schema.Schema.Type<typeof NewAddressFields> {}
const NewAddressFields = Schema.Struct({
  addressLine1: Schema.optionalKey(text(0, 50)),
  addressLine2: Schema.optionalKey(text(0, 50)),
  addressLine3: Schema.optionalKey(Schema.String),
  addressLine4: Schema.optionalKey(Schema.String),
  locality: Schema.optionalKey(text(0, 100)),
  region: Schema.optionalKey(text(0, 50)),
  postCode: Schema.optionalKey(text(0, 20)),
  country: Schema.optionalKey(text(0, 100))
})
export const NewAddress = Schema.Opaque<NewAddress>()(NewAddressFields)

const written = {
  name: Name,
  /** What measurements name the account by. */
  code: Code,
  emailAddress: Schema.String.check(Schema.isPattern(/^[^\s@]+@[^\s@]+$/, { message: "an e-mail address" })),
  address: Schema.optionalKey(NewAddress),
  parentAccountId: Schema.optionalKey(Schema.String),
  billEpoch: Schema.optionalKey(Day),
  purchaseOrderNumber: Schema.optionalKey(text(0, 100)),
  currency: Schema.optionalKey(Schema.String),
  statementDefinitionId: Schema.optionalKey(Schema.String),
  autoGenerateStatementMode: Schema.optionalKey(StatementMode),
  creditApplicationOrder: Schema.optionalKey(Schema.Array(CreditType)),
  daysBeforeBillDue: Schema.optionalKey(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(1, { message: "a whole number of days, at least 1" }))
  ),
  customFields: Schema.optionalKey(CustomFields)
}

/** An account to be created. Personal data belongs in name, address and e-mail address only. */
export interface NewAccount extends Schema.Schema.Type<typeof NewAccountFields> {}
const NewAccountFields = Schema.Struct(written)
export const NewAccount = Schema.Opaque<NewAccount>()(NewAccountFields)

/** An account as it shall be from now on, whole: custom fields that are left out are erased. */
export interface AccountUpdate extends Schema.Schema.Type<typeof AccountUpdateFields> {}
const AccountUpdateFields = Schema.Struct({ id: Id, version: Version, ...written })
export const AccountUpdate = Schema.Opaque<AccountUpdate>()(AccountUpdateFields)

const line = told(Schema.String)

/** An account. */
export interface Account extends Schema.Schema.Type<typeof AccountFields> {}
const AccountFields = Schema.Struct({
  ...stored,
  name: told(Schema.String),
  code: told(Schema.String),
  emailAddress: told(Schema.String),
  address: told(
    Schema.Struct({
      addressLine1: line,
      addressLine2: line,
      addressLine3: line,
      addressLine4: line,
      locality: line,
      region: line,
      postCode: line,
      country: line
    })
  ),
  parentAccountId: told(Schema.String),
  billEpoch: told(Schema.String),
  purchaseOrderNumber: told(Schema.String),
  currency: told(Schema.String),
  statementDefinitionId: told(Schema.String),
  autoGenerateStatementMode: told(Schema.Union([StatementMode, Schema.String])),
  creditApplicationOrder: told(Schema.Array(Schema.Union([CreditType, Schema.String]))),
  daysBeforeBillDue: told(Schema.Int)
})
export const Account = Schema.Opaque<Account>()(AccountFields)

/** A page of accounts, newest first. No `nextToken`, or an empty one, means that it is the last. */
export interface AccountPage extends Schema.Schema.Type<typeof AccountPageFields> {}
const AccountPageFields = Schema.Struct(page(Account))
export const AccountPage = Schema.Opaque<AccountPage>()(AccountPageFields)

const inPages = operation("M3ter.listAccounts", {
  method: "GET",
  path: "/organizations/{orgId}/accounts",
  input: Schema.Struct({ ...selection(mostPerPage), codes: Schema.optionalKey(Schema.Array(Schema.String)) }),
  output: AccountPage,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Lists accounts, a page (at most 100) at a time, or with `.stream` all of them; only those of the ids or codes that are given. */
export const listAccounts = Pages.byToken(
  // How long a page is where no length is given is not published: at most this.
  Split.page(inPages, { size: "pageSize", usual: mostPerPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ nextToken }) => nextToken, into: "nextToken" }
)

/** Gets the account of that id. A code in its place is not found. */
export const getAccount = operation("M3ter.getAccount", {
  method: "GET",
  path: "/organizations/{orgId}/accounts/{id}",
  input: Schema.Struct({ id: Id }),
  output: Account,
  fails: [TokenExpired],
  idempotent: true,
  quota: "config",
  see
})

/** Creates an account. Its code is unique, but what m3ter answers to a second one is not documented: list by code before repeating. */
export const createAccount = operation("M3ter.createAccount", {
  method: "POST",
  path: "/organizations/{orgId}/accounts",
  input: NewAccount,
  output: Account,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})

/**
 * Replaces an account, whole, if it still has that version. Custom fields that are left out are erased. After an unknown
 * delivery read the account again: a repeat of what was applied is refused.
 */
export const updateAccount = operation("M3ter.updateAccount", {
  method: "PUT",
  path: "/organizations/{orgId}/accounts/{id}",
  input: AccountUpdate,
  output: Account,
  fails: [TokenExpired],
  idempotent: false,
  quota: "config",
  see
})
