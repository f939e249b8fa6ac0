/** The vendors whose documents Prism can read, each with a layer that calls it there. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Misconfigured } from "../../../src/contract/Common.ts"
import { type AnyOperation, operationsIn, type Service } from "../../../src/contract/Operation.ts"
import type { Vendor } from "../../../src/contract/Vendor.ts"
import * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import type * as Transport from "../../../src/pipeline/Transport.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import * as Ixon from "../../../src/vendors/ixon/all.ts"
import * as M3ter from "../../../src/vendors/m3ter/all.ts"

/** What is done with the service of a vendor. */
export type Use = (service: Service) => Effect.Effect<void>

/** A vendor and the way to it. */
export interface Called {
  readonly vendor: Vendor
  readonly operations: ReadonlyArray<AnyOperation>
  /** Does something with the service, with this address as the vendor's. */
  readonly at: (url: string, use: Use) => Effect.Effect<void, Misconfigured, Transport.Client>
  /** What takes a name and a password, by method and path: the documents say that it wants the token that it gives. */
  readonly login: string
  /** Inputs that cannot be made up. */
  readonly inputs: Readonly<Record<string, unknown>>
}

// Each call once, and as fast as it goes: limits and repeats are no question here.
const once = {
  policy: { passing: Policy.never, limited: Policy.never },
  pipeline: Pipeline.without("queue", "breaker", "budget", "hedge", "journal", "split")
}

const secret = Redacted.make("a-secret-of-nobody")

/** By the names of their descriptions. */
export const vendors: Readonly<Record<string, Called>> = {
  m3ter: {
    vendor: M3ter.vendor,
    operations: operationsIn(M3ter),
    at: (url, use) => {
      const hosts = { configUrl: url, ingestUrl: url }
      const layer = M3ter.layerNoTransport({
        ...once,
        ...hosts,
        apiKey: secret,
        apiSecret: secret,
        orgId: "org-1"
      })
      return Effect.provide(Effect.flatMap(M3ter.M3terApi, use), layer)
    },
    login: "POST /oauth/token",
    inputs: {}
  },
  ixon: {
    vendor: Ixon.vendor,
    operations: operationsIn(Ixon),
    at: (url, use) => {
      const account = { applicationId: "application1", companyId: "1111-2222-3333-4444-5555" }
      const login = { email: "anna@example.com", password: secret, brandingDomain: "portal.example.com" }
      return Effect.provide(
        Effect.flatMap(Ixon.IxonApi, use),
        Ixon.layerNoTransport({ ...once, ...account, ...login, baseUrl: url })
      )
    },
    login: "POST /access-tokens",
    // Its answer is what every other call is made with, and its input the only one whose parts depend on one another.
    inputs: { "Ixon.createAccessToken": { expiresIn: Duration.days(1) } }
  }
}
