/** How IXON's derived lists are read on. */
import type * as Schema from "effect/Schema"
import type { Operation } from "../../../contract/Operation.ts"
import { byHalvedToken } from "../../../many/pages/halved.ts"
import type { IxonApi } from "../vendor.ts"
import { halfPages, joined, type Page, type pageInput, pages } from "./shape.ts"

type PageInput = Schema.Struct.Type<Pick<ReturnType<typeof pageInput>, "pageSize" | "pageAfter">>

/** A list of the operation that reads one page: read page by page, and a page that takes IXON too long in halves. */
export const listed = <Input extends PageInput, Item, Error>(
  page: Operation<Input, Page<Item>, Error, IxonApi>
) => byHalvedToken(page, { ...pages, ...halfPages, items: ({ data }) => data, join: joined })
