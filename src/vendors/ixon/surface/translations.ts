/** IXON: translations. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { atMost, like, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { Attributes, attribute, listNotes, listOf, pageInput, pageKeys, pageOf } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes translations: `DELETE /translations`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteTranslations = companyOperation("deleteTranslations", () => ({
  method: "DELETE",
  path: "/translations",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists translations; `.stream` reads all pages: `GET /translations`. */
export const listTranslations = companyOperation("listTranslations", () => ({
  method: "GET",
  path: "/translations",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        key: attribute(Schema.String),
        languages: attribute(Attributes())
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates translations: `PATCH /translations`. Idempotent: it sets values, whatever they were. */
export const updateTranslations = companyOperation("updateTranslations", () => ({
  method: "PATCH",
  path: "/translations",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: optional(text(12, 12)),
      /** At most 65535 fields. */ languages: optional(atMost(65535, Data()))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates translations: `POST /translations`. Not idempotent: a repeat creates another. */
export const createTranslations = companyOperation("createTranslations", () => ({
  method: "POST",
  path: "/translations",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters, of a fixed form. */ key: like(/[A-Z0-9_?.!]+/, text(1, 255)),
      /** At most 65535 fields. */ languages: atMost(65535, Data())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))
