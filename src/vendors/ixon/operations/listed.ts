/** How IXON's derived lists are read on. */
import type * as Schema from "effect/Schema"
import type { Operation } from "../../../contract/Operation.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import type { IxonApi } from "../vendor.ts"
import { halfPages, joined, type Page, type pageInput, pages } from "./shape.ts"

type PageInput = Schema.Struct.Type<Pick<ReturnType<typeof pageInput>, "pageSize" | "pageAfter">>

/** A list of the operation that reads one page: read page by page, and a page that takes IXON too long in halves. */
export const listed = <Input extends PageInput, Item, Error>(
  page: Operation<Input, Page<Item>, Error, IxonApi>
) =>
  Pages.byToken(
    Split.page(page, {
      ...halfPages,
      // as: the field is the input's own; that it has no other type in a narrower input cannot be said.
      next: (half) => halfPages.next(half) as Partial<Input> | undefined,
      join: joined
    }),
    { ...pages, items: ({ data }) => data }
  )
