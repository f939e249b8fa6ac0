import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { layer, portal, success } from "./portal.ts"

describe("documented limits", () => {
  const tag = (fields: Record<string, unknown>) => ({
    sources: [{ source: { publicId: "S0S0S0S0S0S0" }, tags: [fields] }]
  })
  const query = (fields: Record<string, unknown>) => tag({ id: 1, queries: [fields] })
  const at = "sources.0.tags.0"
  // Operation, input that breaks one rule, the path and the rule it is told.
  const broken: ReadonlyArray<
    readonly [
      (input: never) => Effect.Effect<unknown, { readonly _tag: string }, Ixon.IxonApi>,
      unknown,
      string,
      string
    ]
  > = [
    [
      Ixon.createAccessToken,
      { expiresIn: Duration.seconds(59) },
      "expiresIn",
      "60 seconds to 60 days, in whole seconds"
    ],
    [
      Ixon.createAccessToken,
      { expiresIn: Duration.days(61) },
      "expiresIn",
      "60 seconds to 60 days, in whole seconds"
    ],
    [
      Ixon.createAccessToken,
      { expiresIn: Duration.millis(60_500) },
      "expiresIn",
      "60 seconds to 60 days, in whole seconds"
    ],
    [
      Ixon.createAccessToken,
      { expiresIn: Duration.infinity },
      "expiresIn",
      "60 seconds to 60 days, in whole seconds"
    ],
    [
      Ixon.createAccessToken,
      { expiresIn: Duration.hours(1), trustedDeviceName: "x".repeat(256) },
      "trustedDeviceName",
      "1 to 255 characters"
    ],
    [Ixon.listAgents, { pageSize: 0 }, "pageSize", "at least 1"],
    [Ixon.listAgents, { pageSize: 1.5 }, "pageSize", "a whole number"],
    [Ixon.getAgent, { publicId: "" }, "publicId", "exactly 12 characters"],
    [Ixon.listAgentDevices, { agentId: "me" }, "agentId", "exactly 12 characters"],
    [Ixon.getCompany, { publicId: "1111-2222" }, "publicId", "five groups of four digits, joined by hyphens"],
    [Ixon.deleteAccessToken, { publicId: "me" }, "publicId", "exactly 12 characters"],
    [Ixon.queryData, tag({}), at, "names the tag by `id` or by `slug`"],
    [Ixon.queryData, tag({ slug: "x".repeat(65) }), `${at}.slug`, "1 to 64 characters"],
    [Ixon.queryData, tag({ slug: "a b" }), `${at}.slug`, "letters, digits, _, -, [ and ] only"],
    [Ixon.queryData, tag({ id: -1 }), `${at}.id`, "0 to 4294967295"],
    [Ixon.queryData, query({ ref: "{a}" }), `${at}.queries.0.ref`, "no braces"],
    [Ixon.queryData, query({ limit: 5001 }), `${at}.queries.0.limit`, "1 to 5000"],
    [Ixon.queryData, query({ decimals: 8 }), `${at}.queries.0.decimals`, "0 to 7"]
  ]

  it.effect.each(broken)("are checked before anything is sent (%#)", ([operation, input, path, rule]) =>
    Effect.gen(function* () {
      const { sent, transport } = portal(() => success(null))
      const failure = yield* Effect.flip(Effect.provide(operation(input as never), layer(transport)))
      assert.strictEqual(failure._tag, "InvalidInput")
      assert.deepInclude(Reflect.get(failure, "complaints"), {
        path,
        message: rule
      })
      assert.deepStrictEqual(sent, [])
    })
  )
})
