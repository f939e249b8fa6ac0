/** Time grows with size and no faster: twice the size takes at most two and a half times as long, up to a megabyte. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger, Random } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { never } from "../../src/contract/Advice.ts"
import type { Options } from "../../src/pipeline/layer.ts"
import { all, Any, type Tested } from "../vendors/all.ts"
import { own } from "./inputs.ts"

const sizes = [128_000, 256_000, 512_000, 1_024_000] as const

/** Bodies of about so many characters. */
const bodies: Readonly<Record<string, (size: number) => string>> = {
  "one long word": (size) => `{"message":"${"a".repeat(size)}"}`,
  "escaped quotes": (size) => `{"m":"${'\\"'.repeat(size / 2)}"}`,
  "escaped quotes without an end": (size) => `{"m":"${'\\"'.repeat(size / 2)}`,
  backslashes: (size) => `{"m":"${"\\\\".repeat(size / 2)}"}`,
  quotes: (size) => '"'.repeat(size),
  "colons and quotes": (size) => '":'.repeat(size / 2),
  "opening brackets": (size) => "[".repeat(size),
  "nested lists": (size) => `${"[".repeat(size / 2)}${"]".repeat(size / 2)}`,
  "many complaints": (size) =>
    JSON.stringify({ errors: Array.from({ length: size / 40 }, (_, index) => ({ message: "no", index })) }),
  "many fields": (size) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: size / 20 }, (_, index) => [`field${index}`, index]))
    ),
  markup: (size) => `<html><body>${"<p>no".repeat(size / 5)}`,
  "less-than signs": (size) => "<".repeat(size),
  spaces: (size) => `{"message":"${" ".repeat(size)}x"}`,
  blank: (size) => " ".repeat(size),
  secrets: (size) => JSON.stringify({ data: "s3cret-key-aaaa ".repeat(size / 16) }),
  "percent signs": (size) => JSON.stringify({ message: "%2".repeat(size / 2) }),
  addresses: (size) => JSON.stringify({ message: "https://x.example/?signature=a&".repeat(size / 31) })
}

const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

/** Inputs of about so many characters, which no operation takes. */
const inputs: Readonly<Record<string, (size: number) => unknown>> = {
  "many unknown fields": (size) =>
    Object.fromEntries(Array.from({ length: size / 20 }, (_, index) => [`field${index}`, index])),
  "many items": (size) => Array.from({ length: size / 10 }, (_, index) => ({ index })),
  "one long text": (size) => "x".repeat(size),
  "a long name": (size) => ({ ["x".repeat(size)]: 1 }),
  "levels in levels": (size) => ({ deep: nested(size / 4) }),
  "values that are no JSON": (size) => ({ list: Array.from({ length: size / 10 }, () => 1n) }),
  "one object many times": (size) => {
    const one = { name: "x" }
    return { list: Array.from({ length: size / 10 }, () => one) }
  }
}

const replying = (status: number, text: string) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) =>
      Effect.succeed(
        HttpClientResponse.fromWeb(
          request,
          new Response(text, { status, headers: { "content-type": "application/json" } })
        )
      )
    )
  )

const once: Options = { policy: (documented) => ({ ...documented, passing: never, limited: never }) }

/** Milliseconds of one call, with all that is shown of its failure. */
const timed = ({ layer, operations }: Tested, status: number, text: string, input?: unknown) =>
  Effect.gen(function* () {
    const api = yield* Any
    const [operation] = operations
    if (operation === undefined) return 0
    const began = performance.now()
    const exit = yield* Effect.exit(api.call(operation, input ?? own(operation)[0]))
    String(exit)
    JSON.stringify(exit)
    return performance.now() - began
  }).pipe(
    Effect.provide(
      Layer.provideMerge(
        layer(replying(status, text), once),
        Layer.merge(TestClock.layer(), Logger.layer([]))
      )
    ),
    Random.withSeed("linear")
  )

// A run beside others can take longer, never shorter, than it must.
const runs = 3
const least = (times: ReadonlyArray<number>): number => Math.min(...times)
// What takes less is made of other costs than the size.
const floor = 4

/** How many times as long the largest takes as the smallest. */
const growth = <E>(time: (size: number) => Effect.Effect<number, E>) =>
  Effect.gen(function* () {
    const [small, large] = [sizes[0], sizes.at(-1)!]
    const smalls = yield* Effect.replicateEffect(time(small), runs)
    const larges = yield* Effect.replicateEffect(time(large), runs)
    return least(larges) / Math.max(floor, least(smalls))
  })

const doublings = sizes.length - 1
const most = 2.5 ** doublings

for (const tested of all) {
  describe(`${tested.name}, from ${sizes[0]} to ${sizes.at(-1)} characters`, () => {
    it.live.each(
      Object.entries(bodies).flatMap(([name, body]) =>
        [200, 400].map((status) => [name, status, body] as const)
      )
    )(
      "an answer of %s with status %i is read in linear time",
      ([, status, body]) =>
        Effect.map(
          growth((size) => timed(tested, status, body(size))),
          (times) => assert.isAtMost(times, most)
        ),
      60_000
    )

    it.live.each(Object.entries(inputs))(
      "an input of %s is refused in linear time",
      ([, input]) =>
        Effect.map(
          growth((size) => timed(tested, 200, "{}", input(size))),
          (times) => assert.isAtMost(times, most)
        ),
      60_000
    )
  })
}
