/** What the doctor asks the network of a platform that has sockets. */
import * as Data from "effect/Data"
import type * as Effect from "effect/Effect"

/** A probe that did not get through: the system's code, and what it said of each address that was tried. */
export class Unreached extends Data.TaggedError("Unreached")<{
  readonly code: string
  readonly detail: string
}> {}

/** Where a connection was made. */
export interface Connected {
  /** The address and port that took it. */
  readonly remote: string
  /** The address of this machine that it came from. */
  readonly local: string
}

/** What a proxy answered to the wish for a tunnel. */
export interface Tunneled {
  readonly status: number
}

/** A certificate, and what was negotiated. Times are Unix ms. */
export interface Certified {
  readonly protocol: string
  readonly subject: string
  readonly issuer: string
  /** The names that it is made for. */
  readonly names: string
  readonly validFrom: number
  readonly validTo: number
  /** Whether it is made for the host that was asked for. */
  readonly named: boolean
  /** Why nobody whom this machine trusts vouches for it, as OpenSSL's code. */
  readonly distrusted: string | undefined
}

/** Where a connection leads, and by which proxy. */
export interface Target {
  readonly host: string
  readonly port: number
  /** The address of the proxy, which may hold a password. */
  readonly proxy?: string
}

/** The probes. Each can be interrupted, and leaves no socket open. */
export interface Probes {
  readonly resolve: (host: string) => Effect.Effect<ReadonlyArray<string>, Unreached>
  readonly connect: (target: Target) => Effect.Effect<Connected, Unreached>
  readonly tunnel: (target: Target) => Effect.Effect<Tunneled, Unreached>
  readonly secure: (target: Target) => Effect.Effect<Certified, Unreached>
}
