/** The address of a request as traces may have it: less than a person may see, for many read them. */
import type { Contract } from "../../contract/compile.ts"
import type { Outgoing } from "../../contract/Outgoing.ts"
import { hideInPath } from "../../contract/privacy.ts"
import { withoutLong } from "../../contract/redact.ts"
import { hidingIn } from "../discreet.ts"

/** Fields of a query that say how much is wanted, and in which order: they are of nobody. */
const harmless =
  /^(page|(page|per)_?(number|size|limit|offset|page)|size|limit|offset|count|(order|sort)(_?(by|order|direction))?)$/i

/** What OpenTelemetry has in the place of what is not shown. */
const concealed = "REDACTED"

// Longer than servers take, as a rule.
const longest = 8_000

/** The address without credentials and personal data: of its query the names, and the values of what is harmless. */
export const tracedUrl = (
  contract: Contract,
  { query, url }: Outgoing,
  secrets: () => ReadonlyArray<string>
): string => {
  const hiding = hidingIn(contract)
  // A presigned address has a query of its own, which is as good as a key.
  const [address = "", presigned = ""] = url.split(/[?#]/)
  const path = hideInPath(hiding, contract.spec.path, address).replace(/\/\/[^/]*@/, "//")
  const fields = [...new URLSearchParams(presigned), ...query].map(([name, value]): [string, string] => [
    name,
    harmless.test(name) && !hiding.hides(name) ? value : concealed
  ])
  const search = fields.length === 0 ? "" : `?${new URLSearchParams(fields).toString()}`
  return withoutLong(`${path}${search}`, secrets()).slice(0, longest)
}
