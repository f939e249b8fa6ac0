/** What a person sees of the page, and does there, in a browser. */
import { Effect, Exit, Redacted, Scope } from "effect"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Console } from "../../../src/console/Console.ts"
import { opened, type World, world } from "../open.ts"
import type { Page } from "./devtools.ts"

/** A console that can be stopped and started on its port. */
export interface Running {
  readonly shop: World
  readonly open: string
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

/** Starts a console over a world of its own. */
export const running = async (): Promise<Running> => {
  const shop = await Effect.runPromise(Effect.scoped(world))
  let scope = Scope.makeUnsafe()
  const serve = (port: number): Promise<Console["Service"]> =>
    Effect.runPromise(Effect.orDie(Scope.provide(opened(shop, { port }), scope)))
  const { open, port } = await serve(0)
  return {
    shop,
    open: Redacted.value(open),
    stop: () => Effect.runPromise(Scope.close(scope, Exit.void)),
    start: async () => {
      scope = Scope.makeUnsafe()
      await serve(port)
    }
  }
}

/** Opens the page, and waits until it shows what there is. */
export const look = async (page: Page, { open }: Running): Promise<void> => {
  await page.open(open)
  await page.until(`document.querySelector("#outbox table")`)
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe-core finds wrong with the page as it is now: the rules, and where. */
export const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.run(axe)
  return page.run(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target + " " + node.failureSummary).join(" | ")))`)
}

/** How the element with the focus is called. */
export const focused = (page: Page): Promise<string> =>
  page.run(`(() => {
    const { ariaLabel, id, textContent } = document.activeElement
    return ariaLabel || (id === "because" ? "Reason" : textContent.trim().replace(/\\s+/g, " "))
  })()`)

/** Goes on with Tab until the element is reached. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  const seen: Array<string> = []
  while ((await focused(page)) !== name) {
    if (seen.length > 80) throw new Error(`Tab does not reach “${name}”: ${seen.join(", ")}`)
    await page.press("Tab")
    seen.push(await focused(page))
  }
}
