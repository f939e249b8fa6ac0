/** One host of a vendor as the doctor sees it: its base URL, taken apart, and the way there. */
import * as Redacted from "effect/Redacted"
import type * as Vendor from "../../pipeline/layer.ts"
import * as Transport from "../../pipeline/Transport.ts"

/** One host. */
export interface Place {
  /** Its name in the vendor's data: `rest`. */
  readonly name: string
  /** The base URL, without a slash at its end. */
  readonly base: string
  readonly host: string
  readonly port: number
  /** Whether it is https. */
  readonly secure: boolean
  readonly route: Transport.Route
  readonly facts: Vendor.DoctorHost
}

/** A host by its base URL, which has been checked. */
export const placeOf = (
  name: string,
  base: string,
  facts: Vendor.DoctorHost,
  proxy: Vendor.Options["proxy"]
): Place => {
  const { hostname, port, protocol } = new URL(base)
  const secure = protocol === "https:"
  const given = proxy === undefined || Redacted.isRedacted(proxy) ? proxy : Redacted.make(String(proxy))
  return {
    name,
    base: base.replace(/\/+$/, ""),
    host: hostname.replace(/^\[(.+)\]$/, "$1"),
    port: Number(port) || (secure ? 443 : 80),
    secure,
    route: Transport.route(base, given),
    facts
  }
}
