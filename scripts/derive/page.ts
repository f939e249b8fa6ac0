/** The reference page of a vendor, derived from its catalogue, its operations and its policy. */
import * as Duration from "effect/Duration"
import { table as rowsOf } from "../../src/contract/Catalogue.ts"
import { NoAnswer, NotSent } from "../../src/contract/Common.ts"
import type { VendorModule } from "../../src/diagnose/Diagnose.ts"
import type { Variable } from "../../src/diagnose/environment.ts"
import { type AnyFailure, type AnyFailureClass, make } from "../../src/contract/Failure.ts"
import * as Retry from "../../src/policy/Retry.ts"
import type { Vendor } from "../../src/pipeline/layer.ts"
import { doctor } from "./doctor.ts"
import { code, sections, source, table, text } from "./markdown.ts"
import { operations, remarks } from "./operations.ts"
import { support } from "./support.ts"

const settingsOf = ({ settings }: Vendor): string =>
  settings.length === 0
    ? ""
    : `Settings, which a layer is given once and which paths and headers name: ${settings.map(code).join(", ")}.`

const connection = (vendor: Vendor, variables: ReadonlyArray<Variable>): ReadonlyArray<string> => [
  "## Connection",
  table(
    ["Host", "Base URL"],
    Object.entries(vendor.hosts).map(([name, url]) => [
      code(name),
      url === "" ? "none by default: give your region's" : `<${url}>`
    ])
  ),
  settingsOf(vendor),
  "Each base URL can be replaced; plain http is for this machine only. `layerConfig` reads the environment:",
  table(
    ["Variable", ""],
    variables.map(({ name, required, unless }) => [
      code(name),
      `${required ? "required" : "optional"}${unless === undefined ? "" : `, read without ${code(unless)}`}`
    ])
  ),
  vendor.serverOnly === undefined ? "" : `On servers only: ${text(vendor.serverOnly)}`
]

const waits = (each: ReadonlyArray<number>): string =>
  each.length === 0
    ? "no second attempt"
    : each.map((millis) => (millis === 0 ? "at once" : Duration.format(Duration.millis(millis)))).join(", ")

// A refusal for now that names no time of its own: it shows the policy's.
class ForNow extends make<ForNow, "ForNow", {}, "rate-limited">(
  "ForNow",
  { category: "rate-limited", retry: { otherwise: 0 }, means: "", remedy: "", see: "" },
  { vendor: "", messageAt: [], frame: () => undefined }
) {}

const retries = ({ advice: policy }: Vendor): ReadonlyArray<string> => {
  const situations: ReadonlyArray<readonly [string, AnyFailure]> = [
    ["a passing fault, and nothing happened", new NotSent({ reason: "refused" })],
    ["a fault, and it may have happened", new NoAnswer({ reason: "timeout" })],
    ["a refusal for now; never sooner than the vendor says", new ForNow({})]
  ]
  const simulate = (failure: AnyFailure, idempotent: boolean) =>
    waits(
      Retry.simulate(
        policy,
        Array.from({ length: 100 }, () => failure),
        { idempotent }
      )
    )
  const full =
    policy.jitter === "full"
      ? " After a passing fault each wait is drawn between nothing and the figure."
      : ""
  return [
    "## Retries",
    `The waits of the default policy if the failure repeats.${full} One attempt may take ${Duration.format(policy.attemptTimeout)}, the whole call ${Duration.format(policy.deadline)}. Source: ${source(policy.source)}.`,
    table(
      ["After", "Idempotent operations", "Others"],
      situations.map(([name, failure]) => [name, simulate(failure, true), simulate(failure, false)])
    )
  ]
}

const limits = ({ quotas }: Vendor): ReadonlyArray<string> => {
  const rows = Object.entries(quotas).flatMap(([name, { quotas, within }]) =>
    quotas.map(({ atOnce, burst, each, limit, per, scope, source: see }) => [
      code(name),
      `${limit.toLocaleString("en-US")} in ${Duration.format(Duration.fromInputUnsafe(per))}${burst === undefined ? "" : `, bursts of ${burst}`}${atOnce === undefined ? "" : `, ${atOnce.toLocaleString("en-US")} of them at once`}`,
      text(each === undefined ? scope : `${scope}, each by itself`),
      within === undefined ? "" : code(within),
      source(see)
    ])
  )
  return rows.length === 0
    ? []
    : ["## Limits", table(["Class", "Limit", "Shared by", "Within", "Source"], rows)]
}

const legend: Record<string, string> = {
  never: "the same refusal again",
  safe: "a passing fault, and nothing happened",
  "if-idempotent": "a fault, and it may have happened: retried only where the operation is idempotent",
  reauthenticate: "the credential is stale: retried once, with a new one",
  split: "it asked for too much: retried in smaller requests",
  after: "refused for now, and for how long"
}

const delivery = ({ facts }: AnyFailureClass): ReadonlyArray<string> =>
  facts.delivery === undefined ? [] : [`- Delivery: ${facts.delivery}`]

const failures = ({ failures }: Vendor): ReadonlyArray<string> => [
  "## Failures",
  "In the order in which an answer is compared with them: special ones stand before the general. What a retry, unchanged, would do:",
  Object.entries(legend)
    .map(([word, says]) => `- ${word}: ${says}`)
    .join("\n"),
  ...rowsOf(failures).map(({ carries, category, holds, means, remedy, retry, see, signatures, tag }, index) =>
    [
      `### ${tag}`,
      "",
      `${text(means)} **${text(remedy)}**`,
      "",
      ...signatures.map((signature) => `- Looks like: ${text(signature)}`),
      ...(signatures.length === 0 ? ["- Never comes as an answer"] : []),
      ...(carries.length === 0 ? [] : [`- Carries: ${carries.map(code).join(", ")}`]),
      `- Category: ${category}`,
      `- Retry: ${retry}`,
      ...(holds === "" ? [] : [`- Holds back: ${holds}`]),
      ...failures.slice(index, index + 1).flatMap(delivery),
      `- Source: ${source(see)}`
    ].join("\n")
  )
]

/** The page, as Markdown. */
export const page = (module: VendorModule, variables: ReadonlyArray<Variable>): string => {
  const { vendor } = module
  return sections(
    `# ${vendor.name}`,
    "<!-- Derived from the catalogue by `npm run docs`: correct the catalogue, not this page. -->",
    ...connection(vendor, variables),
    ...retries(vendor),
    ...limits(vendor),
    ...operations(module),
    ...remarks(module),
    ...doctor(module),
    ...support(module.support),
    ...failures(vendor)
  )
}
