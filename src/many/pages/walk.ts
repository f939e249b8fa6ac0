/** Walking through a list page by page, from any position. */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { RepeatedCursor } from "../../contract/Common.ts"
import type { Operation } from "../../contract/Operation.ts"

/** Where in a list a page begins: the fields of the input that select it. It is plain data and can be kept. */
export type Position = Readonly<Record<string, unknown>>

/** How one operation is paged. */
export interface Paging<Input, Output, Item> {
  /** The items of a page. */
  readonly items: (page: Output) => ReadonlyArray<Item>
  /** The position of the page after this one; `undefined` after the last. `headers` are there where `linked` says so. */
  readonly next: (
    page: Output,
    input: Input,
    headers: Readonly<Record<string, string>>
  ) => Partial<Input> | undefined
  /** Where the first page begins; default: what the input says. */
  readonly first?: Position
  /** The next position stands in a header. */
  readonly linked?: boolean
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

/** Whether a page gives the same items as the one before. Numbers and truth values may repeat; objects and texts tell who they are. */
const isSame = (page: ReadonlyArray<unknown>, before: ReadonlyArray<unknown>): boolean =>
  page.length > 0 &&
  page.length === before.length &&
  page.every((item, index) => isTelling(item) && Equal.equals(item, before[index]))

const isTelling = (item: unknown): boolean =>
  typeof item === "string" || (typeof item === "object" && item !== null)

/** The pages of a list, each asked for when the one before has been taken. */
export const pagesOf =
  <Input, Output, Error, Api, Item>(
    operation: Operation<Input, Output, Error, Api>,
    paging: Paging<Input, Output, Item>
  ): Paged<Input, Output, Error, Api, Item>["pages"] =>
  (input, from = paging.first ?? {}) =>
    Stream.suspend(() => {
      const ask = (at: Input) =>
        paging.linked === true
          ? operation.withResponse(at)
          : Effect.map(operation(at), (value) => ({ value, headers: {} }))
      // A vendor that gives a cursor twice would be read for ever.
      const seen = new Set<string>([JSON.stringify(from)])
      let before: ReadonlyArray<unknown> = []
      return Stream.paginate(from, (at: Position) =>
        Effect.gen(function* () {
          // What the caller asks for goes before where a list begins by default, but not before a page's own position.
          const spec = { ...at, ...input, ...(at === paging.first ? {} : at) }
          const { headers, value } = yield* ask(spec)
          const items = paging.items(value)
          // A server that takes no notice of the position gives the same page for ever.
          if (isSame(items, before)) return yield* repeated(operation.tag, at)
          before = items
          const next = paging.next(value, spec, headers)
          const known = next === undefined ? undefined : JSON.stringify(next)
          if (next !== undefined && known !== undefined && seen.has(known))
            return yield* repeated(operation.tag, next)
          if (known !== undefined) seen.add(known)
          const found: Page<Item> = { items, at, next }
          return [[found], Option.fromUndefinedOr<Position | undefined>(next)] as const
        })
      )
    })
