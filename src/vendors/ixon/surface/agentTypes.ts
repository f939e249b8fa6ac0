/** IXON: agentTypes. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id } from "../../../contract/described.ts"
import { halfPages, joined, listNotes, pageInput, pageKeys, pageOf, pages } from "../operations/shape.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { TypeLatestFirmwareFile } from "./shared/TypeLatestFirmwareFile.ts"
import { companyOperation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"

const listAgentTypesPage = companyOperation("listAgentTypes", () => ({
  method: "GET",
  path: "/agent-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentTemplateType())),
  idempotent: true,
  notes: listNotes
}))

/** Lists agent types; `.stream` reads all pages: `GET /agent-types`. */
export const listAgentTypes = Pages.byToken(Split.page(listAgentTypesPage, { ...halfPages, join: joined }), {
  ...pages,
  items: ({ data }) => data
})

const listAgentTypeFilesPage = companyOperation("listAgentTypeFiles", () => ({
  method: "GET",
  path: "/agent-types/{publicId}/files",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(TypeLatestFirmwareFile())),
  idempotent: true,
  notes: listNotes
}))

/** Lists agent type files; `.stream` reads all pages: `GET /agent-types/{publicId}/files`. */
export const listAgentTypeFiles = Pages.byToken(
  Split.page(listAgentTypeFilesPage, { ...halfPages, join: joined }),
  { ...pages, items: ({ data }) => data }
)
