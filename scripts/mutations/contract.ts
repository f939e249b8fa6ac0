/** Mutations of what a vendor may say and be asked: signatures, places of fields, codecs, the reading of answers. */
import type { Mutation } from "./mutation.ts"

export const contract: ReadonlyArray<Mutation> = [
  {
    name: "a secret in an answer is a plain text",
    file: "src/contract/secretText.ts",
    find: "Schema.RedactedFromValue(Schema.String)",
    replace: "Schema.String",
    tests: ["test/surface/secrets.test.ts"]
  },
  {
    name: "a base URL with a query is taken",
    file: "src/pipeline/connectionProblems.ts",
    find: `search !== "" ||`,
    replace: "",
    tests: ["test/faults/c-credentials.test.ts"]
  },
  {
    name: "an item of many with an unknown field loses it",
    file: "src/many/batch/send.ts",
    find: "if (wrong.length === 0) return this.send(items)",
    replace: "if (wrong.length >= 0) return this.send(items)",
    tests: ["test/faults/c-inputs.test.ts"]
  },
  {
    name: "a field that the input does not have is dropped in silence",
    file: "src/contract/input/encoder.ts",
    find: `onExcessProperty: "error"`,
    replace: `onExcessProperty: "ignore"`,
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "the functions that convert what is valid drop a field that the schema does not have",
    file: "src/contract/convert/objects.ts",
    find: "(strict && hasUnknown(value, expected))",
    replace: "false",
    tests: ["test/contract/convert.test.ts", "test/pipeline/form.test.ts"]
  },
  {
    name: "they take an object without a field that must be there",
    file: "src/contract/convert/objects.ts",
    find: "if (converted === missing) return optional",
    replace: "if (converted === missing) return true",
    tests: ["test/contract/convert.test.ts"]
  },
  {
    name: "they do not look at the rules of a schema",
    file: "src/contract/convert.ts",
    find: "if (run(converted, ast, options) !== undefined) return invalid",
    replace: "if (run(converted, ast, options) !== undefined) continue",
    tests: ["test/contract/convert.test.ts"]
  },
  {
    name: "they do not look at the rules of what is given",
    file: "src/contract/convert.ts",
    find: "if (run(value, ast, options) !== undefined) return invalid",
    replace: "if (run(value, ast, options) !== undefined) continue",
    tests: ["test/contract/convert.test.ts"]
  },
  {
    name: "they take a list that is too short",
    file: "src/contract/convert/parts.ts",
    find: "|| value.length < first.length",
    replace: "",
    tests: ["test/contract/convert.test.ts"]
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
    find: "const found = failures.filter((failure) => all.has(failure))",
    replace: "const found = [...all].toReversed()",
    tests: ["test/pipeline/layer.test.ts", "test/contract/recognition.test.ts"]
  },
  {
    name: "an operation may fail with any failure of the catalogue",
    file: "src/contract/compile.ts",
    find: "const found = failures.filter((failure) => all.has(failure))",
    replace: "const found = [...failures]",
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
    find: "!hasPath(input, path)",
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
    find: `fields.length === 0 && spec.method === "DELETE" &&`,
    replace: "fields.length < 0 &&",
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
    name: "a failure is recognized in the redacted answer",
    file: "src/contract/read.ts",
    find: "recognize(failures, raw, ",
    replace: "recognize(failures, shown(), ",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "fields that are named like secrets are shown in requests",
    file: "src/contract/redact/names.ts",
    find: `name !== "" && isSecret(name, names) ? redacted : value`,
    replace: "value",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "fields that are named like secrets are shown in excerpts",
    file: "src/contract/redact.ts",
    find: "hides(name, value, this.names) ? redacted : undefined",
    replace: "undefined",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "the secrets of an operation's output are shown",
    file: "src/contract/redact/names.ts",
    find: "(names.has(name.toLowerCase()) || (secretName",
    replace: "((secretName",
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
  },
  {
    name: "an answer that lacks what a failure carries is read as nothing",
    file: "src/contract/Catalogue.ts",
    find: "if (fields === undefined) continue",
    replace: "if (fields === undefined) return undefined",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "a signature on the raw text counts for nothing",
    file: "src/contract/Signature.ts",
    find: "signature.text.test(wire.text)",
    replace: "signature.text instanceof Matcher",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "a missing value counts as another one",
    file: "src/contract/Signature.ts",
    find: "value !== undefined && !values.some",
    replace: "!values.some",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "letter case and white space count in the words of a signature",
    file: "src/contract/Signature.ts",
    find: "plain(value).includes(plain(part))",
    replace: "value.includes(part)",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "what every object has is read from an answer",
    file: "src/contract/Wire.ts",
    find: "isRecord(inner) && Object.hasOwn(inner, key)",
    replace: "isRecord(inner)",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "a header that is sent empty is a value",
    file: "src/contract/failure/parts.ts",
    find: `wire.headers[path] === "" ? undefined :`,
    replace: "wire.headers[path] === null ? undefined :",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a failure is recognized that lacks what it carries",
    file: "src/contract/failure/parts.ts",
    find: "else if (!part.optional) return undefined",
    replace: "else void part",
    tests: ["test/contract/recognition.test.ts"]
  },
  {
    name: "the facts of an operation are built for each use",
    file: "src/contract/Operation.ts",
    find: "(spec ??= facts())",
    replace: "facts()",
    tests: ["test/contract/building.test.ts"]
  },
  {
    name: "a lazy value is built for each use",
    file: "src/contract/lazy.ts",
    find: "(built ??= { value: build() }).value",
    replace: "build()",
    tests: ["test/contract/building.test.ts"]
  },
  {
    name: "an empty text is let into a path",
    file: "src/contract/Outgoing.ts",
    find: `text.trim() === ""`,
    replace: "text === null",
    tests: ["test/pipeline/addresses.test.ts"]
  },
  {
    name: "a line end is let into a header",
    file: "src/contract/Outgoing.ts",
    find: ".test(word(value))",
    replace: ".test(word(value).trim().slice(0, 1))",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "a slash at the end of a base URL is doubled",
    file: "src/contract/Outgoing.ts",
    find: 'host.replace(/\\/+$/, "")',
    replace: "host",
    tests: ["test/pipeline/options.test.ts"]
  },
  {
    name: "lists in a query are repeated, however the vendor spells them",
    file: "src/contract/Outgoing.ts",
    find: `lists === "commas"`,
    replace: "lists === null",
    tests: ["test/pipeline/queries.test.ts"]
  },
  {
    name: "null is written into a query",
    file: "src/contract/Outgoing.ts",
    find: "if (value === undefined || value === null) return []",
    replace: "if (value === undefined) return []",
    tests: ["test/pipeline/queries.test.ts"]
  }
]
