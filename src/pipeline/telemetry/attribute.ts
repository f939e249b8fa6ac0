/** The one list of attribute names: OpenTelemetry's where it has one, ours under `faultline.`. */
export const attribute = {
  vendor: "faultline.vendor",
  operation: "faultline.operation",
  delivery: "faultline.delivery",
  kind: "faultline.attempt.kind",
  method: "http.request.method",
  path: "url.template",
  server: "server.address",
  status: "http.response.status_code",
  resend: "http.request.resend_count",
  error: "error.type"
} as const
