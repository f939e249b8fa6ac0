/** A vendor that is generated from a document with every shape: its own tests pass, and its calls do what they say. */
import { assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { resolve } from "node:path"
import * as Testing from "../../src/testing/index.ts"
import { type Generated, generate } from "../../src/generate/generate.ts"
import { fileOf, harbor, tested, written } from "./generating.ts"

// any: what is generated while the test runs has no types here; the compiler looks at it below
type Vendor = any

const made = { generated: undefined as Generated | undefined, out: "", vendor: undefined as Vendor }

beforeAll(async () => {
  made.generated = await generate(harbor.spec, harbor.errors, undefined)
  made.out = written(made.generated, "harbor")
  made.vendor = await import(/* @vite-ignore */ resolve(made.out, "index.ts"))
})

const world = (samples: Readonly<Record<string, unknown>> = {}) => {
  const { vendor } = made
  const simulated = {
    vendor: vendor.vendor,
    operations: Testing.operationsIn(vendor),
    credentials: { apiKey: "k" },
    env: () => ({}),
    samples
  }
  return vendor
    .layerNoTransport({ apiKey: Redacted.make("k"), portId: "p1" })
    .pipe(Layer.provideMerge(Testing.Simulator.layer(simulated)))
}

const calling = <A>(
  program: Effect.Effect<A, any, any>,
  samples?: Readonly<Record<string, unknown>>
): Promise<A> => Effect.runPromise(Effect.provide(program, world(samples)) as Effect.Effect<A>)

interface Sent {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is sent, where everything is answered with nothing. */
const sentBy = async (call: () => Effect.Effect<unknown, any, any>): Promise<Sent> => {
  const sent: Array<Sent> = []
  const client = HttpClient.make((request, url) =>
    Effect.sync(() => {
      const { body } = request
      sent.push({
        url: url.href,
        headers: request.headers,
        body: body._tag === "Uint8Array" ? new TextDecoder().decode(body.body) : ""
      })
      return HttpClientResponse.fromWeb(request, new Response("{}", { status: 200 }))
    })
  )
  const layer = made.vendor
    .layerNoTransport({ apiKey: Redacted.make("k"), portId: "p1" })
    .pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, client)))
  await Effect.runPromise(Effect.exit(Effect.provide(call(), layer)) as Effect.Effect<unknown>)
  return sent[0]!
}

describe("a vendor that is generated", () => {
  it("has every operation of the document, but for those that are left out by name", () => {
    const { allowed, lost, operations } = made.generated!
    assert.strictEqual(operations, 41)
    assert.deepStrictEqual(lost, [])
    assert.deepStrictEqual(
      allowed.filter(({ what }) => what.startsWith("operation")).map(({ where }) => where),
      ["POST /uploads", "POST /loops"]
    )
    assert.lengthOf(Testing.operationsIn(made.vendor), 41)
  })

  it("passes the tests that come with it", async () => {
    const found = await tested(made.out, "harbor.test.ts")
    assert.match(found, /# pass 3\n# fail 0/)
  })

  it("gives the same bytes in a second run", async () => {
    const again = await generate(harbor.spec, harbor.errors, undefined)
    assert.deepStrictEqual(again.files, made.generated!.files)
  })

  it("keeps what its document calls by names of the language", () => {
    const names = Testing.operationsIn(made.vendor).map(({ tag }) => tag.slice("Harbor.".length))
    for (const word of ["delete", "import", "constructor", "text", "items"]) assert.notInclude(names, word)
    assert.includeMembers([...names], ["listBerths", "getBerthsById", "deletePortsShipsByShipId"])
  })

  it("sends settings, headers, keys and what is only written, and never what is only read", async () => {
    const sent = await sentBy(() =>
      made.vendor.shipsCreate({
        name: "Ada",
        kind: "tug",
        secretNote: "n",
        owner: { name: "Bo", boss: { name: "Cy" } }
      })
    )
    assert.strictEqual(sent.url, "https://eu.harbor.example/v1/ports/p1/ships")
    assert.match(sent.headers["idempotency-key"] ?? "", /^[0-9a-f-]{36}$/)
    assert.strictEqual(sent.headers["x-api-key"], "k")
    assert.deepStrictEqual(JSON.parse(sent.body), {
      name: "Ada",
      kind: "tug",
      secretNote: "n",
      owner: { name: "Bo", boss: { name: "Cy" } }
    })
    const refused = await calling(
      Effect.flip(made.vendor.shipsCreate({ id: "1", name: "Ada", kind: "tug", secretNote: "n" }))
    )
    assert.match(String(refused), /id: unknown field/)
  })

  it("reads schemas that lead back to themselves, dates, and lists with nulls", async () => {
    const inner = [{ name: "b", at: "2026-01-31T12:00:00Z", next: { name: "c" } }]
    const samples = { "Harbor.berthTree": { name: "a", inner }, "Harbor.search": { found: ["x", null] } }
    const tree: any = await calling(made.vendor.berthTree({ id: "1" }), samples)
    assert.strictEqual(tree.inner[0].at.epochMilliseconds, Date.parse("2026-01-31T12:00:00Z"))
    assert.strictEqual(tree.inner[0].next.name, "c")
    const filter = { and: [{ field: "a", is: 1 }, { and: [{ field: "b", is: true }] }] }
    assert.deepStrictEqual(await calling(made.vendor.search({ filter }), samples), {
      found: ["x", null]
    })
  })

  it("reads lists by token, offset, number and link", async () => {
    const list: any = await calling(Stream.runCollect(made.vendor.shipsList.stream({})), {
      "Harbor.shipsList": { data: [{ id: "1", name: "Ada" }], next_cursor: null }
    })
    assert.deepStrictEqual(
      list.map(({ name }: { readonly name: string }) => name),
      ["Ada"]
    )
    for (const name of ["listCargo", "listBerths", "getCrew"]) assert.property(made.vendor[name], "stream")
  })

  it("refuses what the document refuses, and takes what a patch lets through", async () => {
    const failureOf = (call: Effect.Effect<unknown, any, any>) =>
      calling(Effect.map(Effect.flip(call), String))
    assert.match(await failureOf(made.vendor.weigh({ id: "1", weight: 1000 })), /weight: 1 to 999/)
    assert.match(await failureOf(made.vendor.tides({ station: "North", level: 4 })), /level/)
    assert.match(await failureOf(made.vendor.shipsChange({ shipId: "1", draft: 31 })), /draft: at most 30/)
    const line = { sku: "a", count: 0 }
    const input = { body: { type: "box", number: "ABCD1234567", lines: [line] } }
    const { body } = await sentBy(() => made.vendor.addCargo(input))
    assert.deepStrictEqual(JSON.parse(body), input.body)
  })

  it("sends forms, bytes, texts, lists and queries as the document says", async () => {
    const form = await sentBy(() => made.vendor.report({ from: new Date(0), days: 7 }))
    assert.strictEqual(form.body, "from=1970-01-01T00%3A00%3A00.000Z&days=7")
    const pdf = await sentBy(() => made.vendor.uploadPdf({ id: "1", content: new Uint8Array([65]) }))
    assert.deepStrictEqual([pdf.body, pdf.headers["content-type"]], ["A", "application/pdf"])
    const note = await sentBy(() => made.vendor.noteReport({ id: "1", content: "x" }))
    assert.deepStrictEqual([note.body, note.headers["content-type"]], ["x", "text/plain"])
    const list = await sentBy(() => made.vendor.setCargo({ items: [{ type: "bulk", tons: 1 }] }))
    assert.strictEqual(list.body, '[{"type":"bulk","tons":1}]')
    const ships = await sentBy(() => made.vendor.shipsList({ kind: ["tug", "ferry"] }))
    assert.include(ships.url, "?kind=tug&kind=ferry")
    const event = await sentBy(() => made.vendor.event({ id: "1", xTrace: "t", "filter[name]": "n" }))
    assert.deepStrictEqual([event.headers["x-trace"], event.url.split("?")[1]], ["t", "filter%5Bname%5D=n"])
    const status = await sentBy(() => made.vendor.status({}))
    assert.notProperty(status.headers, "x-api-key")
  })

  it("writes no text of the document as code", () => {
    const code = made.generated!.files.map(({ text }) => text).join("\n")
    assert.notInclude(code, "process.exit")
    assert.include(fileOf(made.generated!, "operations/tides.ts"), '"So\\"uth", "`${1}`", "*/"')
  })
})
