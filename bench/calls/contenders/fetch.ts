/** Node’s `fetch`, and nothing around it. */
import { type Contender, inLoops } from "../../processes/contender.ts"
import { requestOf, type Target } from "../shapes.ts"

/** Sends the request of a shape. */
export const sender = ({ base, shape }: Target): ((signal?: AbortSignal) => Promise<unknown>) => {
  const { body, headers, method, url } = requestOf(shape, base)
  return async (signal) => {
    const sent =
      body === undefined
        ? { method, headers }
        : { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) }
    const response = await fetch(url, signal === undefined ? sent : { ...sent, signal })
    if (!response.ok) throw new Error(String(response.status))
    return response.json()
  }
}

export const make = (target: Target): Contender => {
  const send = sender(target)
  return inLoops(target.concurrency, () => send())
}
