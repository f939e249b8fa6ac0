/**
 * Lists that come page by page, as lazy streams. Each page is a call of its own: it is retried by itself, never from page one,
 * and a stream can be taken up again from any page's position.
 */
import { dual } from "effect/Function"
import * as Stream from "effect/Stream"
import { derive, type Operation } from "../contract/Operation.ts"
import { isRecord } from "../contract/Wire.ts"
import { cursorInLink } from "./pages/link.ts"
import { type Paged, pagesOf, type Paging, type Position } from "./pages/walk.ts"
import type { TokenOptions, OffsetOptions, NumberOptions, LinkOptions } from "./pages/options.ts"

export type { TokenOptions, OffsetOptions, NumberOptions, LinkOptions } from "./pages/options.ts"

export { cursorInLink } from "./pages/link.ts"
export type { Page, Paged, Paging, Position } from "./pages/walk.ts"

/** Makes an operation a list that can be read as a stream. The one that is given stays as it is. */
export const paged: {
  <Input, Output, Error, Api, Item>(
    paging: Paging<Input, Output, Item>
  ): (self: Operation<Input, Output, Error, Api>) => Paged<Input, Output, Error, Api, Item>
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    paging: Paging<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    paging: Paging<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item> => {
    const operation = derive(self, () => ({}))
    const pages = pagesOf(operation, paging)
    const stream = (input: Input, from?: Position) =>
      Stream.flatMap(pages(input, from), ({ items }) => Stream.fromIterable(items))
    return Object.assign(operation, { pages, stream, paging })
  }
)

// as: the fields are the input's own; a computed key widens to a string index.
const fields = <Input>(some: Position): Partial<Input> => some as Partial<Input>

const numberAt = (input: unknown, name: string, otherwise: number): number => {
  const value = isRecord(input) ? input[name] : undefined
  return typeof value === "number" ? value : otherwise
}

/**
 * Paging by a token in the answer that the next request gives back: `nextToken`, `moreAfter`. Absent, null or empty ends it.
 *
 * @example
 * ```ts
 * import { Effect, Schema, Stream } from "effect"
 * import { M3ter, Pages } from "faultline"
 * import { answer, stub } from "faultline/testing"
 *
 * const onePage = M3ter.operation("listTags", () => ({
 *   method: "GET",
 *   path: "/organizations/{orgId}/tags",
 *   input: Schema.Struct({ nextToken: Schema.optionalKey(Schema.String) }),
 *   output: Schema.Struct({ data: Schema.Array(Schema.String), nextToken: Schema.optionalKey(Schema.String) }),
 *   idempotent: true
 * }))
 * const listTags = Pages.byToken(onePage, {
 *   items: ({ data }) => data,
 *   token: ({ nextToken }) => nextToken,
 *   into: "nextToken"
 * })
 *
 * const pages = answer(onePage, ({ nextToken }) =>
 *   Effect.succeed(nextToken === undefined ? { data: ["a", "b"], nextToken: "2" } : { data: ["c"] })
 * )
 * const all = Stream.runCollect(listTags.stream({})).pipe(Effect.provide(stub(M3ter.M3terApi, pages)))
 * console.log(await Effect.runPromise(all)) // [ 'a', 'b', 'c' ]
 * ```
 */
export const byToken: {
  <Input, Output, Error, Api, Item>(
    options: TokenOptions<Input, Output, Item>
  ): (self: Operation<Input, Output, Error, Api>) => Paged<Input, Output, Error, Api, Item>
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    options: TokenOptions<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    { into, items, token }: TokenOptions<Input, Output, Item>
  ) =>
    paged(self, {
      items,
      next: (page) => {
        const next = token(page)
        return next === undefined || next === null || next === "" ? undefined : fields({ [into]: next })
      }
    })
)

/**
 * Paging by offset and limit, until an empty page: each page begins after what came, however little that was.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Pages, Xtremepush } from "faultline"
 *
 * const listTags = Xtremepush.operation("listTags", () => ({
 *   method: "POST",
 *   path: "/list/tag",
 *   input: Schema.Struct({ offset: Schema.optionalKey(Schema.Int), limit: Schema.optionalKey(Schema.Int) }),
 *   output: Schema.Struct({ rows: Schema.Array(Schema.String) }),
 *   idempotent: true,
 *   reads: true
 * })).pipe(Pages.byOffset({ items: ({ rows }) => rows, offset: "offset", limit: "limit", size: 100 }))
 * console.log(listTags.tag) // Xtremepush.listTags
 * ```
 */
export const byOffset: {
  <Input, Output, Error, Api, Item>(
    options: OffsetOptions<Input, Output, Item>
  ): (self: Operation<Input, Output, Error, Api>) => Paged<Input, Output, Error, Api, Item>
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    options: OffsetOptions<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    { items, limit, offset, size, total }: OffsetOptions<Input, Output, Item>
  ) =>
    paged(self, {
      items,
      // The size is always asked for: how long a page is by default is the vendor's affair, and may change.
      first: { [limit]: size },
      next: (page, input) => {
        const came = items(page).length
        const next = numberAt(input, offset, 0) + came
        // A server may give less at a time than it is asked for: only an empty page is surely past the last.
        const isLast = came === 0 || next >= (total?.(page) ?? Infinity)
        return isLast ? undefined : fields({ [offset]: next, [limit]: numberAt(input, limit, size) })
      }
    })
)

/**
 * Paging by page number: a page shorter than `size` is the last.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Braze, Pages } from "faultline"
 *
 * const listNames = Braze.operation("listNames", () => ({
 *   method: "GET",
 *   path: "/names",
 *   input: Schema.Struct({ page: Schema.optionalKey(Schema.Int) }),
 *   output: Schema.Struct({ names: Schema.Array(Schema.String) }),
 *   idempotent: true
 * })).pipe(Pages.byNumber({ items: ({ names }) => names, page: "page", first: 0, size: 100 }))
 * console.log(listNames.tag) // Braze.listNames
 * ```
 */
export const byNumber: {
  <Input, Output, Error, Api, Item>(
    options: NumberOptions<Input, Output, Item>
  ): (self: Operation<Input, Output, Error, Api>) => Paged<Input, Output, Error, Api, Item>
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    options: NumberOptions<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    { first, items, page: name, size }: NumberOptions<Input, Output, Item>
  ) =>
    paged(self, {
      items,
      next: (page, input) =>
        items(page).length < size ? undefined : fields({ [name]: numberAt(input, name, first) + 1 })
    })
)

/**
 * Paging by the `Link` header: the address of the next page holds the cursor. No such link ends it.
 *
 * @example
 * ```ts
 * import { Schema } from "effect"
 * import { Braze, Pages } from "faultline"
 *
 * const listItems = Braze.operation("listItems", () => ({
 *   method: "GET",
 *   path: "/catalogs/{name}/items",
 *   input: Schema.Struct({ name: Schema.String, cursor: Schema.optionalKey(Schema.String) }),
 *   output: Schema.Struct({ items: Schema.Array(Schema.Unknown) }),
 *   idempotent: true
 * })).pipe(Pages.byLink({ items: ({ items }) => items, into: "cursor" }))
 * console.log(listItems.paging.linked) // true
 * ```
 */
export const byLink: {
  <Input, Output, Error, Api, Item>(
    options: LinkOptions<Input, Output, Item>
  ): (self: Operation<Input, Output, Error, Api>) => Paged<Input, Output, Error, Api, Item>
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    options: LinkOptions<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>
} = dual(
  2,
  <Input, Output, Error, Api, Item>(
    self: Operation<Input, Output, Error, Api>,
    { into, items, parameter }: LinkOptions<Input, Output, Item>
  ) =>
    paged(self, {
      items,
      linked: true,
      next: (_, __, { link }) => {
        const cursor = cursorInLink(link, parameter)
        return cursor === undefined ? undefined : fields({ [into]: cursor })
      }
    })
)
