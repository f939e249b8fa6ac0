/** IXON: labels. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { like, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf } from "../operations/shape.ts"
import { AgentPageLabel } from "./shared/AgentPageLabel.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes labels: `DELETE /labels`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteLabels = companyOperation("deleteLabels", () => ({
  method: "DELETE",
  path: "/labels",
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

/** Lists labels; `.stream` reads all pages: `GET /labels`. */
export const listLabels = companyOperation("listLabels", () => ({
  method: "GET",
  path: "/labels",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLabel())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates labels: `PATCH /labels`. Idempotent: it sets values, whatever they were. */
export const updateLabels = companyOperation("updateLabels", () => ({
  method: "PATCH",
  path: "/labels",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 6 to 7 characters, of a fixed form. */ color: optional(like(/#?[a-fA-F0-9]{6,6}/, text(6, 7))),
      /** 1 to 255 characters. */ name: optional(text(1, 255))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates labels: `POST /labels`. Not idempotent: a repeat creates another. */
export const createLabels = companyOperation("createLabels", () => ({
  method: "POST",
  path: "/labels",
  input: Schema.Struct({
    items: objects({
      /** 6 to 7 characters, of a fixed form. */ color: like(/#?[a-fA-F0-9]{6,6}/, text(6, 7)),
      /** 1 to 255 characters. */ name: text(1, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))
