/**
 * What was sent and what was answered, kept with the failure of a call: for a report to the vendor's support. No credentials are in
 * it: the names of variables stand in their place.
 */
import { keptWith } from "./kept.ts"
import type { Outgoing } from "./Outgoing.ts"
import type { Hiding } from "./privacy.ts"
import type { Variables } from "./Vendor.ts"
import { isRecord } from "./Wire.ts"

/** A request with names in the place of its credentials. */
export interface Named {
  /** Without credentials. */
  readonly outgoing: Outgoing
  readonly headers: ReadonlyArray<readonly [name: string, text: string, isName: boolean]>
  /** Fields of the body that the credentials added, and the order of all; empty where they added none. */
  readonly fields: Readonly<Record<string, string>>
  readonly order: ReadonlyArray<string>
  readonly query: ReadonlyArray<readonly [name: string, text: string]>
  /** Those whose names stand in it. */
  readonly variables: Variables
}

/** A text without the credentials of the layer, which an input may hold. */
export type Blank = (text: string) => string

/** An answer as it may be shown. */
export interface Told {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Both. `whole` is with personal data; secrets are never shown. */
export interface Sent {
  readonly request: Named
  readonly blank: Blank
  /** The path of the operation, with the names of its fields. */
  readonly template: string
  readonly hiding: (whole: boolean) => Hiding
  /** Absent where none came, or one too long to keep. */
  readonly answer: ((whole: boolean) => Told) | undefined
}

/** What was sent; `undefined` of a failure that no request led to, and of one that was read from text. */
export const sentOf = (failure: object): Sent | undefined => {
  const kept = keptWith(failure)
  // as: nothing else is kept
  return isRecord(kept) ? (kept as unknown as Sent) : undefined
}
