/** `undici.request`: what fetch and Effect's client on Node stand on. */
import { request } from "undici"
import { inLoops } from "../../processes/contender.ts"
import { requestOf, type Target } from "../shapes.ts"

export const make = ({ base, concurrency, shape }: Target) => {
  const { body, headers, method, url } = requestOf(shape, base)
  return inLoops(concurrency, async () => {
    const sent =
      body === undefined
        ? { method, headers }
        : { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) }
    const answer = await request(url, sent)
    return answer.body.json()
  })
}
