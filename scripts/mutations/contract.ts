/** Mutations of what a vendor may say and be asked: signatures, places of fields, codecs, the reading of answers. */
import type { Mutation } from "./mutation.ts"

export const contract: ReadonlyArray<Mutation> = [
  {
    name: "a field that the input does not have is dropped in silence",
    file: "src/contract/compile.ts",
    find: `onExcessProperty: "error"`,
    replace: `onExcessProperty: "ignore"`,
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "an input that the rule of idempotency does not understand counts as idempotent",
    file: "src/contract/compile.ts",
    find: "return false",
    replace: "return true",
    tests: ["test/contract/compile.test.ts"]
  },
  {
    name: "the failures of an operation are not in the order of the catalogue",
    file: "src/contract/compile.ts",
    find: "return vendor.failures.filter((failure) => all.has(failure))",
    replace: "return [...all]",
    tests: ["test/pipeline/layer.test.ts"]
  },
  {
    name: "an operation may fail with any failure of the catalogue",
    file: "src/contract/compile.ts",
    find: "return vendor.failures.filter((failure) => all.has(failure))",
    replace: "return vendor.failures",
    tests: ["test/diagnose/Diagnose.test.ts"]
  },
  {
    name: "a misspelled quota compiles, and means no limit",
    file: "src/contract/operation/problems.ts",
    find: `typeof quota === "string" ? quota : undefined`,
    replace: "undefined",
    tests: ["test/contract/compile.test.ts", "test/testing/laws.test.ts"]
  },
  {
    name: "a misspelled idempotency key compiles",
    file: "src/contract/operation/problems.ts",
    find: "!hasPath(spec.input, path)",
    replace: "false",
    tests: ["test/contract/compile.test.ts"]
  },
  {
    name: "a quota does not count in the wider class",
    file: "src/contract/compile.ts",
    find: "at = classes[at]?.within",
    replace: "at = undefined",
    tests: ["test/contract/compile.test.ts", "test/pipeline/queueing.test.ts"]
  },
  {
    name: "an input field takes the place of a setting",
    file: "src/contract/Outgoing.ts",
    find: "{ ...input, ...setting.settings }",
    replace: "{ ...setting.settings, ...input }",
    tests: ["test/pipeline/addresses.test.ts"]
  },
  {
    name: "a text in the path is not escaped",
    file: "src/contract/Outgoing.ts",
    find: "fill(spec.path, values, encodeURIComponent)",
    replace: "fill(spec.path, values, (value) => value)",
    tests: ["test/pipeline/addresses.test.ts"]
  },
  {
    name: "a header does not know the settings",
    file: "src/contract/Outgoing.ts",
    find: "headersOf(spec.headers, values)",
    replace: "headersOf(spec.headers, input)",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "a DELETE without fields is sent with an empty object",
    file: "src/contract/Outgoing.ts",
    find: `spec.method === "DELETE" && fields.length === 0`,
    replace: "false",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "a setting that the layer lacks is sent empty",
    file: "src/contract/Outgoing.ts",
    find: `(settings[name] ?? "").trim() === ""`,
    replace: "false",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "an operation without a body sends one",
    file: "src/contract/operation/places.ts",
    find: `spec.body !== "none" &&`,
    replace: "true &&",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "an input field with two places compiles",
    file: "src/contract/operation/places.ts",
    find: "all.filter((one) => one === name).length > 1",
    replace: "false",
    tests: ["test/contract/compile.test.ts"]
  },
  {
    name: "a read that failed counts as perhaps done",
    file: "src/contract/read.ts",
    find: `reads ? { ...call, delivery: "Refused" } : call`,
    replace: "call",
    tests: ["test/pipeline/delivery.test.ts"]
  },
  {
    name: "an undocumented 4xx counts as perhaps done",
    file: "src/contract/read.ts",
    find: "raw.status >= 400 && raw.status < 500",
    replace: "raw.status < 0",
    tests: ["test/pipeline/delivery.test.ts"]
  },
  {
    name: "a failure is recognized in the redacted answer",
    file: "src/contract/read.ts",
    find: "recognize(failures, raw, ",
    replace: "recognize(failures, shown(), ",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "fields that are named like secrets are shown in requests",
    file: "src/contract/redact.ts",
    find: `name !== "" && secretName.test(name) ? redacted : value`,
    replace: "value",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "fields that are named like secrets are shown in excerpts",
    file: "src/contract/redact.ts",
    find: "excerpt(showText(text))",
    replace: "excerpt(text)",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "the secrets of an operation's output are shown",
    file: "src/contract/redact.ts",
    find: "blanking.names.has(name.toLowerCase()) ? redacted : ",
    replace: "",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "Retry-After is read on a 429 only",
    file: "src/contract/Catalogue.ts",
    find: "...(notBefore === undefined ? {} : { notBefore })",
    replace: "...(notBefore === undefined || wire.status !== 429 ? {} : { notBefore })",
    tests: ["test/pipeline/queueing.test.ts"]
  },
  {
    name: "a failure of any category is caught by any category",
    file: "src/contract/Failure.ts",
    find: "isFailure(failure) && failure.category === category",
    replace: "isFailure(failure)",
    tests: ["test/contract/category.test.ts"]
  },
  {
    name: "a fault that may have left the call done counts as refused",
    file: "src/contract/failure/verdict.ts",
    find: `retry === "if-idempotent" ? "Unknown"`,
    replace: `retry === "if-idempotent" ? "Refused"`,
    tests: ["test/pipeline/layer.test.ts"]
  }
]
