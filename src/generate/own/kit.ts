/** What the operations of a user's own vendor are written with. */
import type { Described } from "../description.ts"
import type { Kit } from "../emit/kit.ts"
import type { Facts } from "../facts/schema.ts"
import { member, quoted } from "./code.ts"

/** How a list is read on. */
const paged = (page: string, { paging }: Described): string => {
  if (paging === undefined) return page
  const items = paging.items === "" ? "(page) => page" : `(page) => ${member("page", paging.items)} ?? []`
  const into = quoted(paging.into)
  switch (paging.style) {
    case "token":
      return `Pages.byToken(${page}, { items: ${items}, token: (page) => ${member("page", paging.token ?? "")}, into: ${into} })`
    case "offset":
      return `Pages.byOffset(${page}, { items: ${items}, offset: ${into}, limit: ${quoted(paging.size ?? "")}, size: ${paging.usual} })`
    case "page":
      return `Pages.byNumber(${page}, { items: ${items}, page: ${into}, first: ${paging.first ?? 1}, size: ${paging.usual} })`
    case "link":
      return `Pages.byLink(${page}, { items: ${items}, into: ${into} })`
  }
}

/** What the operations of the vendor are written with. */
export const kitOf = (facts: Facts): Kit => ({
  title: facts.vendor.name,
  parts: {},
  makers: {},
  host: Object.keys(facts.hosts)[0] ?? "main",
  quota: "default",
  field: (code) => `optional(${code})`,
  guaranteed: facts.answers?.guaranteed ?? ["id"],
  output: (code) => `withoutNulls(${code})`,
  page: (item) => item,
  map: "Schema.Record(Schema.String, Schema.Unknown)",
  imports: Object.fromEntries(facts.failures.map(({ tag }) => [tag, "failures"])),
  names: {},
  rename: (name) => name,
  open: true,
  paged,
  see: facts.vendor.docs
})
