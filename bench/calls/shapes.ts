/** The requests that are measured, and what the server answers to each. */

/** A small answer, a page of 119 meters, and a small request with a small answer. */
export const shapes = ["get", "get-30k", "post"] as const
export type Shape = (typeof shapes)[number]

export const key = "a-key-of-the-benchmark"
export const organization = "ae3f9b52-7f6b-4b7e-9d3c-0c6f0f1d2a11"

/** What is sent in the body of a `post`. */
export const added = { name: "A thing like any other", count: 42, tags: ["small", "round"] } as const

/** 249 bytes of JSON. */
export const thing = {
  id: "thing-1",
  name: "A thing like any other",
  state: "active",
  count: 42,
  price: 12.5,
  tags: ["small", "round", "green"],
  owner: { id: "owner-4711", email: "owner@example.com" },
  note: "It stands in the halls, behind the second of the three doors."
} as const

const numbered = (prefix: string, index: number): string =>
  `${prefix}-0000-4000-8000-${String(index).padStart(12, "0")}`

const meter = (index: number) => ({
  id: numbered("5d1f0c3a", index),
  version: 1 + (index % 7),
  dtCreated: "2026-10-01T08:30:00Z",
  name: `Meter ${index}`,
  code: `m_${index}`,
  productId: index % 4 === 0 ? null : numbered("9e07", index % 12),
  groupId: null,
  dataFields: [{ category: "MEASURE", code: "used", name: "Used", unit: null }]
})

/** Some 30 kB of JSON. */
export const meters = {
  data: Array.from({ length: 119 }, (_, index) => meter(index)),
  nextToken: null
} as const

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Whether a value is what was asked for. */
export const expects: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  get: (value) => isRecord(value) && value["id"] === thing.id,
  "get-30k": (value) =>
    isRecord(value) && Array.isArray(value["data"]) && value["data"].length === meters.data.length,
  post: (value) => isRecord(value) && value["id"] === thing.id
}

/** A request in the words of every client. */
export interface Request {
  readonly method: "GET" | "POST"
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: typeof added | undefined
}

const paths: Readonly<Record<Shape, string>> = {
  get: `/things/${thing.id}`,
  "get-30k": `/organizations/${organization}/meters`,
  post: "/things"
}

/** What a client without knowledge of the vendor sends. */
export const requestOf = (shape: Shape, base: string): Request => {
  const body = shape === "post" ? added : undefined
  return {
    method: body === undefined ? "GET" : "POST",
    url: base + paths[shape],
    headers: { accept: "application/json", authorization: `Bearer ${key}` },
    body
  }
}

/** What a contender is made with. */
export interface Target {
  readonly shape: Shape
  readonly concurrency: number
  readonly base: string
  /** Over a stub in its own process; else over HTTP. */
  readonly over?: "stub"
}
