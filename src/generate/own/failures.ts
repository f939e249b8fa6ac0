/** The failures of a user's own vendor, as code. */
import type { Facts, Failure, Match } from "../facts/schema.ts"
import { head, objectOf, quoted } from "./code.ts"

/** A tree of what the fields of a body must be. */
type Tree = { readonly [name: string]: Tree | string }

const match = (given: Match): string => {
  if (typeof given !== "object" || given === null) return JSON.stringify(given)
  if ("contains" in given) return `Signature.contains(${quoted(given.contains)})`
  if ("startsWith" in given) return `Signature.startsWith(${quoted(given.startsWith)})`
  return `Signature.oneOf(${given.oneOf.map((one) => JSON.stringify(one)).join(", ")})`
}

const planted = (tree: Tree, [name = "", ...more]: ReadonlyArray<string>, code: string): Tree => {
  const inner = tree[name]
  return {
    ...tree,
    [name]: more.length === 0 ? code : planted(typeof inner === "object" ? inner : {}, more, code)
  }
}

const written = (tree: Tree | string): string =>
  typeof tree === "string"
    ? tree
    : objectOf(Object.fromEntries(Object.entries(tree).map(([name, inner]) => [name, written(inner)])))

const signature = ({ body, status, text }: Failure): string =>
  objectOf({
    status: JSON.stringify(status),
    body:
      body === undefined
        ? undefined
        : written(
            Object.entries(body).reduce<Tree>(
              (tree, [path, given]) => planted(tree, path.split("."), match(given)),
              {}
            )
          ),
    text: text === undefined ? undefined : `Signature.contains(${quoted(text)})`
  })

const forms: Readonly<Record<string, string>> = {
  "retry-after": "Wire.RetryAfter",
  seconds: "Wire.Seconds",
  "epoch-seconds": "Wire.EpochSeconds",
  reset: "Wire.Reset"
}

const carries = ({ retry }: Failure): string | undefined =>
  typeof retry === "string" || retry.header === undefined
    ? undefined
    : `{ wait: Schema.optionalKey(Failure.header(${quoted(retry.header.toLowerCase())}, ${forms[retry.as ?? "retry-after"]})) }`

const retries = ({ retry }: Failure): string => {
  if (typeof retry === "string") return quoted(retry)
  return objectOf({
    ...(retry.header === undefined
      ? {}
      : { [retry.as === "epoch-seconds" ? "at" : "after"]: quoted("wait") }),
    otherwise: retry.otherwise === undefined ? undefined : quoted(retry.otherwise)
  })
}

const sentence = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/")

const failure = (given: Failure, vendor: string): string => {
  const { category, delivery, holds, means, remedy, see, tag } = given
  const facts = objectOf({
    signature: signature(given),
    carries: carries(given),
    category: quoted(category),
    retry: retries(given),
    holds: holds === undefined ? undefined : quoted(holds),
    delivery: delivery === undefined ? undefined : quoted(delivery),
    means: quoted(means),
    remedy: quoted(remedy),
    see: quoted(see)
  })
  return `/** ${sentence(means)} ${sentence(remedy)} */\nexport class ${tag} extends Named<${tag}>()(${quoted(`${vendor}.${tag}`)}, ${facts}) {}`
}

/** Whether a failure is recognized by more than its status: it stands before those that are not. */
const weight = ({ body, status, text }: Failure): number =>
  (body === undefined && text === undefined ? 2 : 0) +
  ([status].flat().some((one) => typeof one === "string") ? 1 : 0)

/** The order of recognition: what is recognized by words, then by a status, then by a class of them. */
export const ordered = (failures: Facts["failures"]): Facts["failures"] =>
  failures.toSorted((one, other) => weight(one) - weight(other))

const dialect = ({ answers, vendor }: Facts): string => {
  const [place = "message"] = answers?.messageAt ?? []
  const frame = place.split(".").reduceRight((inner, name) => objectOf({ [name]: inner }), "vendorMessage")
  const { personal, secrets } = answers ?? {}
  const privacy =
    personal === undefined && secrets === undefined
      ? undefined
      : objectOf({
          personal: JSON.stringify(personal ?? []),
          secrets: secrets === undefined ? undefined : JSON.stringify(secrets)
        })
  return objectOf({
    vendor: quoted(vendor.name),
    messageAt: JSON.stringify(answers?.messageAt ?? []),
    requestId: answers?.requestId === undefined ? undefined : quoted(answers.requestId.toLowerCase()),
    privacy,
    frame: `({ vendorMessage }: { readonly vendorMessage: string }) => (${frame})`
  })
}

/** The file of the failures. */
export const failuresCode = (facts: Facts): string => {
  const all = ordered(facts.failures)
  const list = (failures: Facts["failures"]) => `[${failures.map(({ tag }) => tag).join(", ")}] as const`
  const classes = all.map((one) => failure(one, facts.vendor.name))
  const text = classes.join("\n")
  const core = ["Failure", ...["Signature", "Wire"].filter((name) => text.includes(`${name}.`))]
  return [
    [
      head(`How ${facts.vendor.name} refuses.`),
      ...(text.includes("Schema.") ? [`import * as Schema from "effect/Schema"`] : []),
      `import { ${core.join(", ")} } from "faultline/core"`
    ].join("\n"),
    `/** What all answers have in common. */\nexport const dialect = ${dialect(facts)} as const`,
    `const Named = Failure.failuresOf(dialect)`,
    ...classes,
    `/** In the order of recognition. */\nexport const failures = ${list(all)}`,
    `/** What every operation may fail with. */\nexport const always = ${list(all.filter(({ of }) => of === "always"))}\nexport type Always = InstanceType<(typeof always)[number]>`
  ].join("\n\n")
}
