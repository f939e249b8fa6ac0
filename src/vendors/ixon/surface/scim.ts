/** IXON: scim. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { operation } from "../vendor.ts"

/** Gets SCIM schemas: `GET /2/{applicationId}/scim/v2/Schemas`. */
export const getScimSchemas = operation("getScimSchemas", () => ({
  method: "GET",
  path: "/2/{applicationId}/scim/v2/Schemas",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Gets an SCIM service provider config: `GET /2/{applicationId}/scim/v2/ServiceProviderConfig`. */
export const getScimServiceProviderConfig = operation("getScimServiceProviderConfig", () => ({
  method: "GET",
  path: "/2/{applicationId}/scim/v2/ServiceProviderConfig",
  input: Schema.Struct({}),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))
