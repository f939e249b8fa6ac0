/** How lists are paged. */

/** A list whose pages name the next one. */
export interface TokenOptions<Input, Output, Item> {
  readonly items: (page: Output) => ReadonlyArray<Item>
  readonly token: (page: Output) => string | null | undefined
  readonly into: keyof Input & string
}

/** A list that is read by offset and limit. */
export interface OffsetOptions<Input, Output, Item> {
  readonly items: (page: Output) => ReadonlyArray<Item>
  readonly offset: keyof Input & string
  readonly limit: keyof Input & string
  /** The limit when none is given. */
  readonly size: number
  /** How many there are in all, where a page says so: it saves the request for the empty page at the end. */
  readonly total?: (page: Output) => number | undefined
}

/** A list that is read by page number. */
export interface NumberOptions<Input, Output, Item> {
  readonly items: (page: Output) => ReadonlyArray<Item>
  readonly page: keyof Input & string
  readonly first: number
  readonly size: number
}

/** A list whose next page stands in the `Link` header. */
export interface LinkOptions<Input, Output, Item> {
  readonly items: (page: Output) => ReadonlyArray<Item>
  /** The field of the input that takes the cursor. */
  readonly into: keyof Input & string
  /** The parameter of the next page's address that holds it. Default: `cursor`. */
  readonly parameter?: string
}
