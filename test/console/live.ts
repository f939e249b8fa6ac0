/** The page as a program reads and uses it: its events, and its actions. */
import { Effect } from "effect"
import { ask, token } from "./open.ts"

export type Section = { readonly id: string; readonly html: string }

/** Events of the page, one by one. */
export const live = (address: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(() => {
        const gone = new AbortController()
        const headers = { authorization: `Bearer ${token}` }
        return fetch(`${address}live`, { headers, signal: gone.signal }).then((answer) => ({ answer, gone }))
      }),
      ({ gone }) => Effect.sync(() => gone.abort())
    ),
    ({ answer }) => {
      const reader = answer.body!.getReader()
      let text = ""
      const next = async (): Promise<ReadonlyArray<Section> | "ended"> => {
        const end = text.indexOf("\n\n")
        if (end >= 0) {
          const event = text.slice(0, end)
          text = text.slice(end + 2)
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (data !== undefined) return JSON.parse(data)
          return next()
        }
        const { done, value } = await reader.read()
        if (done) return "ended"
        text += new TextDecoder().decode(value)
        return next()
      }
      return { status: answer.status, next: Effect.promise(next) }
    }
  )

/** Does something on the page. */
export const act = (address: string, action: unknown, headers: Record<string, string> = {}) =>
  ask(`${address}actions`, {
    method: "POST",
    body: typeof action === "string" ? action : JSON.stringify(action),
    headers: { origin: address.slice(0, -1), "content-type": "application/json", ...headers }
  })
