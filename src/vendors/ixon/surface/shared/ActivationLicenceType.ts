/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's ActivationLicenceType, as it comes. */
export interface ActivationLicenceType extends Made<typeof activationLicenceTypeFields> {}
const activationLicenceTypeFields = lazy(() => ({
  publicId: attribute(Schema.String),
  usageType: attribute(
    words(
      "advanced-user-management",
      "agent-registration-profile",
      "agent-templates",
      "alarming",
      "api-integrations",
      "app-engine-level-1",
      "app-engine-level-2",
      "app-engine-level-3",
      "asset-management",
      "card-view",
      "connection-monitoring",
      "controlled-devices",
      "custom-branding",
      "custom-domain",
      "custom-fields",
      "custom-legal",
      "custom-legal-legacy",
      "custom-sso",
      "edge-app-management",
      "ixagent",
      "landing-page",
      "live-data",
      "logging",
      "m2m-cloud-cluster",
      "main-pages",
      "mobile-app",
      "mqtt-device",
      "object-storage",
      "premium-branding",
      "rdp",
      "remote-access",
      "reporting",
      "request-access",
      "rtsp",
      "scim",
      "session-recording",
      "sla",
      "ssh",
      "subgroups",
      "temporary-access",
      "vpn-access-rule",
      "vpn-usage"
    )
  ),
  companyLimit: attribute(Schema.Finite),
  scope: attribute(words("agent", "company"))
}))
export const ActivationLicenceType = opaque<ActivationLicenceType>()(activationLicenceTypeFields)
