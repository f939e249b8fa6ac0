/** Companies: whose agents and users they are. Most other operations work on the one company that the layer names. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { operation } from "../vendor.ts"
import {
  after,
  attribute,
  Attributes,
  CompanyId,
  joined,
  pageInput,
  pageKeys,
  pageOf,
  usualPage
} from "./parts.ts"

const Source = Schema.Union([Schema.Literals(["sector", "company", "disabled"]), Schema.String])

/** A company. `publicId` is what the layer takes as `companyId`. */
export interface Company extends Schema.Schema.Type<typeof CompanyFields> {}
const CompanyFields = Schema.Struct({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  custom: attribute(Attributes),
  branding: attribute(Attributes),
  customTermsOfUse: attribute(Source),
  customPrivacyStatement: attribute(Source),
  latestTermsOfUse: attribute(Attributes),
  latestPrivacyStatement: attribute(Attributes)
})
export const Company = Schema.Opaque<Company>()(CompanyFields)

/** A page of companies. */
export interface CompanyPage extends Schema.Schema.Type<typeof CompanyPageFields> {}
const CompanyPageFields = Schema.Struct(pageOf(Company))
export const CompanyPage = Schema.Opaque<CompanyPage>()(CompanyPageFields)

const inPages = operation("Ixon.listCompanies", {
  method: "GET",
  path: "/companies",
  input: Schema.Struct(pageInput).pipe(Schema.encodeKeys(pageKeys)),
  output: CompanyPage,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, CompanyList"
})

/** Lists the companies that the credentials may see, a page at a time, or with `.stream` all of them. It needs no `companyId`. */
export const listCompanies = Pages.byToken(
  Split.page(inPages, { size: "pageSize", usual: usualPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ moreAfter }) => moreAfter, into: "pageAfter" }
)

/** Gets one company. It needs no `companyId`. */
export const getCompany = operation("Ixon.getCompany", {
  method: "GET",
  path: "/companies/{publicId}",
  input: Schema.Struct({ publicId: CompanyId, fields: pageInput.fields }),
  output: Company,
  from: "body.data",
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, Company"
})
