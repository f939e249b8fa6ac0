/** The console's page in Chromium: accessible in light and dark, on a phone's width, by keyboard alone, and live. */
import { afterAll, afterEach, assert, beforeAll, beforeEach, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { chromium } from "../package/tools.ts"
import { type Browser, type Page, start } from "./browser/devtools.ts"
import { focused, look, type Running, running, tabTo, violations } from "./browser/looking.ts"
import { classHealth, ended, failed, lane } from "./open.ts"

const program = chromium()
if (program === undefined) console.warn("No Chromium here: the console's page is not looked at.")

describe.skipIf(program === undefined)("the console's page", { timeout: 60_000 }, () => {
  let [browser, page, console_]: [Browser, Page, Running] = [undefined!, undefined!, undefined!]
  beforeAll(async () => {
    browser = await start(program ?? "")
  }, 60_000)
  afterAll(() => browser.close())
  beforeEach(async () => {
    ;[page, console_] = [await browser.page(), await running()]
    await page.size(1_000)
  })
  afterEach(() => console_.stop())

  const item = async (id: string) =>
    (await Effect.runPromise(console_.shop.box.store.list({ ids: [id], limit: 1 })))[0]

  for (const scheme of ["light", "dark"] as const)
    it(`breaks no rule of axe-core in ${scheme}, wide, narrow and with a dialog open`, async () => {
      await page.colors(scheme)
      console_.shop.health = (["closed", "half_open", "open"] as const).map((circuit, index) => ({
        vendor: `Shop ${index}`,
        tokenExpiresIn: -1,
        classes: [classHealth({ circuit, held: 90, downSince: index === 0 ? 1_800_000_000_000 : undefined })]
      }))
      console_.shop.failures = [failed(), failed({ id: "call-2", delivery: "Unknown" })]
      await Effect.runPromise(
        console_.shop.box.store.pause({ scope: "Shop", by: "ada", reason: "a move", now: 0 })
      )
      await look(page, console_)
      assert.strictEqual(
        await page.run("getComputedStyle(document.body).backgroundColor"),
        scheme === "light" ? "rgb(255, 255, 255)" : "rgb(21, 22, 26)"
      )
      for (const width of [1_000, 360]) {
        await page.size(width)
        assert.deepStrictEqual(await violations(page), [], `${width} px`)
      }
      await page.run(`document.querySelector("[data-action=resolve]").click()`)
      assert.deepStrictEqual(await violations(page), [], "resolve")
      await page.press("Escape")
      await page.run(`document.querySelector("[data-report]").click()`)
      await page.until(`document.querySelector("#report").open`)
      assert.deepStrictEqual(await violations(page), [], "report")
    })

  it("does not scroll sideways at 360 px, however long a name is", async () => {
    console_.shop.failures = [
      failed({ message: "x".repeat(400), see: `https://shop.example/${"y".repeat(300)}` })
    ]
    await Effect.runPromise(ended(console_.shop.box, "dead", [`order-${"z".repeat(300)}`]))
    await page.size(360)
    await look(page, console_)
    assert.isAtMost(await page.run<number>("document.documentElement.scrollWidth"), 360)
    for (const open of ["requeue", "resolve", "pause"]) {
      await page.run(`document.querySelector("[data-action=${open}]").click()`)
      assert.isAtMost(
        await page.run<number>(`document.querySelector("dialog[open]").getBoundingClientRect().right`),
        360
      )
      await page.press("Escape")
    }
  })

  it("is gone through with Tab in the order in which it is read, and shows where one is", async () => {
    await look(page, console_)
    const order: Array<string> = []
    for (let n = 0; n < 13; n++) {
      await page.press("Tab")
      order.push(await focused(page))
      assert.isAtLeast(
        Number.parseFloat(await page.run("getComputedStyle(document.activeElement).outlineWidth")),
        2
      )
    }
    assert.deepStrictEqual(order, [
      "Skip to the content",
      "Health",
      "Last failures",
      "Outbox",
      "https://shop.example/docs",
      "Report of Shop.SoldOut, call call-1",
      `Pause ${lane}`,
      "Pause everything",
      "Resolve order-1",
      "Requeue order-2",
      "Requeue order-3",
      ...order.slice(11)
    ])
  })

  it("asks by keyboard for a reason, keeps the focus in the dialog, and gives it back", async () => {
    await look(page, console_)
    await tabTo(page, "Requeue order-2")
    await page.press("Enter")
    await page.until(`document.querySelector("#decide").open`)
    assert.strictEqual(await focused(page), "Reason")
    for (let n = 0; n < 7; n++) {
      await page.press("Tab")
      assert.isFalse(await page.run(`document.querySelector("main").contains(document.activeElement)`))
    }
    await page.press("Escape")
    assert.isFalse(await page.run(`document.querySelector("#decide").open`))
    assert.strictEqual(await focused(page), "Requeue order-2")
    await page.press(" ")
    await page.press("Enter")
    assert.isTrue(
      await page.run(`document.querySelector("#decide").open`),
      "without a reason nothing is done"
    )
    assert.strictEqual((await item("order-2"))?.state, "dead")
  })

  it("requeues, resolves, pauses and resumes by keyboard", async () => {
    await look(page, console_)
    await tabTo(page, "Requeue order-2")
    await page.press("Enter")
    await page.type("seen at the shop")
    await page.press("Enter")
    await page.until(`document.querySelector("#status").textContent.includes("order-2 is sent again.")`)
    assert.deepInclude((await item("order-2"))?.outcome, { by: "ada", because: "seen at the shop" })
    await page.until(`!document.querySelector('[data-key="order-2"]')`)
    assert.notStrictEqual(await page.run("document.activeElement.tagName"), "BODY", "the focus is not lost")

    await tabTo(page, "Resolve order-1")
    await page.press("Enter")
    await page.until(`document.querySelector("#decide").open`)
    await page.press(" ")
    await tabTo(page, "Reason")
    await page.type("it is in the shop's list")
    await page.press("Enter")
    await page.until(`document.querySelector("#status").textContent.includes("order-1 is delivered.")`)
    assert.strictEqual((await item("order-1"))?.state, "delivered")

    await tabTo(page, `Pause ${lane}`)
    await page.press("Enter")
    await page.type("the shop moves")
    await page.press("Enter")
    await page.until(`document.querySelector("#outbox").innerText.includes("paused by ada: the shop moves")`)
    await tabTo(page, `Resume ${lane}`)
    await page.press("Enter")
    await page.until(`document.querySelector("#outbox [aria-label='Pause ${lane}']")`)
  })

  it("shows a report by keyboard, and closes it with Escape", async () => {
    await look(page, console_)
    await tabTo(page, "Report of Shop.SoldOut, call call-1")
    await page.press("Enter")
    await page.until(`document.querySelector("#report-text").textContent === "# Report of call-1"`)
    await page.press("Escape")
    assert.strictEqual(await focused(page), "Report of Shop.SoldOut, call call-1")
  })

  it("shows what changes, keeps the focus, and after a reconnect shows what is then", async () => {
    await look(page, console_)
    await tabTo(page, "Requeue order-3")
    console_.shop.failures = [failed({ id: "call-2", tag: "Shop.Closed" }), ...console_.shop.failures]
    console_.shop.health = [{ vendor: "Shop", classes: [classHealth({ circuit: "open" })] }]
    await page.until(`document.querySelector("#failures").textContent.includes("Shop.Closed")`)
    await page.until(`document.querySelector("#health .bad")?.textContent === "open"`)
    assert.strictEqual(await focused(page), "Requeue order-3")
    await console_.stop()
    await page.until(`document.querySelector("#status").textContent.includes("lost")`)
    console_.shop.failures = [failed({ id: "call-3", tag: "Shop.TooMany" })]
    await console_.start()
    await page.until(`document.querySelector("#status").textContent === "Live."`)
    await page.until(`document.querySelector("#failures").textContent.includes("Shop.TooMany")`)
    assert.notInclude(
      await page.run<string>(`document.querySelector("#failures").textContent`),
      "Shop.Closed"
    )
    assert.strictEqual(await focused(page), "Requeue order-3")
  })

  it("keeps the token out of its address, and says what to do without one", async () => {
    await look(page, console_)
    assert.strictEqual(await page.run("location.hash + location.search"), "")
    assert.notInclude(
      await page.run<string>("document.documentElement.outerHTML + document.cookie"),
      "t".repeat(43)
    )
    const other = await browser.page()
    await other.open(console_.open.split("#")[0]!)
    await other.until(
      `document.querySelector("#status").textContent.includes("open the address that the console printed")`
    )
    assert.notInclude(await other.run<string>("document.body.textContent"), "Shop.SoldOut")
  })
})
