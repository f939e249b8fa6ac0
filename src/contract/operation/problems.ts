/** What is wrong with the facts of an operation: names that are written as text, and that nothing has. */
import type { Vendor } from "../Vendor.ts"
import type { AnySpec } from "./facts.ts"
import { placeProblems, type Problem } from "./places.ts"
import { hasPath } from "./shape.ts"

const facts: { readonly [Name in keyof Required<AnySpec>]: true } = {
  method: true,
  path: true,
  input: true,
  output: true,
  idempotent: true,
  fails: true,
  harmless: true,
  reads: true,
  from: true,
  query: true,
  body: true,
  content: true,
  answer: true,
  succeeds: true,
  headers: true,
  host: true,
  quota: true,
  quotaKey: true,
  job: true,
  generates: true,
  splits: true,
  anonymous: true,
  needs: true,
  permission: true,
  deprecated: true,
  secrets: true,
  personal: true,
  version: true,
  repeats: true,
  settles: true,
  inputVersion: true,
  notes: true,
  see: true
}

type Check = readonly [rule: string, found: ReadonlyArray<string>, cure: string]

const unknown = (names: ReadonlyArray<string | undefined>, known: ReadonlyArray<string>) =>
  names.filter((name): name is string => name !== undefined && !known.includes(name))

/** What is named of the vendor, and what the vendor has. */
const namesOfVendor = (vendor: Vendor, { from, host, needs = [], quota }: AnySpec): ReadonlyArray<Check> => [
  [
    "the quota is none of the vendor's quotas",
    unknown([typeof quota === "string" ? quota : undefined], Object.keys(vendor.quotas)),
    "name a class of the vendor's `quotas`"
  ],
  [
    "the host is none of the vendor's hosts",
    unknown([host], Object.keys(vendor.hosts)),
    "name a host of the vendor's `hosts`"
  ],
  [
    "`from` is none of the vendor's envelopes",
    unknown([from], ["response", ...vendor.envelopes]),
    "name one of the vendor's `envelopes`, or `response`"
  ],
  [
    "what it needs is none of the vendor's settings",
    unknown(needs, vendor.settings),
    "declare it in the vendor's `settings`"
  ]
]

/** What is named of the catalogue. */
const failuresOf = (vendor: Vendor, spec: AnySpec): ReadonlyArray<Check> => [
  [
    "a failure is not in the vendor's catalogue",
    (spec.fails ?? []).filter((failure) => !vendor.failures.includes(failure)).map(({ tag }) => tag),
    "add it to the vendor's `failures`"
  ],
  [
    "a failure is called harmless that the operation cannot meet",
    (spec.harmless ?? [])
      .filter((failure) => ![...vendor.always, ...(spec.fails ?? [])].includes(failure))
      .map(({ tag }) => tag),
    "declare it in `fails`, or leave it out of `harmless`"
  ]
]

/** What is named of the input. */
const fieldsOf = ({ generates = {}, input, job }: AnySpec): ReadonlyArray<Check> => [
  [
    "`job` names what the input does not have",
    typeof job === "string" && !hasPath(input, job) ? [job] : [],
    "use the name of a field of the input, or `true`"
  ],
  [
    "`generates` names what the input does not have",
    Object.keys(generates).filter((path) => !hasPath(input, path)),
    "use the path of a field of the input: `items[].id`"
  ]
]

const checks = (vendor: Vendor, tag: string, spec: AnySpec): ReadonlyArray<Check> => [
  [
    "the tag is not the vendor's",
    tag.startsWith(`${vendor.name}.`) ? [] : [tag],
    `begin it with ${vendor.name}.`
  ],
  ["an operation has no such fact", unknown(Object.keys(spec), Object.keys(facts)), "correct its spelling"],
  ...namesOfVendor(vendor, spec),
  ...failuresOf(vendor, spec),
  ...fieldsOf(spec)
]

/** Everything that is wrong with an operation of this vendor. */
export const problemsOf = (
  vendor: Vendor,
  { spec, tag }: { readonly spec: AnySpec; readonly tag: string }
): ReadonlyArray<Problem> => [
  ...checks(vendor, tag, spec).flatMap(([rule, found, cure]) =>
    found.map((one): Problem => ({ rule, found: one, cure }))
  ),
  ...placeProblems(spec, vendor.settings)
]
