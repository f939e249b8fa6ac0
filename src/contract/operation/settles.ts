/**
 * How to find out, after an answer was lost, whether an operation was carried out: a documented read, and what in its answer proves
 * it. Presence can prove: every field that was sent must be there. Absence never does, unless the vendor itself refuses a repeat.
 */
/** What is read. */
interface Reading<Input> {
  /** An operation of the same vendor that only reads. */
  readonly read: { readonly tag: string }
  /** What it is asked; `undefined` where this input cannot be asked about. */
  readonly ask: (input: Input) => unknown
}

/**
 * The vendor takes one object with this code, and refuses a second: not found after the vendor has had its time, the call may be
 * repeated.
 */
export interface ByUniqueCode<Input, Output> extends Reading<Input> {
  readonly guardedBy: "unique"
  /** The input field with the code. */
  readonly code: string
  /** The objects in one answer. */
  readonly found: (answer: any) => ReadonlyArray<Output> // any: the read's output
  /** What else to ask for the next page; `undefined` after the last. */
  readonly next?: (answer: any) => unknown // any: likewise
}

/** The vendor takes an update of this version, and no other: a repeat of what was applied is refused, not applied twice. */
export interface ByVersion<Input, Output> extends Reading<Input> {
  readonly guardedBy: "version"
  /** The field with the version, of the input and of the object. */
  readonly version: string
  readonly found: (answer: any) => ReadonlyArray<Output> // any: the read's output
}

/** How an operation's doubt is settled. */
export type Settles<Input, Output> = ByUniqueCode<Input, Output> | ByVersion<Input, Output>
