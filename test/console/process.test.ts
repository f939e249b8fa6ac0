/** The console of an application's own process: its layers, the calls that fail in it, its outbox. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted, References } from "effect"
import { HttpClient } from "effect/http"
import * as Console from "../../src/console/Console.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import { ask, token, world } from "./open.ts"

const secret = "s3cret-key-of-the-shop"
const person = "anna@example.com"
const visit = { type: "action" as const, customName: "visit" }
const call = Metrix.ingest({ customUserId: person, messages: [visit] })

const options: Console.Options = {
  port: 0,
  token: Redacted.make(token),
  vendors: [Metrix],
  announce: () => Effect.void
}

/** An application with the console around it, whose key is refused. */
const application = <A, E>(
  program: Effect.Effect<A, E, Metrix.MetrixApi | Console.Console>,
  more: Partial<Console.Options> = {},
  transport: Layer.Layer<HttpClient.HttpClient> = Simulator.layer(Metrix.simulator)
) =>
  program.pipe(
    Effect.provide(
      Metrix.layerNoTransport({
        appId: Metrix.simulator.credentials.appId,
        apiKey: Redacted.make(secret)
      }).pipe(Layer.provide(transport), Layer.provideMerge(Console.layer({ ...options, ...more })))
    ),
    Effect.provideService(Telemetry.Layers, new Telemetry.Registered()),
    Effect.provideService(References.MinimumLogLevel, "None")
  )

const text = (pattern: RegExp) =>
  Effect.flatMap(Console.Console, ({ address }) =>
    Effect.promise(async () => {
      const gone = new AbortController()
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(`${address}live`, { headers, signal: gone.signal })
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
      let found = ""
      while (!pattern.test(found)) found += (await reader.read()).value ?? ""
      gone.abort()
      return found.replaceAll(/\\n\s*/g, " ")
    })
  )

describe("an application's own console", () => {
  it.live("shows how its layers stand, and a failure with its remedy and its report", () =>
    application(
      Effect.gen(function* () {
        const failure = yield* Effect.flip(call)
        const page = yield* text(/"failures".*\n\n/s)
        assert.include(page, "Retry budget: ")
        assert.include(page, "Metrix.Forbidden")
        assert.include(page, failure.remedy.slice(0, 60))
        assert.include(page, failure.see)
        assert.include(page, "nothing was done")
        const { address } = yield* Console.Console
        const report = yield* ask(`${address}reports/${failure.call?.id}`)
        assert.match(report.text, /^# Metrix: Metrix\.ingest failed with Metrix\.Forbidden/)
        assert.include(report.text, Metrix.support.asks[0]!.name)
        for (const shown of [page, report.text]) {
          assert.notInclude(shown, secret)
          assert.notInclude(shown, person)
        }
      })
    )
  )

  it.live("shows a call that is interrupted, and what observed before observes still", () =>
    Effect.gen(function* () {
      const facts: Array<string> = []
      const mine: Telemetry.Observer = { observe: (fact) => Effect.sync(() => void facts.push(fact._tag)) }
      const silent = Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make(() => Effect.never)
      )
      const interrupted = application(
        Effect.andThen(Effect.timeoutOption(call, 20), text(/"failures".*\n\n/s)),
        {},
        silent
      )
      const page = yield* Effect.provideService(interrupted, Telemetry.Current, mine)
      assert.include(facts, "CallEnded")
      assert.include(page, "The call was interrupted: its caller ended, or waited no longer.")
      assert.include(page, "it may have been done")
    })
  )

  it.live("keeps as many failures as it shows", () =>
    application(
      Effect.gen(function* () {
        for (let n = 0; n < 5; n++) yield* Effect.flip(call)
        assert.lengthOf((yield* text(/"failures".*\n\n/s)).match(/data-report/g) ?? [], 2)
      }),
      { most: 2 }
    )
  )

  it.live("shows the outbox that is provided to it, and none where there is none", () =>
    Effect.gen(function* () {
      const shop = yield* world
      const box = Layer.succeed(Outbox.Outbox, shop.box)
      const layer = Console.layer(options)
      const served = Effect.flatMap(Console.Console, ({ address }) => ask(address))
      assert.include((yield* Effect.provide(served, Layer.provide(layer, box))).text, "Outbox")
      assert.notInclude((yield* Effect.provide(served, Layer.fresh(layer))).text, "Outbox")
    }).pipe(Effect.scoped)
  )

  it.live("hands its address with the token to whom it is told to, once", () =>
    Effect.gen(function* () {
      const given: Array<string> = []
      const announce = ({ open }: Console.Served) => Effect.sync(() => void given.push(Redacted.value(open)))
      const { address } = yield* Effect.provide(Console.Console, Console.layer({ ...options, announce }))
      assert.deepStrictEqual(given, [`${address}#${token}`])
    })
  )
})
