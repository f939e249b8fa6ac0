/** Two versions of a document, and what changed between them. */
import type { Facts } from "../../src/generate/facts/schema.ts"
import { generated } from "./generating.ts"

export type Json = Readonly<Record<string, unknown>>

/** An operation that takes these fields besides `z`, and gives those. */
export const operation = (input: Json, output: Json = {}, more: Json = {}) => {
  const properties = { z: { type: "string" }, ...Object(input["properties"]) }
  const schema = { type: "object", ...input, properties }
  const answer = { type: "object", properties: output }
  return {
    operationId: "send",
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: { 200: { content: { "application/json": { schema: answer } } } },
    ...more
  }
}

/** What changed, in words. */
export const changes = async (
  before: unknown,
  after: unknown,
  facts: Partial<Facts> = {},
  later: Partial<Facts> = facts
) => {
  const { lock } = await generated(before, facts)
  return (await generated(after, later, lock)).changes.map(
    ({ breaking, what }) => `${breaking ? "breaking" : "fine"}: ${what}`
  )
}
