/** The probes on Node: `#probes` in package.json chooses them. */
import * as Effect from "effect/Effect"
import * as dns from "node:dns"
import * as http from "node:http"
import * as https from "node:https"
import * as net from "node:net"
import * as tls from "node:tls"
import { certified } from "./certificate.ts"
import { type Certified, type Connected, type Probes, type Target, Unreached } from "./probes.ts"
import { type Closes, closing, type Fault, type Settle, unreached } from "./sockets.ts"

const resolve: Probes["resolve"] = (host) =>
  Effect.callback((resume) => {
    // As connections do it: with the hosts file. It cannot be called off; whoever waits no longer hears nothing of it.
    dns.lookup(host, { all: true }, (error, found) =>
      resume(
        error === null ? Effect.succeed(found.map(({ address }) => address)) : Effect.fail(unreached(error))
      )
    )
  })

const at = (address: string | undefined, port: number | undefined): string =>
  `${address?.includes(":") === true ? `[${address}]` : (address ?? "?")}:${port ?? "?"}`

/** What a user name or a password stands for in a URL. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[(.+)\]$/, "$1")

const connect: Probes["connect"] = ({ host, port }) =>
  closing<Connected>((settle) => {
    const socket = net.connect({ host, port })
    return socket
      .on("error", (error: Fault) => settle(Effect.fail(unreached(error))))
      .on("connect", () =>
        settle(
          Effect.succeed({
            remote: at(socket.remoteAddress, socket.remotePort),
            local: socket.localAddress ?? "?"
          })
        )
      )
  })

/** Asks the proxy for a tunnel; whatever it answers is told. */
const ask = ({ host, port, proxy = "" }: Target, answered: (status: number, socket: net.Socket) => void) => {
  const { hostname, password, port: itsPort, protocol, username } = new URL(proxy)
  const target = at(host, port)
  const user = `${decoded(username)}:${decoded(password)}`
  const request = (protocol === "https:" ? https : http).request({
    host: bare(hostname),
    ...(itsPort === "" ? {} : { port: itsPort }),
    method: "CONNECT",
    path: target,
    agent: false,
    headers: {
      host: target,
      ...(username === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(user).toString("base64")}` })
    }
  })
  request
    .on("connect", (response, socket: net.Socket) => answered(response.statusCode ?? 0, socket))
    .on("response", (response) => answered(response.statusCode ?? 0, response.socket))
    .end()
  return request
}

const tunnel: Probes["tunnel"] = (target) =>
  closing((settle) => {
    const request = ask(target, (status, socket) => {
      socket.destroy()
      settle(Effect.succeed({ status }))
    })
    return request.on("error", (error: Fault) => settle(Effect.fail(unreached(error))))
  })

/** TLS over a connection, accepting whatever certificate is shown: it is looked at, and nothing is sent. */
const shake = (host: string, port: number, over: net.Socket | undefined, settle: Settle<Certified>) => {
  const socket = tls.connect({
    ...(over === undefined ? { host, port } : { socket: over }),
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false
  })
  return socket
    .on("error", (error: Fault) => settle(Effect.fail(unreached(error))))
    .on("close", () =>
      settle(Effect.fail(new Unreached({ code: "closed", detail: "The connection was closed." })))
    )
    .on("secureConnect", () => {
      const found = certified(socket, host)
      settle(
        found === undefined
          ? Effect.fail(new Unreached({ code: "no-certificate", detail: "No certificate was shown." }))
          : Effect.succeed(found)
      )
    })
}

const secure: Probes["secure"] = (target) =>
  closing((settle) => {
    const { host, port } = target
    if (target.proxy === undefined) return shake(host, port, undefined, settle)
    // TLS closes the connection that it runs over. Closed beneath it, that connection takes the process with it.
    let open: Closes = ask(target, (status, socket) => {
      socket.on("error", (error: Fault) => settle(Effect.fail(unreached(error))))
      open = status === 200 ? shake(host, port, socket, settle) : socket
      if (status !== 200)
        settle(Effect.fail(new Unreached({ code: "proxy", detail: `The proxy answered ${status}.` })))
    }).on("error", (error: Fault) => settle(Effect.fail(unreached(error))))
    return { destroy: () => open.destroy() }
  })

/** Node's sockets. */
export const probes: Probes | undefined = { resolve, connect, tunnel, secure }
