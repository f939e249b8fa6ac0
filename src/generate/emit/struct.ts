/** Structs as code, whose names are the vendor's on the wire and ours here. */
import { snakeOf } from "../../contract/snake.ts"
import type { Described, Fields } from "../description.ts"
import type { Kit } from "./kit.ts"
import { oursOf } from "./naming.ts"

/** The names that are no snake_case on the wire, as code; nothing where all are. */
export const othersOf = (names: ReadonlyArray<string>, kit: Kit): string => {
  const others = names.filter((name) => snakeOf(oursOf(name, kit)) !== name)
  const keys = others.map((name) => `${oursOf(name, kit)}: ${JSON.stringify(name)}`)
  return keys.length === 0 ? "" : `{ ${keys.join(", ")} }`
}

/** What makes a struct of names in camelCase. */
const snakeStruct = (
  fields: string,
  names: ReadonlyArray<string>,
  kit: Kit,
  rules: ReadonlyArray<string>
): string => {
  const others = othersOf(names, kit)
  const isPlain = rules.length === 0 && names.every((name) => oursOf(name, kit) === name)
  if (isPlain) return `Schema.Struct({ ${fields} })`
  const args = [`{ ${fields} }`, ...(others === "" ? [] : [others]), ...rules].join(", ")
  return `${others === "" ? "snake" : "renamed"}(${args})`
}

/** A struct of fields that are written already. `names`: those that the vendor has for them. */
export const structOf = (
  fields: string,
  names: ReadonlyArray<string>,
  kit: Kit,
  rules: ReadonlyArray<string> = []
): string => {
  if (kit.isSnake === true) return snakeStruct(fields, names, kit, rules)
  const keys = names
    .filter((name) => oursOf(name, kit) !== name)
    .map((name) => `${oursOf(name, kit)}: ${JSON.stringify(name)}`)
  const struct = `Schema.Struct({ ${fields} })`
  return keys.length === 0 ? struct : `${struct}.pipe(Schema.encodeKeys({ ${keys.join(", ")} }))`
}

/** The rules about several fields of an input, as code. */
export const rulesOf = ({ rules = [] }: Described, kit: Kit): ReadonlyArray<string> =>
  rules.map(({ most, of, rule }) => {
    const given = of.map((name) => JSON.stringify(oursOf(name, kit)))
    const [first = "", ...others] = given
    switch (rule) {
      case "some":
        return `atLeastOne(${given.join(", ")})`
      case "one":
        return `exactlyOne(${given.join(", ")})`
      case "together":
        return `allOrNone(${given.join(", ")})`
      case "apart":
        return `notBeside(${first}, [${others.join(", ")}])`
      case "in all":
        return `inAll(${most}, ${given.join(", ")})`
      case "lacks":
        return `noneHas(${given.join(", ")})`
    }
  })

/** An object as code; one that takes fields of any name takes them with whatever they hold. */
export const objectOf = (node: Fields, fields: string, rest: string, kit: Kit): string => {
  const isOpen = kit.open === true && node.rest !== undefined
  const struct = structOf(fields, kit.isSnake === true && !isOpen ? Object.keys(node.fields) : [], kit)
  return isOpen ? `Schema.StructWithRest(${struct}, [Schema.Record(Schema.String, ${rest})])` : struct
}
