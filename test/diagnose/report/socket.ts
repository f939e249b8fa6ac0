/** A raw loopback socket that keeps every byte of a request, and a shell that runs a command against it. */
import { spawn, spawnSync } from "node:child_process"
import { type AddressInfo, createServer, type Socket } from "node:net"

const found = spawnSync("curl", ["--version"]).status === 0

/** Whether curl can be run here. In CI it must be: there, its absence is a failure and not an excuse. */
export const available = (): boolean => {
  if (found) return true
  const says = "curl is not installed, so the commands of reports were not run (apt-get install curl)"
  if (process.env["CI"] !== undefined) throw new Error(says)
  console.warn(says)
  return false
}

/** Whether the bytes are a whole request. */
const isWhole = (bytes: Buffer): boolean => {
  const end = bytes.indexOf("\r\n\r\n")
  if (end < 0) return false
  const [, length = "0"] = /\r\ncontent-length: *(\d+)/i.exec(bytes.subarray(0, end).toString()) ?? []
  return bytes.length >= end + 4 + Number(length)
}

const answerTo = (status: number, text: string): string =>
  `HTTP/1.1 ${status} Answer\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`

/** A server of raw sockets. */
export interface Raw {
  readonly url: string
  /** Every request, as it came. */
  readonly received: Array<Buffer>
  readonly close: () => void
}

/** Listens, and answers each request by its first line. */
export const listen = (answer: (line: string) => readonly [status: number, text: string]): Promise<Raw> =>
  new Promise((resolve) => {
    const received: Array<Buffer> = []
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      let bytes = Buffer.alloc(0)
      socket.on("error", () => {})
      socket.on("data", (chunk) => {
        bytes = Buffer.concat([bytes, chunk])
        if (!isWhole(bytes)) return
        received.push(bytes)
        socket.end(answerTo(...answer(bytes.subarray(0, bytes.indexOf("\r\n")).toString())))
        bytes = Buffer.alloc(0)
      })
    })
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      const close = () => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      resolve({ url: `http://127.0.0.1:${port}`, received, close })
    })
  })

/** Runs a script with `sh`, given on standard input: a command of 200 kB is no argument. */
export const sh = (script: string, env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn("sh", ["-s"], { env: { PATH: process.env["PATH"], ...env }, stdio: "pipe" })
    const out: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => out.push(chunk))
    child.once("error", reject)
    child.once("close", () => resolve(Buffer.concat(out).toString()))
    child.stdin.end(`${script}\n`)
  })
