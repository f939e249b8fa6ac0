/** One step of the doctor, and the ways that it can end. */
import type { Category } from "../../contract/Failure.ts"

/** The steps, in the order in which they are made for one host, and then for the vendor as a whole. */
export type StepName =
  "settings" | "proxy" | "dns" | "tcp" | "tls" | "http" | "clock" | "credentials" | "permissions" | "limits"

/** One step. Every key is always there: `null` where there is nothing to say. */
export interface Step {
  readonly name: StepName
  /** Which host, or which check: `ingest`, `token`. */
  readonly subject: string | null
  readonly status: "ok" | "failed" | "skipped"
  /** ms. */
  readonly millis: number
  /** What was seen. */
  readonly found: string | null
  /** What that means; of a skipped step, why it was not made. */
  readonly means: string | null
  /** What to do. */
  readonly remedy: string | null
  /** Where that is documented. */
  readonly see: string | null
  /** The system's or TLS's code, or the tag of the failure: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `Braze.Unauthorized`. */
  readonly code: string | null
  /** What kind of trouble it is: `network`, `misconfigured`, … as of failures. */
  readonly category: Category | null
}

/** How a step ended. */
export type Outcome = Omit<Step, "name" | "subject" | "millis">

const nothing = { found: null, means: null, remedy: null, see: null, code: null, category: null } as const

/** It went well. */
export const ok = (found: string, more: Partial<Outcome> = {}): Outcome => ({
  ...nothing,
  status: "ok",
  found,
  ...more
})

/** It was not made, and why. */
export const skipped = (why: string): Outcome => ({ ...nothing, status: "skipped", means: why })

/** It went wrong. */
export const failed = (
  more: Partial<Outcome> & { readonly means: string; readonly remedy: string }
): Outcome => ({
  ...nothing,
  status: "failed",
  category: "network",
  ...more
})

/** Sentences as one text; those that are missing or empty are left out. */
export const sentences = (...all: ReadonlyArray<string | null | undefined>): string =>
  all
    .flatMap((one) => (one === undefined || one === null || one.trim() === "" ? [] : [one.trim()]))
    .map((one) => (/[.?!]”?$/.test(one) ? one : `${one}.`))
    .join(" ")
