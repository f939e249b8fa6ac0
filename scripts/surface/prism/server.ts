/** Prism as a mock server of a document, on a port of this machine. */
import { spawn } from "node:child_process"
import { createServer } from "node:net"

/** What is run: through `npx`, for it would make `npm ci` longer by 223 packages (99 MB) that one script needs. */
export const prism = "@stoplight/prism-cli@5.14.2"

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** A server that runs. */
export interface Running {
  readonly url: string
  readonly stop: () => void
}

// The first time it is downloaded.
const patience = 300_000

/** Starts Prism; its answers are made up from the document's schemas, always the same ones. */
export const start = async (file: string): Promise<Running> => {
  const port = await freePort()
  const options = ["mock", "--dynamic", "--seed", "faultline", "--port", String(port), file]
  const child = spawn("npx", ["--yes", "--ignore-scripts", prism, ...options], {
    // A group of its own: npx starts others, which end with it.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SCARF_ANALYTICS: "false" }
  })
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
  }
  let output = ""
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      stop()
      reject(new Error(`Prism ${why}: ${output.slice(-2_000)}`))
    }
    const timer = setTimeout(() => fail(`does not listen after ${patience / 1000} s`), patience)
    const on = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000)
      if (!output.includes("Prism is listening")) return
      clearTimeout(timer)
      resolve({ url: `http://127.0.0.1:${port}`, stop })
    }
    child.stdout.on("data", on)
    child.stderr.on("data", on)
    child.on("error", (error) => fail(`cannot be started (${error.message})`))
    child.on("exit", (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
}
