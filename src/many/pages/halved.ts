/** Lists that are read by a token or by offset, whose pages can be read in halves. */
import type { Operation } from "../../contract/Operation.ts"
import * as Pages from "../Pages.ts"
import * as Split from "../Split.ts"
import type { PageOptions } from "../split/options.ts"
import type { OffsetOptions, TokenOptions } from "./options.ts"

/** How a list is read by a token, and a page of it in halves. */
export interface HalvedOptions<Input, Output, Item>
  extends TokenOptions<Input, Output, Item>, Omit<PageOptions<Input, Output>, "next"> {}

/** Reads a list on by the token of each page; where the vendor says that a page asks for too much, half of it is read, then the rest. */
export const byHalvedToken = <Input, Output, Error, Api, Item>(
  self: Operation<Input, Output, Error, Api>,
  { into, items, join, size, token, usual }: HalvedOptions<Input, Output, Item>
): Pages.Paged<Input, Output, Error, Api, Item> => {
  const next = (half: Output): Partial<Input> | undefined => {
    const position = token(half)
    if (position === undefined || position === null || position === "") return undefined
    // as: the field is the input's own; a computed key widens to a string index.
    return { [into]: position } as Partial<Input>
  }
  return Pages.byToken(Split.page(self, { size, usual, next, join }), { into, items, token })
}

/** How a list is read by offset, and a page of it in halves. */
export interface HalvedOffsetOptions<Input, Output, Item> extends OffsetOptions<Input, Output, Item> {
  readonly join: (first: Output, second: Output) => Output
}

/** Reads a list on by offset; where the vendor says that a page asks for too much, half of it is read, then the rest. */
export const byHalvedOffset = <Input extends object, Output, Error, Api, Item>(
  self: Operation<Input, Output, Error, Api>,
  { join, ...list }: HalvedOffsetOptions<Input, Output, Item>
): Pages.Paged<Input, Output, Error, Api, Item> => {
  const next = (half: Output, input: Input): Partial<Input> | undefined => {
    const came = list.items(half).length
    const given: unknown = input[list.offset]
    const from = typeof given === "number" ? given : 0
    // as: the field is the input's own; a computed key widens to a string index.
    return came === 0 ? undefined : ({ [list.offset]: from + came } as Partial<Input>)
  }
  return Pages.byOffset(Split.page(self, { size: list.limit, usual: list.size, next, join }), list)
}
