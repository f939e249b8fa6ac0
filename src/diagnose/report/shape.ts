/** A report, as data. */
import type { Told } from "./items.ts"

/** One attempt, with exact times and whose side it failed on. */
export interface Attempt {
  /** From 1. */
  readonly number: number
  readonly kind: string
  /** ISO text in UTC, to the millisecond. */
  readonly sentAt: string
  readonly millis: number
  /** `ok`, or the tag of a failure. */
  readonly ended: string
  readonly status: number | null
  /** The wait (ms) that followed, and its reason. */
  readonly waited: number | null
  readonly why: string | null
  readonly side: string
}

/** The request as a command for a POSIX shell. */
export interface Curl {
  readonly command: string
  /** Whether it sends the request byte for byte as Node's transport sent it. */
  readonly exact: boolean
  /** Whether it does, and if not why. */
  readonly note: string
  /** The variables that it reads, and where the value of each comes from. */
  readonly variables: ReadonlyArray<{ readonly name: string; readonly from: string }>
}

/** A report, as data. Every key is always there: `null` or `[]` where there is nothing to say. */
export interface Report {
  /** Of the call, as `faultline report` takes it. */
  readonly id: string | null
  readonly vendor: string
  readonly operation: string
  readonly tag: string | null
  /** What happened, in a sentence. */
  readonly message: string
  readonly delivery: string | null
  /** When the call ended: ISO text in UTC. */
  readonly time: string | null
  /** Where to send the report, and where that is documented. */
  readonly where: string
  readonly see: string
  /** What support asks for, in its own order. */
  readonly asks: ReadonlyArray<Told>
  /** What else identifies the call. */
  readonly helps: ReadonlyArray<Told>
  /** What a person must add before it is sent. */
  readonly add: ReadonlyArray<string>
  readonly attempts: ReadonlyArray<Attempt>
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    /** In base64 where it is not text. */
    readonly body: string | null
  } | null
  readonly answer: {
    readonly status: number | null
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  } | null
  readonly curl: Curl | null
  /** The call as lines of a log. */
  readonly log: ReadonlyArray<string>
}
