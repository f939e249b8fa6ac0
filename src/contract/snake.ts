/** Objects whose names are in camelCase here and in snake_case on the wire: `campaignId` is sent and read as `campaign_id`. */
import * as Schema from "effect/Schema"

/** A name as the wire has it: `lastEditedBy2` is `last_edited_by2`. */
export const snakeOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The same of a type. */
export type SnakeOf<Name, Made extends string = ""> = Name extends `${infer First}${infer Rest}`
  ? SnakeOf<Rest, `${Made}${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}`>
  : Made

/** What must hold of several fields together; see `fieldRules.ts`. */
export type FieldRule = (input: object) => Schema.FilterOutput

type Others = Readonly<Record<string, string>>

/** What such a struct is on the wire. */
export type Sent<F extends Schema.Struct.Fields, O extends Others> = {
  // as: it names the keys of a mapped type, and asserts nothing
  readonly [Name in keyof F as Name extends keyof O ? O[Name] : SnakeOf<Name>]: unknown
}

/** A struct of these fields, which is something else on the wire. */
export interface Snake<F extends Schema.Struct.Fields, O extends Others> extends Schema.Codec<
  Schema.Struct.Type<F>,
  Sent<F, O>
> {}

/** A struct of these fields, sent and read under their names in snake_case, but for the others. */
export const renamed = <F extends Schema.Struct.Fields, const O extends Others>(
  fields: F,
  others: O,
  ...rules: ReadonlyArray<FieldRule>
): Snake<F, O> => {
  const names = Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      // What every object inherits is no name of the vendor's.
      const wire = (Object.hasOwn(others, name) ? others[name] : undefined) ?? snakeOf(name)
      return wire === name ? [] : [[name, wire]]
    })
  )
  const struct = Schema.Struct(fields)
  const [first, ...more] = rules.map((rule) => Schema.makeFilter(rule))
  const ruled = first === undefined ? struct : struct.check(first, ...more)
  // as: here and below; the names are computed twice, here and as types
  return ruled.pipe(Schema.encodeKeys(names as {})) as unknown as Snake<F, O>
}

/** A struct of these fields, sent and read under their names in snake_case. */
export const snake = <F extends Schema.Struct.Fields>(
  fields: F,
  ...rules: ReadonlyArray<FieldRule>
): Snake<F, {}> => renamed(fields, {}, ...rules)
