/** How requests are halved. */

/** How a list is halved. */
export interface ListOptions<Input, Output> {
  readonly field: keyof Input & string
  readonly join: (first: Output, second: Output) => Output
}

/** How a time range is halved. */
export interface RangeOptions<Input, Output> {
  readonly from: keyof Input & string
  readonly to: keyof Input & string
  /** The shortest range (ms) that is still asked for. */
  readonly atLeast: number
  readonly join: (first: Output, second: Output) => Output
}

/** How a page is halved. */
export interface PageOptions<Input, Output> {
  readonly size: keyof Input & string
  readonly usual: number
  /** The position after an answer to that input, or `undefined` at the end of the list. */
  readonly next: (output: Output, input: Input) => Partial<Input> | undefined
  readonly join: (first: Output, second: Output) => Output
}
