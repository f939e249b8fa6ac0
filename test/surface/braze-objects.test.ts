/** Objects that the simulated Braze keeps: what one operation makes, the others read, list, change and remove. */
import { assert, describe, it } from "@effect/vitest"
import { Redacted, Stream } from "effect"
import { operationsIn } from "../../src/contract/Operation.ts"
import * as Braze from "../../src/vendors/braze/all.ts"
import { surface } from "../../src/vendors/braze/simulator/surface.ts"
import { refusal, test } from "./brazeWorld.ts"

const catalogName = "books"
const fields = [
  { name: "id", type: "string" as const },
  { name: "title", type: "string" as const }
]

it("there are handlers for operations alone that exist", () => {
  const names = operationsIn(Braze).map(({ tag }) => tag.replace("Braze.", ""))
  const handled = Object.keys(surface(() => undefined))
  assert.deepStrictEqual(
    handled.filter((name) => !names.includes(name)),
    []
  )
})

describe("a catalog", () => {
  test("is made, listed, given fields and selections, and deleted", function* () {
    yield* Braze.createCatalog({ catalogs: [{ name: catalogName, fields }] })
    assert.strictEqual(
      yield* refusal(Braze.createCatalog({ catalogs: [{ name: catalogName, fields }] })),
      "Braze.CatalogNameTaken"
    )
    const more = { catalogName, fields: [{ name: "price", type: "number" as const }] }
    yield* Braze.createCatalogFields(more)
    assert.strictEqual(yield* refusal(Braze.createCatalogFields(more)), "Braze.InvalidCatalogField")
    const filters = [{ field: "price", operator: "greater than", value: 5 }]
    yield* Braze.createCatalogSelection({ catalogName, selection: { name: "dear", filters } })
    yield* Braze.deleteCatalogSelection({ catalogName, selectionName: "dear" })
    const { catalogs } = yield* Braze.listCatalogs({})
    assert.deepStrictEqual(
      catalogs.map(
        ({ fields, name }: { readonly fields?: ReadonlyArray<unknown>; readonly name?: string }) => [
          name,
          fields?.length
        ]
      ),
      [[catalogName, 3]]
    )
    yield* Braze.deleteCatalogField({ catalogName, fieldName: "price" })
    yield* Braze.deleteCatalog({ catalogName })
    assert.strictEqual(yield* refusal(Braze.deleteCatalog({ catalogName })), "Braze.CatalogNotFound")
  })

  test("has items, one and many, page after page", function* () {
    assert.strictEqual(
      yield* refusal(Braze.getCatalogItem({ catalogName, itemId: "b1" })),
      "Braze.CatalogNotFound"
    )
    yield* Braze.createCatalog({ catalogs: [{ name: catalogName, fields }] })
    const fifty = (from: number) =>
      Array.from({ length: 50 }, (_, index) => ({ id: `b${from + index}`, title: "A book" }))
    yield* Braze.createCatalogItems({ catalogName, items: fifty(0) })
    yield* Braze.createCatalogItems({ catalogName, items: fifty(50) })
    yield* Braze.updateCatalogItems({ catalogName, items: [{ id: "b1", title: "Another" }] })
    yield* Braze.deleteCatalogItems({ catalogName, items: [{ id: "b2" }] })
    const all = yield* Stream.runCollect(Braze.listCatalogItems.stream({ catalogName }))
    assert.lengthOf(all, 99)
    const read = yield* Braze.getCatalogItem({ catalogName, itemId: "b1" })
    assert.deepStrictEqual(read.items, [{ id: "b1", title: "Another" }])
    const item = { catalogName, itemId: "n1" }
    yield* Braze.createCatalogItem({ ...item, items: [{ title: "New" }] })
    assert.strictEqual(
      yield* refusal(Braze.createCatalogItem({ ...item, items: [{ title: "New" }] })),
      "Braze.ItemAlreadyExists"
    )
    yield* Braze.replaceCatalogItem({ ...item, items: [{ price: 5 }] })
    yield* Braze.updateCatalogItem({ ...item, items: [{ title: "Newer" }] })
    assert.deepStrictEqual((yield* Braze.getCatalogItem(item)).items, [
      { id: "n1", price: 5, title: "Newer" }
    ])
    yield* Braze.deleteCatalogItem(item)
    assert.strictEqual(yield* refusal(Braze.getCatalogItem(item)), "Braze.ItemNotFound")
  })
})

describe("content", () => {
  test("blocks are made, changed, read and listed; a name is given once", function* () {
    const { contentBlockId = "" } = yield* Braze.createContentBlock({ name: "greeting", content: "Hello" })
    assert.strictEqual(
      yield* refusal(Braze.createContentBlock({ name: "greeting", content: "Hi" })),
      "Braze.ContentBlockNameTaken"
    )
    yield* Braze.updateContentBlock({ contentBlockId, content: "Good day" })
    const read = yield* Braze.getContentBlock({ contentBlockId })
    assert.deepStrictEqual([read.name, read.content], ["greeting", "Good day"])
    const { contentBlocks, count } = yield* Braze.listContentBlocks({})
    assert.deepStrictEqual([count, contentBlocks[0]?.contentBlockId], [1, contentBlockId])
    assert.strictEqual(
      yield* refusal(Braze.getContentBlock({ contentBlockId: "none" })),
      "Braze.ContentBlockNotFound"
    )
  })

  test("templates and preference centers are kept, too", function* () {
    const { emailTemplateId = "" } = yield* Braze.createEmailTemplate({
      templateName: "t",
      subject: "s",
      body: "b"
    })
    yield* Braze.updateEmailTemplate({ emailTemplateId, subject: "new" })
    const template = yield* Braze.getEmailTemplate({ emailTemplateId })
    assert.deepStrictEqual([template.templateName, template.subject], ["t", "new"])
    const pages = { preferenceCenterPageHtml: "<p>", confirmationPageHtml: "<p>" }
    const { preferenceCenterApiId: id = "" } = yield* Braze.createPreferenceCenter({ name: "p", ...pages })
    yield* Braze.updatePreferenceCenter({ id, ...pages, preferenceCenterTitle: "Title" })
    assert.strictEqual((yield* Braze.getPreferenceCenter({ id })).preferenceCenterTitle, "Title")
    assert.lengthOf((yield* Braze.listPreferenceCenters({})).preferenceCenters, 1)
    const { preferenceCenterUrl: url } = yield* Braze.getPreferenceCenterUrl({ id, userId: "u1" })
    assert.include(url === undefined ? "" : Redacted.value(url), id)
  })

  test("the keys of an app are three at most, and one of them is the primary one", function* () {
    const create = Braze.createSdkKey({ appId: "a", rsaPublicKeyStr: "k", description: "d" })
    const { id: first = "" } = yield* create
    const { id: keyId = "" } = yield* create
    yield* create
    assert.strictEqual(yield* refusal(create), "Braze.BadRequest")
    yield* Braze.setPrimarySdkKey({ appId: "a", keyId })
    yield* Braze.deleteSdkKey({ appId: "a", keyId: first })
    const { keys } = yield* Braze.listSdkKeys({ appId: "a" })
    assert.deepStrictEqual(
      keys.filter(({ isPrimary }: { isPrimary?: boolean }) => isPrimary).map(({ id }: { id?: string }) => id),
      [keyId]
    )
    assert.lengthOf(keys, 2)
  })
})

test("what no operation makes is made up, as the operation shows it, although the doctor asks for less of it", function* () {
  assert.isArray((yield* Braze.listSegments({})).segments)
  assert.isArray((yield* Braze.listCanvases({})).canvases)
})
