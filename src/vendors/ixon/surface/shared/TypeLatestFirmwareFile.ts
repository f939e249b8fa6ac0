/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's TypeLatestFirmwareFile, as it comes. */
export interface TypeLatestFirmwareFile extends Made<typeof typeLatestFirmwareFileFields> {}
const typeLatestFirmwareFileFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  code: attribute(Schema.String),
  notes: attribute(Schema.String),
  agentType: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  type: attribute(words("firmware")),
  latest: attribute(Schema.Boolean),
  custom: attribute(Attributes())
}))
export const TypeLatestFirmwareFile = opaque<TypeLatestFirmwareFile>()(typeLatestFirmwareFileFields)
