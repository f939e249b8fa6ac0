/** IXON: agentTypes. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { listNotes, pageInput, pageKeys, pageOf } from "../operations/shape.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { TypeLatestFirmwareFile } from "./shared/TypeLatestFirmwareFile.ts"
import { companyOperation } from "../vendor.ts"

/** Lists agent types; `.stream` reads all pages: `GET /agent-types`. */
export const listAgentTypes = companyOperation("listAgentTypes", () => ({
  method: "GET",
  path: "/agent-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentTemplateType())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Lists agent type files; `.stream` reads all pages: `GET /agent-types/{publicId}/files`. */
export const listAgentTypeFiles = companyOperation("listAgentTypeFiles", () => ({
  method: "GET",
  path: "/agent-types/{publicId}/files",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(TypeLatestFirmwareFile())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)
