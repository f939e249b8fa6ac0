/** What is known of a call and of an attempt when they begin. */
import type { Contract } from "../../contract/compile.ts"
import type { Attempt } from "../Call.ts"
import type * as Telemetry from "../Telemetry.ts"
import { tracedUrl } from "./tracedUrl.ts"

/** What is known of a call from its contract. */
export const beganOf = ({ operation, spec, vendor }: Contract): Telemetry.Began => ({
  vendor: vendor.name,
  operation: operation.tag,
  method: spec.method,
  path: spec.path
})

// A layer's hosts are URLs that were checked when it was built, and a presigned address is one too.
const addressOf = (url: string): { readonly server: string; readonly port: number } => {
  const [, scheme = "", host = "", port] =
    /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d+))?/i.exec(url) ?? []
  const usual = scheme.toLowerCase() === "http" ? 80 : 443
  return { server: host.toLowerCase(), port: port === undefined ? usual : Number(port) }
}

/** What is known of an attempt. */
export const attemptBegan = (
  contract: Contract,
  { call, kind, number, outgoing, requeues = 0 }: Attempt
): Telemetry.AttemptBegan => ({
  ...beganOf(contract),
  id: () => call.id.value,
  kind,
  number,
  // A hedge is sent after the attempt that it stands beside.
  resends: number + requeues + (kind === "hedge" ? 1 : 0),
  url: () => tracedUrl(contract, call.outgoing ?? outgoing, call.credentials.secrets),
  ...addressOf(outgoing.url)
})
