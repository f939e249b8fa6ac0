/** What a TLS connection shows of its server, whether or not it is accepted (Node only). */
import * as net from "node:net"
import type * as tls from "node:tls"
import type { Certified } from "./probes.ts"

const nameOf = (subject: string = ""): string =>
  /^CN=(.+)$/m.exec(subject)?.[1] ?? /^O=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ")

// Dates and the name are looked at by themselves: of several things that are wrong OpenSSL tells one.
const byItself = /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID)$/

// A plain text here, though the types say that it is an error.
const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error)

/** The certificate, and why nobody vouches for it; `undefined` where none is shown. */
export const certified = (socket: tls.TLSSocket, host: string): Certified | undefined => {
  const shown = socket.getPeerX509Certificate()
  if (shown === undefined) return undefined
  const code = socket.authorized ? undefined : codeOf(socket.authorizationError)
  return {
    protocol: socket.getProtocol() ?? "",
    subject: nameOf(shown.subject),
    issuer: nameOf(shown.issuer),
    names: shown.subjectAltName ?? "",
    validFrom: Date.parse(shown.validFrom),
    validTo: Date.parse(shown.validTo),
    named: (net.isIP(host) === 0 ? shown.checkHost(host) : shown.checkIP(host)) !== undefined,
    distrusted: code === undefined || byItself.test(code) ? undefined : code
  }
}
