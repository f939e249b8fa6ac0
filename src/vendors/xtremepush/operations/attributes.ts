/** Attributes of an object that have no field of their own: beside the others on the wire, and gathered in one field here. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { lazy } from "../../../contract/lazy.ts"

/** Attributes by the vendor's own names. */
export const Attributes = lazy(() => Schema.Record(Schema.String, Schema.Json))

const Loose = lazy(() => Schema.Record(Schema.String, Schema.Unknown))

/** The name under which the layer sends its token. */
const tokenName = "apptoken"

type Fields = Readonly<Record<string, unknown>>

const gather = (known: ReadonlyArray<string>, wire: Fields): Fields => {
  const entries = Object.entries(wire)
  const own = entries.filter(([name]) => known.includes(name))
  const more = entries.filter(([name]) => !known.includes(name) && name !== tokenName)
  return { ...Object.fromEntries(own), attributes: Object.fromEntries(more) }
}

const spread = ({ attributes, ...own }: Fields): Fields => ({
  ...(typeof attributes === "object" ? attributes : {}),
  ...own
})

/**
 * Puts `attributes` beside the other fields on the wire, and gathers there what has no field of its own. A name that has a field is
 * refused in `attributes`, and so is that of the app token, which the layer sends.
 */
export const flat = <
  Codec extends Schema.Constraint & { readonly from: { readonly fields: Schema.Struct.Fields } }
>(
  codec: Codec
) => {
  const known = Object.keys(codec.from.fields).filter((name) => name !== "attributes")
  const taken = new Set([...known, tokenName])
  const apart = Schema.makeFilter(({ attributes }: Fields) =>
    Object.keys(typeof attributes === "object" ? (attributes ?? {}) : {})
      .filter((name) => taken.has(name))
      .map((name) => ({ path: ["attributes", name], issue: "it has its own place: give it there" }))
  )
  return Loose().pipe(
    Schema.decodeTo(
      Loose().check(apart),
      SchemaTransformation.transform({
        decode: (wire: Fields) => gather(known, wire),
        encode: spread
      })
    ),
    Schema.decodeTo(codec)
  )
}
