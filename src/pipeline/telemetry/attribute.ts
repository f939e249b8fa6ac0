/** The one list of attribute names: OpenTelemetry's where it has one, ours under `faultline.`. */
export const attribute = {
  vendor: "faultline.vendor",
  operation: "faultline.operation",
  outcome: "faultline.outcome",
  delivery: "faultline.delivery",
  reason: "faultline.reason",
  kind: "faultline.attempt",
  attempts: "faultline.attempts",
  hedge: "faultline.hedge",
  wait: "faultline.wait",
  seconds: "faultline.seconds",
  until: "faultline.until",
  after: "faultline.after",
  class: "faultline.class",
  window: "faultline.window",
  state: "faultline.state",
  renewal: "faultline.renewal",
  call: "faultline.call.id",
  request: "faultline.request.id",
  method: "http.request.method",
  path: "url.template",
  url: "url.full",
  server: "server.address",
  port: "server.port",
  protocol: "network.protocol.version",
  status: "http.response.status_code",
  resend: "http.request.resend_count",
  header: "http.response.header",
  error: "error.type"
} as const

/** The key of an attribute in `attribute`. */
export type AttributeKey = keyof typeof attribute

/** Where the values of an attribute come from: a closed list, or what the vendors, operations and failures are called. */
export type Values =
  | ReadonlyArray<string>
  | "vendors"
  | "operations"
  | "classes"
  | "failures"
  | "hosts"
  | "paths"
  | "methods"
  | "windows"
  | "number"
  | "text"

/** What an attribute says, and which values it can have. `text` is for spans alone: no metric may have it. */
export interface AttributeSignal {
  readonly says: string
  readonly values: Values
}

/** The reasons of `NotSent`, `NoAnswer` and `DeliveryUnknown` are those of their classes. */
export const attributes: Readonly<Record<AttributeKey, AttributeSignal>> = {
  vendor: { says: "the vendor", values: "vendors" },
  operation: { says: "the operation", values: "operations" },
  outcome: { says: "how the call ended", values: ["success", "failure", "interrupted"] },
  delivery: {
    says: "whether the call took effect",
    values: ["NotSent", "Refused", "Unknown", "Applied"]
  },
  reason: { says: "why nothing was sent, or no answer came", values: "failures" },
  kind: { says: "why the attempt was made", values: ["first", "retry", "renewal", "hedge", "part"] },
  attempts: { says: "how many attempts the call made", values: "number" },
  hedge: { says: "`true` on a second request beside a slow read", values: ["true"] },
  wait: { says: "what time passed for", values: ["queue", "backoff", "vendor", "credentials"] },
  seconds: { says: "how long, in seconds", values: "number" },
  until: { says: "until when, in ISO 8601", values: "text" },
  after: { says: "the failure that led to it", values: "failures" },
  class: { says: "the vendor's class of endpoints that share a limit", values: "classes" },
  window: { says: "the window of a limit, in seconds", values: "windows" },
  state: { says: "the state of a circuit", values: ["closed", "open", "half_open"] },
  renewal: { says: "why a credential was fetched", values: ["due", "refused"] },
  call: { says: "the call's id, as in its failure and in the journal", values: "text" },
  request: {
    says: "what the vendor calls the request that was answered last; in logs alone",
    values: "text"
  },
  method: { says: "the method of the request", values: "methods" },
  path: { says: "the path with its placeholders", values: "paths" },
  url: { says: "the address; values in it that are not known to be harmless are redacted", values: "text" },
  server: { says: "the host", values: "hosts" },
  port: { says: "the port", values: "number" },
  protocol: { says: "the version of HTTP, where the transport tells", values: ["1.0", "1.1", "2", "3"] },
  status: { says: "the status of the answer", values: "number" },
  resend: { says: "which repetition it is, from the second attempt on", values: "number" },
  header: {
    says: "with the name of the header in which the vendor names its answers: what stands there",
    values: "text"
  },
  error: { says: "the failure's tag, `interrupted`, or `defect`; absent of a success", values: "failures" }
}
