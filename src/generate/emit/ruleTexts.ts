/** The rules about several fields of an input, in words. */
import type { Described, Rule } from "../description.ts"
import { type Naming, oursOf } from "./naming.ts"

const listed = (names: ReadonlyArray<string>): string => {
  const last = names.at(-1) ?? ""
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`
}

const textOf = ({ most, of, rule }: Rule, name: (name: string) => string): string => {
  const [first = "", ...others] = of.map((one) => `\`${name(one)}\``)
  switch (rule) {
    case "some":
      return `At least one of ${listed([first, ...others])}.`
    case "one":
      return `Exactly one of ${listed([first, ...others])}.`
    case "together":
      return `${listed([first, ...others])} go together.`
    case "apart":
      return `Not ${first} together with ${others.join(" or ")}.`
    case "in all":
      return `At most ${most?.toLocaleString("en-US")} in ${listed([first, ...others])} together, and at least one.`
    case "lacks":
      return `No item of ${first} has a field ${others.join()}.`
  }
}

/** A sentence for each rule. `naming`: what is ours for those of the vendor that are not the same in camelCase. */
export const ruleTexts = ({ rules = [] }: Described, naming: Naming): ReadonlyArray<string> =>
  rules.map((rule) => textOf(rule, (name) => oursOf(name, naming)))
