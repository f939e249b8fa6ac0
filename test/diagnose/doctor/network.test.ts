/** The steps to a host, over real sockets of this machine: each way to fail gives its step, its code and what to do. */
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber } from "effect"
import * as certificates from "../../pipeline/transport/certificates.ts"
import { closed, full, modern, secure, tcp } from "../../pipeline/transport/loopback.ts"
import { withEnvironment } from "../../pipeline/transport/environment.ts"
import { trusting } from "./certificates.ts"
import { ended, examineAt, failedIn, stepIn } from "./patient.ts"

describe("the doctor", () => {
  it.live("finds nothing wrong where nothing is, over TLS, and says until when the certificate is good", () =>
    Effect.gen(function* () {
      const { url } = yield* modern
      const checkup = yield* trusting([certificates.local], examineAt(url))
      const { port } = new URL(url)
      assert.match(stepIn(checkup, "dns").found ?? "", /^localhost is .*127\.0\.0\.1/)
      assert.match(stepIn(checkup, "tcp").found ?? "", new RegExp(`Connected to .*:${port} from `))
      assert.match(
        stepIn(checkup, "tls").found ?? "",
        /TLSv1\.3; a certificate of localhost \(DNS:localhost\) by localhost, valid until 2120-01-01 \(\d+ days\)/
      )
      assert.strictEqual(stepIn(checkup, "http").found, `GET https://localhost:${port}/: HTTP 200.`)
      assert.strictEqual(stepIn(checkup, "clock").status, "ok")
    })
  )

  it.live("finds a name that does not resolve", () =>
    Effect.gen(function* () {
      const checkup = yield* examineAt("https://entry.shop.invalid")
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.subject, step.category], ["dns", "main", "network"])
      assert.match(step.code ?? "", /^(ENOTFOUND|EAI_AGAIN)$/)
      assert.include(step.found, "entry.shop.invalid")
      assert.match(step.remedy ?? "", /Compare SHOP_BASE_URL\. Call the shop's porter\.$/)
    })
  )

  it.live("finds a port that nobody listens on", () =>
    Effect.gen(function* () {
      const { url } = yield* closed
      const step = failedIn(yield* examineAt(url))
      assert.deepStrictEqual([step.name, step.code], ["tcp", "ECONNREFUSED"])
      assert.match(step.means ?? "", /refuses the connection/)
    })
  )

  it.live("finds a host that swallows what is sent, and ends in time", () =>
    Effect.gen(function* () {
      const { url } = yield* full
      const checkup = yield* examineAt(url, { timeout: "300 millis" })
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.code, step.found], ["tcp", "timeout", "Nothing within 300ms."])
      assert.match(step.means ?? "", /firewall/)
      assert.isBelow(checkup.millis, 1500)
    })
  )

  it.live("finds a host that takes the connection and never begins TLS", () =>
    Effect.gen(function* () {
      const { url } = yield* tcp(() => {}, "https")
      const step = failedIn(yield* examineAt(url, { timeout: "300 millis" }))
      assert.deepStrictEqual([step.name, step.code], ["tls", "timeout"])
      assert.match(step.means ?? "", /TLS did not begin/)
    })
  )

  it.live("finds plain HTTP on the port of https", () =>
    Effect.gen(function* () {
      const { url } = yield* tcp((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"), "https")
      const step = failedIn(yield* examineAt(url))
      assert.deepStrictEqual([step.name, step.code], ["tls", "ERR_SSL_WRONG_VERSION_NUMBER"])
      assert.match(step.means ?? "", /does not speak TLS/)
    })
  )

  it.live("finds a connection that is cut while TLS is agreed on", () =>
    Effect.gen(function* () {
      const { url } = yield* tcp((socket) => socket.on("data", () => socket.resetAndDestroy()), "https")
      const step = failedIn(yield* examineAt(url))
      assert.strictEqual(step.name, "tls")
      assert.match(step.means ?? "", /cut while TLS/)
    })
  )

  it.live("finds https where plain http is called", () =>
    Effect.gen(function* () {
      const { url } = yield* secure({})
      const checkup = yield* examineAt(url.replace("https:", "http:"))
      const step = failedIn(checkup)
      assert.strictEqual(step.name, "http")
      assert.match(step.remedy ?? "", /must begin with https:/)
      assert.match(stepIn(checkup, "tls").means ?? "", /plain http/)
    })
  )

  it.live.each<readonly [string, string, ReadonlyArray<string>, string, RegExp]>([
    ["has expired", certificates.expired, [certificates.expired], "CERT_HAS_EXPIRED", /expired/],
    [
      "is for another host",
      certificates.other,
      [certificates.other],
      "ERR_TLS_CERT_ALTNAME_INVALID",
      /another host/
    ],
    [
      "nobody vouches for",
      certificates.local,
      [],
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      /Nobody whom this machine trusts/
    ]
  ])("finds a certificate that %s, with its names and dates", ([, cert, trusted, code, means]) =>
    Effect.gen(function* () {
      const { url } = yield* secure({ cert })
      const step = failedIn(yield* trusting(trusted, examineAt(url)))
      assert.strictEqual(step.name, "tls")
      assert.include(step.code, code)
      assert.match(step.means ?? "", means)
      assert.match(step.found ?? "", /a certificate of .* by .*, valid until \d{4}-\d\d-\d\d/)
      assert.match(step.found ?? "", /This machine's date is \d{4}-/)
    })
  )

  it.live("skips what needs a step that failed, and says which", () =>
    Effect.gen(function* () {
      const { url } = yield* closed
      const checkup = yield* examineAt(url)
      assert.strictEqual(
        ended(checkup),
        "settings ok, proxy main ok, dns main ok, tcp main failed, tls main skipped, http main skipped, clock main skipped, credentials key skipped, limits skipped"
      )
      for (const name of ["tls", "http", "clock"])
        assert.strictEqual(stepIn(checkup, name).means, "It needs “tcp main”, which failed.")
      assert.isFalse(checkup.ok)
    })
  )

  it.live("leaves no socket open where it is interrupted", () =>
    Effect.gen(function* () {
      const [shaking, gone] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
      const { url } = yield* tcp((socket) => {
        // TLS has begun: the step before it is over.
        socket.once("data", () => {
          Deferred.doneUnsafe(shaking, Effect.void)
          socket.on("close", () => Deferred.doneUnsafe(gone, Effect.void))
        })
      }, "https")
      const checkup = yield* Effect.forkChild(examineAt(url, { timeout: "1 minute" }))
      yield* Deferred.await(shaking)
      yield* Fiber.interrupt(checkup)
      yield* Deferred.await(gone)
    })
  )

  it.live("says of a proxy that is set and not used that it may be what is missing", () =>
    withEnvironment(
      { HTTPS_PROXY: "http://ada:pa55word@proxy.example" },
      Effect.gen(function* () {
        const checkup = yield* examineAt("https://entry.shop.invalid")
        const { remedy } = failedIn(checkup)
        assert.match(
          remedy ?? "",
          /^The environment has HTTPS_PROXY, which was not used: set NODE_USE_ENV_PROXY=1/
        )
        assert.match(stepIn(checkup, "proxy").means ?? "", /HTTPS_PROXY/)
        assert.notInclude(JSON.stringify(checkup), "pa55word")
      })
    )
  )
})
