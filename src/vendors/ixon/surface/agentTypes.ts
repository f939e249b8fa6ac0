/** IXON: agentTypes. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { listNotes, pageInput, pageKeys, pageOf } from "../operations/shape.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { TypeLatestFirmwareFile } from "./shared/TypeLatestFirmwareFile.ts"
import { companyOperation } from "../vendor.ts"

/** Lists agent types, a page at a time, or with `.stream` all of them: `GET /agent-types`. Needs `companyId`. */
export const listAgentTypes = companyOperation("listAgentTypes", () => ({
  method: "GET",
  path: "/agent-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentTemplateType())),
  idempotent: true,
  notes: listNotes,
  see: "IXON OpenAPI document, AgentTypeList"
})).pipe(listed)

/** Lists agent type files, a page at a time, or with `.stream` all of them: `GET /agent-types/{publicId}/files`. Needs `companyId`. */
export const listAgentTypeFiles = companyOperation("listAgentTypeFiles", () => ({
  method: "GET",
  path: "/agent-types/{publicId}/files",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(TypeLatestFirmwareFile())),
  idempotent: true,
  notes: listNotes,
  see: "IXON OpenAPI document, AgentTypeFileList"
})).pipe(listed)
