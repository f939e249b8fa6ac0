import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { existsSync, readFileSync } from "node:fs"
import { code, source, table, text } from "../../scripts/derive/markdown.ts"
import { page } from "../../scripts/derive/page.ts"
import { derive, pathOf, vendorNames } from "../../scripts/derive/pages.ts"
import * as Shop from "../shop/shop.ts"

describe("the reference pages", () => {
  it.effect.each(vendorNames)("of %s says what the catalogue says", (name) =>
    Effect.gen(function* () {
      const path = pathOf(name)
      assert.isTrue(existsSync(path), `${path} is missing. Run: npm run docs`)
      assert.isTrue(
        readFileSync(path, "utf8") === (yield* derive(name)),
        `${path} is out of date. Run: npm run docs`
      )
    })
  )

  it.effect.each([
    ["braze", ["BRAZE_API_KEY", "BRAZE_BASE_URL"]],
    ["m3ter", ["M3TER_API_KEY", "M3TER_API_SECRET", "M3TER_ORG_ID", "M3TER_CONFIG_URL", "M3TER_INGEST_URL"]],
    ["xtremepush", ["XTREMEPUSH_APP_TOKEN", "XTREMEPUSH_BASE_URL"]],
    ["metrix", ["METRIX_APP_ID", "METRIX_API_KEY", "METRIX_BASE_URL"]],
    [
      "ixon",
      [
        "IXON_APPLICATION_ID",
        "IXON_COMPANY_ID",
        "IXON_BASE_URL",
        "IXON_ACCESS_TOKEN",
        "IXON_EMAIL",
        "IXON_PASSWORD",
        "IXON_OTP",
        "IXON_BRANDING_DOMAIN"
      ]
    ]
  ] as const)("of %s names the environment that its layer reads", ([name, variables]) =>
    Effect.gen(function* () {
      const found = [
        ...(yield* derive(name)).matchAll(
          /^\| `([A-Z0-9_]+)` \| (?:required|optional)(?:, read without `IXON_ACCESS_TOKEN`)? \|$/gm
        )
      ].map(([, one]) => one)
      assert.sameMembers(found, [...variables])
    })
  )
})

describe("page", () => {
  const shop = page(Shop, [{ name: "SHOP_KEY", required: true }])

  it("has every failure with how it looks, what it means, what to do and where that is documented", () => {
    for (const { facts, tag } of Shop.failures) {
      const section = shop.split(`### ${tag}\n`)[1]?.split("\n### ")[0] ?? ""
      assert.include(section, facts.means)
      assert.include(section, `**${facts.remedy}**`)
      assert.match(section, /- Looks like: /)
      assert.include(section, `- Category: ${facts.category}`)
      assert.include(section, "- Source: <https://shop.example/docs>")
    }
    assert.include(shop, "- Retry: after `retryAfter`, else 1s")
  })

  it("has every operation with its own failures, which link to their section", () => {
    assert.include(
      shop,
      "| `placeOrder` | `POST /shops/{shopId}/orders` | no | [Shop.SoldOut](#shopsoldout) |"
    )
    assert.include(shop, "| `getOrder` | `GET /orders/{id}` | reads |")
  })

  it("has the settings that a layer is given, and what to know of single operations", () => {
    assert.include(shop, "Settings, which a layer is given once and which paths and headers name: `shopId`.")
    assert.notInclude(shop, "## Permissions and notes")
    const gift = Shop.operation("gift", () => ({
      method: "POST",
      path: "/gifts",
      input: Schema.Struct({ to: Schema.String }),
      output: Schema.Unknown,
      idempotent: ({ to }) => to === "me",
      anonymous: true,
      needs: ["shopId"],
      harmless: [Shop.Closed],
      permission: "gifts.write",
      deprecated: "in favor of placeOrder",
      notes: ["Wrapped, not yet sent."]
    }))
    const written = page({ ...Shop, gift }, [])
    assert.include(written, "| `gift` | `POST /gifts` | by input |")
    assert.include(
      written,
      [
        "## Permissions and notes",
        "",
        "What operations need, and what a success of them does not mean yet: `withResponse` gives the latter as `notes`.",
        "",
        "`gift`:",
        "",
        "- Deprecated: in favor of placeOrder",
        "- Sends no credentials.",
        "- Needs the permission `gifts.write`.",
        "- Needs the setting `shopId`.",
        "- After [Shop.Closed](#shopclosed) nothing was done: it is safe to repeat.",
        "- Wrapped, not yet sent."
      ].join("\n")
    )
  })

  it("has the waits that the policy makes", () => {
    assert.include(shop, "| a passing fault, and nothing happened | 1s, 2s, 4s | 1s, 2s, 4s |")
    assert.include(shop, "| a fault, and it may have happened | 1s, 2s, 4s | no second attempt |")
    assert.include(shop, "| a refusal for now; never sooner than the vendor says | 1s, 3s, 9s | 1s, 3s, 9s |")
  })
})

describe("markdown", () => {
  it("keeps what would break a table or be taken for HTML", () => {
    assert.strictEqual(table(["a"], [["x | y\nz"]]), "| a |\n| --- |\n| x \\| y z |")
    assert.strictEqual(table(["a"], []), "")
    assert.strictEqual(text("<b> *x* [y]_z"), "&lt;b> \\*x\\* \\[y\\]\\_z")
    assert.deepStrictEqual([code(""), code("x")], ["", "`x`"])
    assert.deepStrictEqual(
      [source("https://a.example/b"), source("a page")],
      ["<https://a.example/b>", "a page"]
    )
  })
})
