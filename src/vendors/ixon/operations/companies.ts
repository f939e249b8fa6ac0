/** Companies: whose agents and users they are. Most other operations work on the one company that the layer names. */
import * as Schema from "effect/Schema"
import { operation } from "../vendor.ts"
import { attribute, Attributes, CompanyId, pageInput, pageKeys, pageOf } from "./parts.ts"

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

/** Lists the companies that the credentials may see, one page at a time. It needs no `companyId`. */
export const listCompanies = operation("Ixon.listCompanies", {
  method: "GET",
  path: "/companies",
  input: Schema.Struct(pageInput).pipe(Schema.encodeKeys(pageKeys)),
  output: CompanyPage,
  repeatable: true,
  quota: "source-ip",
  see: "IXON API reference, CompanyList"
})

/** Gets one company. It needs no `companyId`. */
export const getCompany = operation("Ixon.getCompany", {
  method: "GET",
  path: "/companies/{publicId}",
  input: Schema.Struct({ publicId: CompanyId, fields: pageInput.fields }),
  output: Company,
  from: "body.data",
  repeatable: true,
  quota: "source-ip",
  see: "IXON API reference, Company"
})
