/** Which proxy a request goes through, by the environment: as undici and Node's own fetch have it. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { route } from "../../../src/pipeline/Transport.ts"
import { withEnvironment } from "./environment.ts"

const on = { NODE_USE_ENV_PROXY: "1" }

/** The way of a request: the proxy and what names it. */
const way = (url: string, given?: Redacted.Redacted) => {
  const { from, proxy, unused } = route(url, given)
  return { from, proxy: proxy === undefined ? undefined : Redacted.value(proxy), unused }
}
const straight = { from: undefined, proxy: undefined, unused: undefined }

describe("the way of a request", () => {
  it.effect.each<readonly [string, Readonly<Record<string, string>>, string, string | undefined]>([
    ["HTTPS_PROXY", { HTTPS_PROXY: "http://p:1" }, "https://shop.example", "HTTPS_PROXY"],
    [
      "lower case first",
      { HTTPS_PROXY: "http://p:1", https_proxy: "http://q:1" },
      "https://a.example",
      "https_proxy"
    ],
    [
      "HTTP_PROXY for https, where there is no other",
      { HTTP_PROXY: "http://p:1" },
      "https://a.example",
      "HTTP_PROXY"
    ],
    ["HTTPS_PROXY not for http", { HTTPS_PROXY: "http://p:1" }, "http://a.example", undefined],
    ["an empty one is none", { HTTPS_PROXY: "" }, "https://a.example", undefined],
    [
      "an empty one in lower case is none either",
      { https_proxy: "", HTTPS_PROXY: "http://p:1" },
      "https://a.example",
      undefined
    ]
  ])("is by %s", ([, variables, url, from]) =>
    withEnvironment(
      { ...on, ...variables },
      Effect.sync(() => assert.strictEqual(way(url).from, from))
    )
  )

  it.effect.each<readonly [noProxy: string, url: string, exempt: boolean]>([
    ["*", "https://a.example", true],
    ["a.example", "https://a.example", true],
    ["a.example", "https://b.a.example", true],
    ["a.example", "https://ba.example", false],
    [".a.example", "https://a.example", true],
    ["*.a.example", "https://a.example", false],
    ["*.a.example", "https://b.a.example", true],
    ["A.Example:443", "https://a.example", true],
    ["a.example:8443", "https://a.example", false],
    ["x.example, a.example.", "https://a.example", true],
    ["[::1]:443", "https://[::1]", true],
    ["::1", "https://[::1]", true],
    ["127.0.0.1", "https://127.0.0.1:8443", true],
    ["", "https://a.example", false]
  ])("is taken out by NO_PROXY=%s for %s: %s", ([noProxy, url, exempt]) =>
    withEnvironment(
      { ...on, HTTPS_PROXY: "http://p:1", NO_PROXY: noProxy },
      Effect.sync(() => assert.strictEqual(way(url).from, exempt ? undefined : "HTTPS_PROXY"))
    )
  )

  it.effect("is straight where nobody names a proxy, and where Node is not told to use the one that is", () =>
    Effect.gen(function* () {
      yield* withEnvironment(
        on,
        Effect.sync(() => assert.deepStrictEqual(way("https://a.example"), straight))
      )
      yield* withEnvironment(
        { HTTPS_PROXY: "http://p:1" },
        Effect.sync(() => {
          const { proxy, unused } = way("https://a.example")
          assert.isUndefined(proxy)
          assert.match(unused ?? "", /NODE_USE_ENV_PROXY=1/)
        })
      )
    })
  )

  it.effect("is the layer's option before the environment, NO_PROXY included", () =>
    withEnvironment(
      { ...on, HTTPS_PROXY: "http://p:1", NO_PROXY: "*" },
      Effect.sync(() => {
        const given = way("https://a.example", Redacted.make("http://own:1"))
        assert.deepStrictEqual(given, { from: "proxy", proxy: "http://own:1", unused: undefined })
      })
    )
  )
})
