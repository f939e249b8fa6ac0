/**
 * Lists that come page by page, as lazy streams. Each page is a call of its own: it is retried by itself, never from page one,
 * and a stream can be taken up again from any page's position.
 */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { RepeatedCursor } from "../contract/Common.ts"
import type { Operation } from "../contract/Operation.ts"
import { isRecord } from "../contract/Wire.ts"

/** Where in a list a page begins: the fields of the input that select it. It is plain data and can be kept. */
export type Position = Readonly<Record<string, unknown>>

/** How one operation is paged. */
export interface Paging<Input, Output, Item> {
  /** The items of a page. */
  readonly items: (page: Output) => ReadonlyArray<Item>
  /** The position of the page after this one; `undefined` after the last. */
  readonly next: (page: Output, input: Input) => Partial<Input> | undefined
  /** Where the first page begins; default: what the input says. */
  readonly first?: Position
}

/** One page: its items, where it began, and where the next one begins. */
export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  readonly at: Position
  readonly next: Position | undefined
}

/** An operation whose answers are pages of a list. */
export interface Paged<Input, Output, Error, Api, Item> extends Operation<Input, Output, Error, Api> {
  /** Every item, page by page, from the beginning or from a position. */
  readonly stream: (input: Input, from?: Position) => Stream.Stream<Item, Error | RepeatedCursor, Api>
  /** Every page with its position. */
  readonly pages: (input: Input, from?: Position) => Stream.Stream<Page<Item>, Error | RepeatedCursor, Api>
  readonly paging: Paging<Input, Output, Item>
}

const repeated = (operation: string, position: Position) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    Effect.fail(
      new RepeatedCursor({
        position: JSON.stringify(position),
        call: {
          vendor: operation.split(".")[0] ?? operation,
          operation,
          delivery: "Refused",
          time: DateTime.makeUnsafe(now)
        }
      })
    )
  )

/** Makes an operation a list that can be read as a stream. */
export const paged = <Input, Output, Error, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  paging: Paging<Input, Output, Item>
): Paged<Input, Output, Error, Api, Item> => {
  const pages = (input: Input, from: Position = paging.first ?? {}) =>
    Stream.suspend(() => {
      // A vendor that gives a cursor twice would be read for ever.
      const seen = new Set<string>([JSON.stringify(from)])
      return Stream.paginate(from, (at: Position) =>
        Effect.gen(function* () {
          // What the caller asks for goes before where a list begins by default, but not before a page's own position.
          const spec = { ...at, ...input, ...(at === paging.first ? {} : at) }
          const page = yield* operation(spec)
          const next = paging.next(page, spec)
          const known = next === undefined ? undefined : JSON.stringify(next)
          if (next !== undefined && known !== undefined && seen.has(known))
            return yield* repeated(operation.tag, next)
          if (known !== undefined) seen.add(known)
          const found: Page<Item> = { items: paging.items(page), at, next }
          return [[found], Option.fromUndefinedOr<Position | undefined>(next)] as const
        })
      )
    })
  const stream = (input: Input, from?: Position) =>
    Stream.flatMap(pages(input, from), ({ items }) => Stream.fromIterable(items))
  return Object.assign(operation, { pages, stream, paging })
}

/** Paging by a token in the answer that the next request gives back: `nextToken`, `moreAfter`. Absent, null or empty ends it. */
export const byToken = <Input, Output, Error, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  options: {
    readonly items: (page: Output) => ReadonlyArray<Item>
    readonly token: (page: Output) => string | null | undefined
    readonly into: keyof Input & string
  }
): Paged<Input, Output, Error, Api, Item> =>
  paged(operation, {
    items: options.items,
    next: (page) => {
      const token = options.token(page)
      return token === undefined || token === null || token === ""
        ? undefined
        : fields({ [options.into]: token })
    }
  })

// as: the fields are the input's own; a computed key widens to a string index.
const fields = <Input>(some: Position): Partial<Input> => some as Partial<Input>

const numberAt = (input: unknown, name: string, otherwise: number): number => {
  const value = isRecord(input) ? input[name] : undefined
  return typeof value === "number" ? value : otherwise
}

/** Paging by offset and limit without a total: a page shorter than the limit is the last. `size` is the limit when none is given. */
export const byOffset = <Input, Output, Error, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  options: {
    readonly items: (page: Output) => ReadonlyArray<Item>
    readonly offset: keyof Input & string
    readonly limit: keyof Input & string
    readonly size: number
  }
): Paged<Input, Output, Error, Api, Item> =>
  paged(operation, {
    items: options.items,
    // The size is always asked for: how long a page is by default is the vendor's affair, and may change.
    first: { [options.limit]: options.size },
    next: (page, input) => {
      const size = numberAt(input, options.limit, options.size)
      const offset = numberAt(input, options.offset, 0) + size
      return options.items(page).length < size
        ? undefined
        : fields({ [options.offset]: offset, [options.limit]: size })
    }
  })

/** Paging by page number: a page shorter than `size` is the last. */
export const byNumber = <Input, Output, Error, Api, Item>(
  operation: Operation<Input, Output, Error, Api>,
  options: {
    readonly items: (page: Output) => ReadonlyArray<Item>
    readonly page: keyof Input & string
    readonly first: number
    readonly size: number
  }
): Paged<Input, Output, Error, Api, Item> =>
  paged(operation, {
    items: options.items,
    next: (page, input) =>
      options.items(page).length < options.size
        ? undefined
        : fields({ [options.page]: numberAt(input, options.page, options.first) + 1 })
  })

/** The `name` parameter of the next page's address in a `Link` header; the address may be relative or malformed but for it. */
export const cursorInLink = (link: string | undefined, name: string = "cursor"): string | undefined => {
  const next = link?.split(/,(?=\s*<)/).find((part) => /rel="?next"?/.test(part))
  const value = next?.match(new RegExp(`[?&]${name}=([^&>]+)`))?.[1]
  return value === undefined ? undefined : decodeURIComponent(value)
}
