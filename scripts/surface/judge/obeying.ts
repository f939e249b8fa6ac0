/** Inputs that keep the rules about several fields together, made of ones that may not. */
import { isRecord } from "../../../src/contract/Wire.ts"
import type { Rule } from "../../../src/generate/description.ts"

type Fields = Readonly<Record<string, unknown>>

const without = (fields: Fields, names: ReadonlyArray<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

const lacking = (fields: Fields, [list = "", name = ""]: ReadonlyArray<string>): Fields => {
  const items = fields[list]
  if (!Array.isArray(items)) return fields
  return { ...fields, [list]: items.map((item) => (isRecord(item) ? without(item, [name]) : item)) }
}

const keeping = (fields: Fields, { most = Infinity, of, rule }: Rule, focus: string | undefined): Fields => {
  const present = of.filter((name) => name in fields)
  const kept = of.find((name) => name === focus) ?? present[0]
  const others = present.filter((name) => name !== kept)
  switch (rule) {
    case "one":
      return without(fields, others)
    case "in all":
      return most === 1 ? without(fields, others) : fields
    case "apart":
      return without(fields, of[0] === focus ? of.slice(1) : of.slice(0, 1))
    case "lacks":
      return lacking(fields, of)
    default:
      return fields
  }
}

/** The same input with fields left out until the rules hold; `focus`, where it can, stays. */
export const obeying = (fields: Fields, rules: ReadonlyArray<Rule> = [], focus?: string): Fields =>
  rules.reduce((before, rule) => keeping(before, rule, focus), fields)
