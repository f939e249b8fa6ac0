/** The failures that a document declares, as far as it shows them. */
import type { Failure } from "../facts/schema.ts"
import type { Read } from "../spec/found.ts"

const unknown = "TODO: say what it means to your program."
/** What stands where a document is to be named. */
export const see = "TODO: where it is documented"

type Form = Pick<Failure, "tag" | "category" | "retry">

const byStatus: Readonly<Record<string, Form>> = {
  "400": { tag: "BadRequest", category: "invalid", retry: "never" },
  "401": { tag: "Unauthorized", category: "unauthenticated", retry: "never" },
  "402": { tag: "PaymentRequired", category: "forbidden", retry: "never" },
  "403": { tag: "Forbidden", category: "forbidden", retry: "never" },
  "404": { tag: "NotFound", category: "not-found", retry: "never" },
  "409": { tag: "Conflict", category: "conflict", retry: "never" },
  "410": { tag: "Gone", category: "not-found", retry: "never" },
  "413": { tag: "TooLarge", category: "too-large", retry: "split" },
  "422": { tag: "Unprocessable", category: "invalid", retry: "never" },
  "429": {
    tag: "RateLimited",
    category: "rate-limited",
    retry: { header: "retry-after", otherwise: "1 second" }
  },
  "503": { tag: "Unavailable", category: "unavailable", retry: "if-idempotent" }
}

const formOf = (status: string): Form => {
  const known = byStatus[status]
  if (known !== undefined) return known
  return status.startsWith("5")
    ? { tag: `Broken${status}`, category: "unavailable", retry: "if-idempotent" }
    : { tag: `Refused${status}`, category: "unknown", retry: "never" }
}

const failure = (status: number | "4xx" | "5xx", form: Form, of: Failure["of"]): Failure => ({
  ...form,
  status,
  means: unknown,
  remedy: "TODO: what to do about it.",
  see,
  of
})

/** The failures that the document declares, and those that every API has. */
export const failuresOf = (read: Read): ReadonlyArray<Failure> => {
  const places = new Map<string, ReadonlyArray<string>>()
  for (const { place, refusals } of read.operations)
    for (const status of refusals.filter((one) => /^[45]\d\d$/.test(one)))
      places.set(status, [...(places.get(status) ?? []), place])
  const always = ["401", "429"]
  const some = [...places].flatMap(([status, of]) => {
    const [first, ...more] = of
    if (first === undefined || always.includes(status)) return []
    const isAlways = of.length === read.operations.length
    return [failure(Number(status), formOf(status), isAlways ? "always" : [first, ...more])]
  })
  return [
    ...some,
    ...always.map((status) => failure(Number(status), formOf(status), "always")),
    // A class of statuses is written as its first: one that has a name of its own leaves none to tell them apart.
    ...(places.has("400")
      ? []
      : [failure("4xx", { tag: "Refused", category: "invalid", retry: "never" }, "always")]),
    ...(places.has("500")
      ? []
      : [failure("5xx", { tag: "Broken", category: "unavailable", retry: "if-idempotent" }, "always")])
  ]
}
