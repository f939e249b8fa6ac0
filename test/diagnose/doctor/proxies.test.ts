/** The way through a proxy: whether one is in force, what it answers, and that the steps behind it go through it. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import * as certificates from "../../pipeline/transport/certificates.ts"
import { withEnvironment } from "../../pipeline/transport/environment.ts"
import { closed, full, modern, secure } from "../../pipeline/transport/loopback.ts"
import { proxy } from "../../pipeline/transport/proxy.ts"
import { trusting } from "./certificates.ts"
import { ended, examineAt, failedIn, stepIn } from "./patient.ts"

describe("the doctor, behind a proxy,", () => {
  it.live("goes through the one of the environment where it is in force, for every step", () =>
    Effect.gen(function* () {
      const [{ url }, { opened, url: via }] = [yield* modern, yield* proxy()]
      const checkup = yield* withEnvironment(
        { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: via },
        trusting([certificates.local], examineAt(url))
      )
      assert.match(
        ended(checkup),
        /proxy main ok, dns main skipped, tcp main skipped, tls main ok, http main ok, clock main ok/
      )
      const { host } = new URL(via)
      assert.strictEqual(
        stepIn(checkup, "proxy").found,
        `Requests go through ${host}, as the variable HTTPS_PROXY says; it opened a tunnel.`
      )
      // One for the step of the proxy, one for TLS, one for the request without credentials, and one for the vendor's own layer.
      assert.deepStrictEqual(new Set(opened), new Set([new URL(url).host]))
      assert.strictEqual(opened.length, 4)
    })
  )

  it.live("goes through the one of the layer's option, with its credentials, which it never shows", () =>
    Effect.gen(function* () {
      const [{ url }, { credentials, url: via }] = [yield* modern, yield* proxy()]
      const address = via.replace("//", "//ada:pa%40ss@")
      const checkup = yield* trusting([certificates.local], examineAt(url, { proxy: Redacted.make(address) }))
      assert.strictEqual(stepIn(checkup, "tls").status, "ok")
      assert.include(stepIn(checkup, "proxy").found, "the layer's option proxy")
      const sent = `Basic ${Buffer.from("ada:pa@ss").toString("base64")}`
      assert.deepStrictEqual([...new Set(credentials)], [sent])
      assert.notMatch(JSON.stringify(checkup), /pa(%40|@)ss|ada:/)
    })
  )

  it.live.each<readonly [number, RegExp, RegExp]>([
    [407, /wants credentials/, /user:password@/],
    [403, /rules do not allow/, /NO_PROXY/],
    [502, /could not reach the host/, /who runs the proxy/],
    [404, /opened no tunnel/, /address is the one of a proxy/]
  ])("says what its answer %i means", ([status, means, remedy]) =>
    Effect.gen(function* () {
      const [{ arrived, url }, { url: via }] = [yield* modern, yield* proxy(status)]
      const checkup = yield* examineAt(url, { proxy: via })
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.code], ["proxy", String(status)])
      assert.match(step.means ?? "", means)
      assert.match(step.remedy ?? "", remedy)
      assert.strictEqual(stepIn(checkup, "tls").means, "It needs “proxy main”, which failed.")
      assert.strictEqual(arrived(), 0)
    })
  )

  it.live("finds that nobody runs the proxy, or that it swallows what is sent", () =>
    Effect.gen(function* () {
      const [{ url }, nobody, deaf] = [yield* modern, yield* closed, yield* full]
      const refused = failedIn(yield* examineAt(url, { proxy: nobody.url }))
      assert.deepStrictEqual([refused.name, refused.code], ["proxy", "ECONNREFUSED"])
      assert.match(refused.means ?? "", /^The proxy cannot be reached\./)
      const late = failedIn(yield* examineAt(url, { proxy: deaf.url, timeout: "300 millis" }))
      assert.deepStrictEqual([late.name, late.code], ["proxy", "timeout"])
    })
  )

  it.live("finds that its name does not resolve", () =>
    Effect.gen(function* () {
      const step = failedIn(yield* examineAt("https://shop.example", { proxy: "http://proxy.invalid:8080" }))
      assert.strictEqual(step.name, "proxy")
      assert.match(step.means ?? "", /no such host name|No DNS server/)
    })
  )

  it.live("finds a proxy that shows a certificate of its own", () =>
    Effect.gen(function* () {
      const [{ url }, { url: via }] = [yield* secure({ cert: certificates.other }), yield* proxy()]
      const step = failedIn(yield* trusting([certificates.local], examineAt(url, { proxy: via })))
      assert.strictEqual(step.name, "tls")
      assert.include(step.code, "DEPTH_ZERO_SELF_SIGNED_CERT")
      assert.match(step.remedy ?? "", /NODE_EXTRA_CA_CERTS/)
    })
  )

  it.live("finds an address in the environment that is none of a proxy", () =>
    withEnvironment(
      { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: "socks5://ada:pa55word@proxy.example" },
      Effect.gen(function* () {
        const checkup = yield* examineAt("https://shop.example")
        assert.deepStrictEqual(
          [failedIn(checkup).name, failedIn(checkup).category],
          ["proxy", "misconfigured"]
        )
        assert.notInclude(JSON.stringify(checkup), "pa55word")
      })
    )
  )
})
