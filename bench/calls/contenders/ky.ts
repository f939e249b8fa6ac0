/** ky: three retries, a timeout. */
import ky from "ky"
import { inLoops } from "../../processes/contender.ts"
import { requestOf, type Target } from "../shapes.ts"

export const make = ({ base, concurrency, shape }: Target) => {
  const { body, headers, method, url } = requestOf(shape, base)
  const client = ky.create({ timeout: 10_000, retry: 3 })
  return inLoops(concurrency, () => client(url, { method, headers, ...(body && { json: body }) }).json())
}
