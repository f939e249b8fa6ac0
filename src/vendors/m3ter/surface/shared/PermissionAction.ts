/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's PermissionAction. */
export const PermissionAction = lazy(() =>
  Schema.Literals([
    "ALL",
    "CONFIG_CREATE",
    "CONFIG_RETRIEVE",
    "CONFIG_UPDATE",
    "CONFIG_DELETE",
    "CONFIG_EXPORT",
    "ANALYTICS_QUERY",
    "MEASUREMENTS_UPLOAD",
    "MEASUREMENTS_FILEUPLOAD",
    "MEASUREMENTS_RETRIEVE",
    "MEASUREMENTS_EXPORT",
    "FORECAST_RETRIEVE",
    "HEALTHSCORES_RETRIEVE",
    "ANOMALIES_RETRIEVE",
    "EXPORTS_DOWNLOAD",
    "MARKETPLACE_USAGE_CREATE",
    "MARKETPLACE_USAGE_RETRIEVE",
    "AUDIT_RETRIEVE"
  ])
)
