/** `errors.json`: what is wrong in it is named by its place and the rule, and what it says is in the code. */
import { assert, describe, it } from "@effect/vitest"
import Ajv from "ajv/dist/2020.js"
import { readFileSync } from "node:fs"
import { errorsSchema, errorsSchemaPath } from "../../scripts/derive/errorsSchema.ts"
import { starter } from "../../src/generate/generate.ts"
import { documentOf, fewFacts, fileOf, generated, harbor } from "./generating.ts"

const page = {
  type: "object",
  properties: {
    data: { type: "array", items: { type: "string" } },
    next: { type: "string" },
    count: { type: "integer" }
  }
}
const list = {
  operationId: "listThings",
  parameters: [
    { name: "cursor", in: "query", schema: { type: "string" } },
    { name: "offset", in: "query", schema: { type: "integer" } },
    { name: "limit", in: "query", schema: { type: "integer", maximum: 40 } }
  ],
  responses: { 200: { content: { "application/json": { schema: page } } }, 404: {} }
}
const document = documentOf({
  "/things": { get: list, post: { operationId: "addThing", responses: { 201: {}, 409: {} } } }
})

const failure = {
  tag: "Gone",
  status: 410,
  category: "not-found" as const,
  retry: "never" as const,
  means: "It is gone.",
  remedy: "Leave it.",
  see: "https://shop.example/docs",
  of: "always" as const
}

describe("facts that are not what they must be", () => {
  const paging = (change: object) => ({
    operations: {
      "GET /things": { paging: { style: "token", items: "data", token: "next", into: "cursor", ...change } }
    }
  })
  const wrong: ReadonlyArray<readonly [place: string, facts: object, says: RegExp]> = [
    [
      "a field that is misspelled",
      { vendor: { name: "Shop", doc: "x" } },
      /vendor\.doc: unknown field; did you mean docs\?/
    ],
    [
      "a name that no class can have",
      { vendor: { name: "my shop", docs: "x" } },
      /vendor\.name: a name that begins with a capital/
    ],
    [
      "a status that there is not",
      { failures: [{ ...failure, status: 1000 }] },
      /failures\.0\.status: a status from 100 to 599/
    ],
    [
      "a category that there is not",
      { failures: [{ ...failure, category: "odd" }] },
      /failures\.0\.category: Expected "rate-limited"/
    ],
    [
      "a failure without a remedy",
      { failures: [{ ...failure, remedy: undefined }] },
      /failures\.0\.remedy: is missing/
    ],
    [
      "two failures of one name",
      { failures: [failure, failure] },
      /\/failures\/1\/tag: another failure is called Gone already/
    ],
    [
      "an address that is none",
      { hosts: { main: "shop.example" } },
      /\/hosts\/main: a base URL begins with https/
    ],
    ["no host", { hosts: {} }, /\/hosts: at least one base URL is needed/],
    [
      "a quota that there is not",
      {
        quotas: { reads: { limit: 1, per: "1 second", scope: "a", source: "b" } },
        operations: { "GET /things": { quota: "raeds" } }
      },
      /\/operations\/GET ~1things\/quota: “raeds” is not among the quotas; did you mean reads\?/
    ],
    [
      "a span of time that is none",
      { quotas: { reads: { limit: 1, per: "often", scope: "a", source: "b" } } },
      /quotas\.reads\.per: a span of time/
    ],
    [
      "an operation that the document has not",
      { operations: { "GET /thing": {} } },
      /errors\.json \/operations\/GET ~1thing: the document has no operation GET \/thing; did you mean GET \/things\?/
    ],
    [
      "a failure of an operation that there is not",
      { failures: [{ ...failure, of: ["PUT /things"] }] },
      /\/failures\/0\/of\/0: the document has no operation PUT \/things/
    ],
    [
      "items that are no list",
      paging({ items: "next" }),
      /\/paging\/items: a list is expected at “next” of the answer, and there is string/
    ],
    [
      "a token that is a number",
      paging({ token: "count" }),
      /\/paging\/token: a text is expected at “count” of the answer, and there is int/
    ],
    [
      "a position for a field that there is not",
      paging({ into: "after" }),
      /\/paging\/into: the operation has no field after/
    ],
    [
      "a patch of nothing",
      { patches: [{ op: "remove", path: "/paths/~1x", why: "w", source: "s" }] },
      /\/patches\/0: there is nothing to correct.*because: w/
    ],
    [
      "a patch that changes nothing",
      { patches: [{ op: "replace", path: "/info/title", value: "Shop", why: "w", source: "s" }] },
      /\/patches\/0: this correction changes nothing any more: take it out/
    ],
    [
      "a permission that nothing needs",
      { allow: [{ what: "not is not checked", why: "w" }] },
      /\/allow\/0: nothing is left out because of “not is not checked”: take it out/
    ]
  ]
  it.each(wrong)("are refused, and the place is named: %s", async (_, facts, says) => {
    const message = await generated(document, facts).then(
      () => "it was generated",
      (error: Error) => error.message
    )
    assert.match(message, says)
  })
})

describe("facts", () => {
  it("of a failure become its class, words before statuses", async () => {
    const special = {
      ...failure,
      tag: "Sold",
      status: ["4xx"],
      body: { "error.code": "sold" },
      retry: { header: "X-Wait", as: "epoch-seconds", otherwise: "1 minute" },
      of: ["POST /things"]
    }
    const code = fileOf(await generated(document, { failures: [failure, special] as never }), "failures.ts")
    assert.include(code, `signature: { status: ["4xx"], body: { error: { code: "sold" } } }`)
    assert.include(code, `carries: { wait: Schema.optionalKey(Failure.header("x-wait", Wire.EpochSeconds)) }`)
    assert.include(code, `retry: { at: "wait", otherwise: "1 minute" }`)
    assert.include(code, "export const failures = [Sold, Gone] as const")
    assert.include(code, "export const always = [Gone] as const")
  })

  it("of an operation stand in it, and an unknown write is not idempotent", async () => {
    const operations = {
      "GET /things": {
        paging: { style: "offset", items: "data", into: "offset", size: "limit", usual: 40 },
        permission: "read"
      }
    }
    const code = fileOf(
      await generated(document, { operations: operations as never }),
      "operations/things.ts"
    )
    assert.include(code, `Pages.byOffset(listThingsPage, {`)
    assert.include(code, `permission: "read"`)
    assert.include(code, "Not idempotent: unknown.")
  })

  it("of hosts are addresses as requests have them", async () => {
    const code = fileOf(
      await generated(document, { hosts: { main: "https://shop.example:443/v1/", own: "" } }),
      "vendor.ts"
    )
    assert.include(code, `hosts: { main: "https://shop.example/v1", own: "" }`)
  })

  it("of credentials make the layer", async () => {
    const layerOf = async (auth: unknown) =>
      fileOf(await generated(document, { auth: auth as never }), "layer.ts")
    assert.include(await layerOf({ type: "bearer", variable: "T" }), "auth: Auth.bearer(options.token)")
    assert.include(
      await layerOf({ type: "header", name: "X-Key", variable: "T" }),
      `Auth.headers({ "x-key": options.apiKey })`
    )
    assert.include(
      await layerOf({ type: "basic", user: "U", password: "P" }),
      "Auth.basic(options.user, options.password)"
    )
    assert.include(await layerOf({ type: "none" }), "auth: Auth.none")
  })

  it("are checked by a JSON Schema that is published, and as it would be derived now", async () => {
    const text = readFileSync(errorsSchemaPath, "utf8")
    assert.strictEqual(text, await errorsSchema())
    const isValid = new Ajv.default({ strict: false }).compile(JSON.parse(text))
    assert.isTrue(isValid(JSON.parse(harbor.errors.text)))
    assert.isTrue(isValid(JSON.parse(JSON.stringify((await starter(harbor.spec)).facts))))
    assert.isFalse(isValid({ ...fewFacts, vendor: { name: "my shop", docs: "x" } }))
    assert.isFalse(isValid({ ...fewFacts, vendors: [] }))
  })
})

describe("a starter", () => {
  it("has the statuses, the credentials and the pages that the document shows, as guesses", async () => {
    const { facts, guesses } = await starter({ name: "openapi.json", text: JSON.stringify(document) })
    const tags = facts.failures.map(({ of, status, tag }) => [tag, status, of])
    assert.deepStrictEqual(tags.slice(0, 2), [
      ["NotFound", 404, ["GET /things"]],
      ["Conflict", 409, ["POST /things"]]
    ])
    assert.deepStrictEqual(facts.operations["POST /things"], { idempotent: false, why: "unknown" })
    assert.deepStrictEqual(facts.operations["GET /things"], {
      paging: { style: "token", items: "data", token: "next", into: "cursor" }
    })
    assert.include(
      guesses.map(({ what }) => what),
      "its pages: token, by “cursor”, items at “data”"
    )
    const { facts: ofHarbor } = await starter(harbor.spec)
    assert.deepStrictEqual(ofHarbor.auth, { type: "header", name: "X-Api-Key", variable: "HARBOR_API_KEY" })
    assert.deepStrictEqual(ofHarbor.hosts, { main: "https://eu.harbor.example/v1" })
    assert.strictEqual(ofHarbor.operations["POST /ports/{portId}/ships"]?.key, "idempotency-key")
  })

  it("is enough to generate from", async () => {
    const { facts } = await starter({ name: "openapi.json", text: JSON.stringify(document) })
    assert.strictEqual((await generated(document, { ...facts, hosts: fewFacts.hosts })).operations, 2)
  })
})
