/** got: three retries, a timeout. */
import got from "got"
import { inLoops } from "../../processes/contender.ts"
import { requestOf, type Target } from "../shapes.ts"

export const make = ({ base, concurrency, shape }: Target) => {
  const { body, headers, method, url } = requestOf(shape, base)
  const client = got.extend({ timeout: { request: 10_000 }, retry: { limit: 3 } })
  return inLoops(concurrency, () => client(url, { method, headers, ...(body && { json: body }) }).json())
}
