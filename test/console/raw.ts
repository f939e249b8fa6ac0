/** A request over a socket, as no browser and no fetch would send it. */
import { Effect } from "effect"
import { connect } from "node:net"

/** Sends the text, and gives what comes back until the connection ends, or until `enough` is in it. */
export const raw = (port: number, text: string, enough?: string): Effect.Effect<string> =>
  Effect.callback((resume) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text))
    let got = ""
    const done = () => resume(Effect.succeed(got))
    socket.on("data", (chunk) => {
      got += chunk.toString()
      if (enough !== undefined && got.includes(enough)) done()
    })
    socket.on("close", done).on("error", done)
    return Effect.sync(() => socket.destroy())
  })

/** A GET with these headers. */
export const get = (path: string, headers: Readonly<Record<string, string>>): string =>
  `GET ${path} HTTP/1.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}Connection: close\r\n\r\n`
