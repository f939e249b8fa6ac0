/**
 * Raw answers as vendors, gateways and firewalls write them, with what any reader must find in them: one table, tried at every
 * vendor. To add one, add a line; `words` must be shown by every failure that comes of it.
 */
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"

/** A raw answer, and a text that its failure must show; none where the answer has no words. */
export interface Raw {
  readonly name: string
  readonly wire: Wire
  readonly words: string | undefined
}

const json = (status: number, body: unknown, words?: string): Raw => ({
  name: `${status} ${JSON.stringify(body).slice(0, 60)}`,
  wire: fromJson(status, {}, body),
  words
})

const text = (status: number, body: string, words?: string, type = "text/html"): Raw => ({
  name: `${status} ${body.slice(0, 60)}`,
  wire: make(status, { "content-type": type }, body),
  words
})

const firewall =
  "<!DOCTYPE html><html><head><title>Request blocked</title><style>b{color:red}</style><script>var a=1</script></head><body><b>Attention</b> Required! &amp; more</body></html>"

/** Shapes in which APIs, frameworks and gateways write an error, whatever the status. */
export const errorShapes = (status: number): ReadonlyArray<Raw> => [
  json(status, { message: "the words" }, "the words"),
  json(status, { Message: "the words" }, "the words"),
  json(status, { error: "the words" }, "the words"),
  json(status, { error: { message: "the words" } }, "the words"),
  json(status, { error: "invalid", error_description: "the words" }, "the words"),
  json(status, { errors: [{ message: "the words" }] }, "the words"),
  json(status, { errors: ["the words"] }, "the words"),
  json(status, { errors: { name: ["the words"] } }, "the words"),
  json(status, { errors: [{ detail: "the words", source: { pointer: "/name" } }] }, "the words"),
  json(status, { detail: [{ loc: ["body", "name"], msg: "the words" }] }, "the words"),
  json(status, { title: "Bad", detail: "the words" }, "the words"),
  json(status, { data: [{ message: "the words" }] }, "the words"),
  json(status, { data: ["the words"] }, "the words"),
  json(status, { data: { message: "the words" } }, "the words"),
  json(status, { fault: { faultstring: "the words" } }, "the words"),
  json(status, { message: ["the words", "others"] }, "the words"),
  json(status, { odd: { deep: "the words" } }, "the words"),
  json(status, "the words", "the words"),
  json(status, ["the words"], "the words"),
  json(status, { data: null, message: null }, undefined),
  text(status, "the words", "the words", "text/plain"),
  text(status, firewall, "Attention Required! & more"),
  text(status, "<Error><Code>Denied</Code><Message>the words</Message></Error>", "the words", "text/xml"),
  text(status, '{"message":"the words', "the words", "application/json"),
  text(
    status,
    "\u001f\ufffd\u0008\u0000zipped",
    "10 characters that are no text (application/json)",
    "application/json"
  ),
  text(status, "", undefined)
]

/** The statuses that are tried: those that vendors document, those of gateways, and successes. */
export const statuses = [200, 400, 401, 403, 429, 502, 520] as const

/** All of it. */
export const answers: ReadonlyArray<Raw> = statuses.flatMap(errorShapes)
