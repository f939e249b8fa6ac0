/** An answer that is no success, and that nobody documented for its operation: what is left is its status, as HTTP has it. */
import * as Common from "./Common.ts"
import { type Known, recognize, vendorContext } from "./Catalogue.ts"
import type { AnyFailure } from "./Failure.ts"
import { httpRule } from "./statuses.ts"
import type { Vendor } from "./Vendor.ts"
import type { Wire } from "./Wire.ts"
import { beginning } from "./words.ts"

/** The host of a redirect: its path and query may hold secrets, such as a login's state. */
const redirectIn = ({ headers, status }: Wire, url: string | undefined): string | undefined => {
  const location = status >= 300 && status < 400 ? headers["location"] : undefined
  if (location === undefined || location.trim() === "") return undefined
  const here = url !== undefined && URL.canParse(url) ? new URL(url) : new URL("http://relative.invalid")
  if (!URL.canParse(location, here)) return undefined
  const { host, protocol } = new URL(location, here)
  return host === here.host ? `another address of the same host, by ${protocol}` : host
}

/** The failure. What is shown of the answer comes from `shown`, which has no secrets. */
export const undocumented = (vendor: Vendor, raw: Wire, shown: Wire, call: Known): AnyFailure => {
  const resembles = recognize(vendor.failures, raw)?._tag
  const redirect = redirectIn(raw, call.request?.url)
  return new Common.Unrecognized({
    ...(resembles === undefined ? {} : { resembles }),
    ...(redirect === undefined ? {} : { redirect }),
    call: {
      delivery: httpRule(raw.status)?.delivery ?? "Unknown",
      ...vendorContext(vendor.dialect, shown, call.time),
      ...call,
      excerpt: beginning(shown)
    }
  })
}
