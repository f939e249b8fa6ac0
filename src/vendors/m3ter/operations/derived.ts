/** What m3ter's derived operations are made of besides the parts of all: how lists are read on, and how doubts are settled. */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { optional } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import type { Operation } from "../../../contract/Operation.ts"
import type { ByUniqueCode, ByVersion } from "../../../contract/operation/settles.ts"
import { byHalvedOffset, byHalvedToken } from "../../../many/pages/halved.ts"
import type { M3terApi } from "../vendor.ts"
import { halves, joined, type Page, pages } from "./parts.ts"

/** When an object was made and changed, and by whom. */
export const audit = lazy(() => ({
  dtCreated: optional(Schema.DateTimeUtcFromString),
  dtLastModified: optional(Schema.DateTimeUtcFromString),
  createdBy: optional(Schema.String),
  lastModifiedBy: optional(Schema.String)
}))

interface PageInput {
  readonly pageSize?: number | null
  readonly nextToken?: string | null
}

/** A list of the operation that reads one page: read page by page, and a page that is too large in halves. */
export const listed =
  (usual: number) =>
  <Input extends PageInput, Item, Error>(page: Operation<Input, Page<Item>, Error, M3terApi>) =>
    byHalvedToken(page, { ...pages, ...halves(usual), items: ({ data }) => data, join: joined })

interface SearchInput {
  readonly pageSize?: number
  readonly fromDocument?: number
}

/** A search of the operation that reads one page: by the number of its first document, and a page that is too large in halves. */
export const searched =
  (usual: number) =>
  <Input extends SearchInput, Item, Error>(page: Operation<Input, Page<Item>, Error, M3terApi>) =>
    byHalvedOffset(page, {
      items: ({ data }) => data,
      offset: "fromDocument",
      limit: "pageSize",
      size: usual,
      join: joined
    })

/** An operation that reads. */
type Read<Output> = { readonly tag: string } & ((input: never) => Effect.Effect<Output, unknown, unknown>)

const picked = <Name extends string>(
  input: Readonly<Record<Name, string>>,
  names: ReadonlyArray<Name>
): Readonly<Record<string, string>> => Object.fromEntries(names.map((name) => [name, input[name]]))

/** An update of a version is settled by reading the object at its path: `names` are those in the path. */
export const byVersion = <Output, Name extends string = never>(
  read: Read<Output>,
  ...names: ReadonlyArray<Name>
): ByVersion<Readonly<Record<Name, string>>, Output> => ({
  guardedBy: "version",
  read,
  version: "version",
  ask: (input) => picked(input, names),
  found: (answer: Output) => [answer]
})

/** A create with a code that no other object has is settled by listing that code: `names` are those in the path of the list. */
export const byCode = <Item, Code extends string, Name extends string = never>(
  read: Read<Page<Item>>,
  code: Code,
  ...names: ReadonlyArray<Name>
): ByUniqueCode<Readonly<Record<Name, string> & { [_ in Code]?: string }>, Item> => ({
  guardedBy: "unique",
  read,
  code,
  ask: (input) => {
    const { [code]: value } = input
    return value === undefined ? undefined : { ...picked(input, names), [`${code}s`]: [value] }
  },
  found: ({ data }: Page<Item>) => data
})
