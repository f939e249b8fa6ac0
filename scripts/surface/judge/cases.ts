/** What a description's constraints take and refuse: for each the values just inside, and one just outside. */
import type { Description, Node } from "../../../src/generate/description.ts"
import { isRecord } from "../../../src/contract/Wire.ts"
import { patternOf } from "./pattern.ts"
import type { Validate } from "./ajv.ts"
import type { Sampler } from "./sampling.ts"

/** Where in an input: names of fields and positions in lists. */
export type Path = ReadonlyArray<string | number>

/** A value put in its place in an input that is valid otherwise; `absent` leaves the field out. */
export interface Case {
  readonly at: Path
  readonly rule: string
  readonly value: unknown
  readonly taken: boolean
}

/** Stands for a field that is left out. */
export const absent: unique symbol = Symbol("absent")

type Of<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>

const inside = (at: Path, rule: string, value: unknown): Case => ({ at, rule, value, taken: true })
const outside = (at: Path, rule: string, value: unknown): Case => ({ at, rule, value, taken: false })

// Longer ones are only told apart by their length.
const longest = 100_000

const lengths = (at: Path, { least = 0, most }: Of<"string">): ReadonlyArray<Case> => [
  ...(least > 0 ? [inside(at, `at least ${least}`, "a".repeat(least))] : []),
  ...(least > 0 ? [outside(at, `at least ${least}`, "a".repeat(least - 1))] : []),
  ...(most === undefined || most > longest
    ? []
    : [
        inside(at, `at most ${most}`, "a".repeat(most)),
        inside(at, `at most ${most} code points`, "😀".repeat(most)),
        outside(at, `at most ${most}`, "a".repeat(most + 1))
      ])
]

const odd = ["", " ", "\u0000", "!", "a b", "-", "é", "a".repeat(7), "\n"]

/** Texts beside a pattern: what an unanchored one looks for may stand anywhere in them. */
const patterned = (at: Path, node: Of<"string">, { samples }: Sampler): ReadonlyArray<Case> => {
  const { least = 0, most = Number.POSITIVE_INFINITY, pattern = "" } = node
  const matches = patternOf(pattern)
  const fits = (text: string) => [...text].length >= least && [...text].length <= most
  const wrong = odd.find((text) => fits(text) && !matches.test(text))
  return [
    ...samples(node, pattern, 3).map((value) => inside(at, `pattern ${pattern}`, value)),
    ...(wrong === undefined ? [] : [outside(at, `pattern ${pattern}`, wrong)])
  ]
}

const ofText = (at: Path, node: Of<"string">, sampler: Sampler): ReadonlyArray<Case> => {
  if (node.pattern !== undefined) return patterned(at, node, sampler)
  if (node.format === undefined) return lengths(at, node)
  const cases = sampler.samples(node, node.format, 2).map((value) => inside(at, `a ${node.format}`, value))
  return node.format === "url" ? cases : [...cases, outside(at, `a ${node.format}`, "no such thing")]
}

const ofNumber = (at: Path, { above, kind, least, most }: Of<"int" | "number">): ReadonlyArray<Case> => {
  const safe = (bound: number | undefined): bound is number =>
    bound !== undefined && Number.isSafeInteger(Math.abs(bound) + 1)
  return [
    ...(safe(least) ? [inside(at, `>= ${least}`, least), outside(at, `>= ${least}`, least - 1)] : []),
    ...(safe(most) ? [inside(at, `<= ${most}`, most), outside(at, `<= ${most}`, most + 1)] : []),
    ...(above === undefined ? [] : [outside(at, `> ${above}`, above)]),
    ...(kind === "int" ? [outside(at, "a whole number", (least ?? 1) + 0.5)] : []),
    outside(at, "a number", "seven")
  ]
}

const repeated = (value: unknown, count: number): ReadonlyArray<unknown> =>
  Array.from({ length: count }, () => value)

const counted = (at: Path, node: Of<"array">, item: unknown): ReadonlyArray<Case> => {
  const { least = 0, most } = node
  return [
    ...(least > 0
      ? [
          inside(at, `at least ${least} items`, repeated(item, least)),
          outside(at, `at least ${least} items`, repeated(item, least - 1))
        ]
      : []),
    ...(most === undefined || most > longest
      ? []
      : [
          inside(at, `at most ${most} items`, repeated(item, most)),
          outside(at, `at most ${most} items`, repeated(item, most + 1))
        ]),
    outside(at, "a list", "no list")
  ]
}

const named = (at: Path, { least = 0, most }: Of<"record">, value: unknown): ReadonlyArray<Case> => {
  const map = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, value]))
  return [
    ...(least > 0 ? [outside(at, `at least ${least} names`, map(least - 1))] : []),
    ...(most === undefined || most > longest
      ? []
      : [inside(at, `at most ${most} names`, map(most)), outside(at, `at most ${most} names`, map(most + 1))])
  ]
}

/** Walks the constraints of one description. */
export interface Walk {
  readonly description: Description
  readonly sampler: Sampler
  /** What a name of the vendor's is here. */
  readonly ours?: (name: string) => string
  readonly validate: Validate
}

const deepest = 6

const list = (walk: Walk, at: Path, node: Of<"array">): ReadonlyArray<Case> => {
  const [item] = walk.sampler.samples(node.items, at.join("."), 1)
  const within = casesOf(walk, [...at, 0], node.items).map((one) => ({ ...one, value: one.value }))
  return [...counted(at, node, item), ...within]
}

const ofFields = (walk: Walk, at: Path, { fields }: Of<"object">): ReadonlyArray<Case> =>
  Object.entries(fields).flatMap(([name, { required, schema }]) => [
    ...(required === true ? [outside([...at, name], "required", absent)] : []),
    ...casesOf(walk, [...at, name], schema)
  ])

/** A value with another one in a place of it; lists and objects that are not there yet come into being. */
export const put = (value: unknown, [step, ...rest]: Path, to: unknown): unknown => {
  if (step === undefined) return to
  if (Array.isArray(value))
    return value.length === 0
      ? [put(undefined, rest, to)]
      : value.map((item, at) => (at === step ? put(item, rest, to) : item))
  if (typeof step === "number") return [put(undefined, rest, to)]
  const record = isRecord(value) ? value : {}
  if (to === absent && rest.length === 0)
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== step))
  return { ...record, [step]: put(record[step], rest, to) }
}

/**
 * The cases of each member, in a value of it. Just outside of one member may be inside of another, or inside by what the member lacks:
 * what the description itself takes is taken.
 */
const ofUnion = (walk: Walk, at: Path, node: Of<"union">): ReadonlyArray<Case> =>
  node.members.flatMap((member, index) => {
    const [base] = walk.sampler.samples(member, `${at.join(".")} ${index}`, 1)
    return casesOf(walk, [], member).map((one): Case => {
      const value = put(base, one.at, one.value)
      const rule = [...one.at, one.rule].join(" ")
      return { at, rule, value, taken: walk.validate(node, value) === "" }
    })
  })

/** The cases of a schema that stands at a path. */
export const casesOf = (walk: Walk, at: Path, node: Node): ReadonlyArray<Case> => {
  if (at.length > deepest) return []
  const one = node.nullable === true ? [inside(at, "null", null)] : []
  return [...one, ...bare(walk, at, node)]
}

const bare = (walk: Walk, at: Path, node: Node): ReadonlyArray<Case> => {
  const { description, sampler } = walk
  switch (node.kind) {
    case "string":
      return ofText(at, node, sampler)
    case "int":
    case "number":
      return ofNumber(at, node)
    case "enum":
      return [
        ...node.values.map((value) => inside(at, "one of a list", value)),
        outside(at, "one of a list", "NO SUCH VALUE")
      ]
    case "boolean":
      return [inside(at, "true or false", false), outside(at, "true or false", "maybe")]
    case "array":
      return list(walk, at, node)
    case "record":
      return named(at, node, sampler.samples(node.values, at.join("."), 1)[0])
    case "object":
      return ofFields(walk, at, node)
    case "ref": {
      const target = description.schemas[node.name]
      return target === undefined ? [] : casesOf(walk, at, target)
    }
    case "union":
      return ofUnion(walk, at, node)
    default:
      return []
  }
}
