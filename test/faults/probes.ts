/** Made-up operations of every vendor, and the answers that its own servers and things on the way to them may give. */
import { Effect, Fiber, Layer, Schema } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import { make, type Wire } from "../../src/contract/Wire.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { all, type Tested } from "../vendors/all.ts"

const input = Schema.Struct({})
const output = Schema.Struct({ ok: Schema.Boolean })
const read = () => ({ method: "GET", path: "/probe", input, output, idempotent: true }) as const
const put = () => ({ method: "PUT", path: "/probe", input, output, idempotent: true }) as const
const post = () => ({ method: "POST", path: "/probe", input, output, idempotent: false }) as const

/** One operation that only reads, one that is idempotent, and one that must not be done twice. */
export interface Probes {
  readonly read: AnyOperation
  readonly put: AnyOperation
  readonly post: AnyOperation
}

const probes: Readonly<Record<string, Probes>> = {
  Braze: {
    read: Braze.operation("probeRead", read),
    put: Braze.operation("probePut", put),
    post: Braze.operation("probePost", post)
  },
  M3ter: {
    read: M3ter.operation("probeRead", read),
    put: M3ter.operation("probePut", put),
    post: M3ter.operation("probePost", post)
  },
  Xtremepush: {
    read: Xtremepush.operation("probeRead", read),
    put: Xtremepush.operation("probePut", put),
    post: Xtremepush.operation("probePost", post)
  },
  Metrix: {
    read: Metrix.operation("probeRead", read),
    put: Metrix.operation("probePut", put),
    post: Metrix.operation("probePost", post)
  },
  Ixon: {
    read: Ixon.operation("probeRead", read),
    put: Ixon.operation("probePut", put),
    post: Ixon.operation("probePost", post)
  }
}

/** Each vendor with its probes. */
export const probed = all.map((vendor): readonly [string, Tested, Probes] => [
  vendor.name,
  vendor,
  probes[vendor.name]!
])

/** What the vendor itself answers when it refuses without words that its page has. */
export const own = ({ dialect }: Vendor, status: number): string => {
  const frame: unknown = dialect.frame({ status, vendorMessage: "odd" })
  return JSON.stringify(frame ?? { message: "odd" })
}

/** What something on the way answers in its place. */
export const foreign = ["", "<html>Bad gateway</html>", "upstream connect error", `{"reason":"no upstream"}`]

/** A transport that gives tokens to those who ask for one, and answers all else as it is told; `sent` are the times of the others. */
export const answering = (answer: (nth: number) => Wire) => {
  const sent: Array<number> = []
  const tokens: Array<number> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) =>
      Effect.clockWith((clock) => {
        const now = clock.currentTimeMillisUnsafe()
        const forToken = /\/(oauth\/token|access-tokens)$/.test(url.pathname)
        ;(forToken ? tokens : sent).push(now)
        const wire = forToken ? token(tokens.length) : answer(sent.length)
        const text = [204, 205, 304].includes(wire.status) || wire.text === "" ? null : wire.text
        return Effect.succeed(
          HttpClientResponse.fromWeb(
            request,
            new Response(text, { status: wire.status, headers: { ...wire.headers } })
          )
        )
      })
    )
  )
  return { layer, sent, tokens }
}

const token = (nth: number): Wire => {
  const value = `token-${nth}`.padEnd(32, "-")
  const data = { publicId: "T0T0T0T0T0T0", secretId: value }
  return make(
    200,
    {},
    JSON.stringify({ access_token: value, expires_in: 18_000, token_type: "Bearer", data, status: "success" })
  )
}

/** Runs to the end of it on the test's clock. */
export const ended = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(effect)
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })
