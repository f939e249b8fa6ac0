/** Companies: the owners of agents and users. Most other operations work on the one company that the layer names. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import {
  attribute,
  Attributes,
  CompanyId,
  halfPages,
  joined,
  listNotes,
  pageInput,
  pageKeys,
  pageOf,
  pages,
  readNotes
} from "./shape.ts"

const Source = lazy(() => Schema.Union([Schema.Literals(["sector", "company", "disabled"]), Schema.String]))

/** A company. `publicId` is what the layer takes as `companyId`. */
export interface Company extends Schema.Schema.Type<ReturnType<typeof CompanyFields>> {}
const CompanyFields = lazy(() =>
  Schema.Struct({
    publicId: attribute(Schema.String),
    name: attribute(Schema.String),
    custom: attribute(Attributes()),
    branding: attribute(Attributes()),
    customTermsOfUse: attribute(Source()),
    customPrivacyStatement: attribute(Source()),
    latestTermsOfUse: attribute(Attributes()),
    latestPrivacyStatement: attribute(Attributes())
  })
)
export const Company = lazy(() => Schema.Opaque<Company>()(CompanyFields()))

/** A page of companies. */
export interface CompanyPage extends Schema.Schema.Type<ReturnType<typeof CompanyPageFields>> {}
const CompanyPageFields = lazy(() => Schema.Struct(pageOf(Company())))
export const CompanyPage = lazy(() => Schema.Opaque<CompanyPage>()(CompanyPageFields()))

const onePage = operation("listCompanies", () => ({
  method: "GET",
  path: "/companies",
  input: Schema.Struct(pageInput()).pipe(Schema.encodeKeys(pageKeys)),
  output: CompanyPage(),
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: listNotes,
  see: "IXON API reference, CompanyList"
}))

/** Lists the companies that the credentials may see, a page at a time, or with `.stream` all of them. It needs no `companyId`. */
export const listCompanies = Pages.byToken(Split.page(onePage, { ...halfPages, join: joined }), {
  ...pages,
  items: ({ data }) => data
})

/** Gets one company. It needs no `companyId`. */
export const getCompany = operation("getCompany", () => ({
  method: "GET",
  path: "/companies/{publicId}",
  input: Schema.Struct({
    /** Id of the company. */
    publicId: CompanyId(),
    /** Attributes to read: `name`, `*`, `type.name`, `type(name,description)`. Without it, IXON sends only a few. */
    fields: pageInput().fields
  }),
  output: Company(),
  from: "data",
  idempotent: true,
  secrets: ["downloadUrl"],
  notes: readNotes,
  see: "IXON API reference, Company"
}))
