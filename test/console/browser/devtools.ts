/** The system's Chromium without a window, driven over its own protocol: a page, its keys, and how its screen is. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

type Answer = {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A connection to the browser. */
class Protocol {
  private next = 0
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private readonly socket: WebSocket

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.addEventListener("message", ({ data }) => {
      const answer: Answer = JSON.parse(String(data))
      this.waiting.get(answer.id)?.(answer)
      this.waiting.delete(answer.id)
    })
  }

  // any: each command has its own answer.
  send(method: string, params: object = {}, sessionId?: string): Promise<any> {
    const id = ++this.next
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ error, result }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`))
      )
      this.socket.send(
        JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })
      )
    })
  }
}

const keys = {
  Tab: { code: "Tab", windowsVirtualKeyCode: 9 },
  Enter: { code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  Escape: { code: "Escape", windowsVirtualKeyCode: 27 },
  " ": { code: "Space", windowsVirtualKeyCode: 32, text: " " },
  ArrowDown: { code: "ArrowDown", windowsVirtualKeyCode: 40 }
} as const

/** One page. */
export class Page {
  private readonly protocol: Protocol
  private readonly session: string

  constructor(protocol: Protocol, session: string) {
    this.protocol = protocol
    this.session = session
  }

  private send(method: string, params: object = {}): Promise<any> {
    return this.protocol.send(method, params, this.session)
  }

  /** Runs an expression in the page. */
  async run<A = unknown>(expression: string): Promise<A> {
    const { exceptionDetails, result } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, what = expression): Promise<void> {
    const end = performance.now() + 15_000
    while (!(await this.run(`Boolean(${expression})`).catch(() => false))) {
      if (performance.now() > end)
        throw new Error(`Not within 15 s: ${what}\n${await this.run<string>("document.body.innerText")}`)
      await this.run("new Promise((resolve) => setTimeout(resolve, 25))")
    }
  }

  async open(url: string): Promise<void> {
    await this.send("Page.enable")
    await this.send("Page.navigate", { url })
  }

  /** Presses a key of the keyboard. */
  async press(key: keyof typeof keys, shift = false): Promise<void> {
    const event = { key, modifiers: shift ? 8 : 0, ...keys[key] }
    await this.send("Input.dispatchKeyEvent", { type: "text" in event ? "keyDown" : "rawKeyDown", ...event })
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event })
  }

  async type(text: string): Promise<void> {
    await this.send("Input.insertText", { text })
  }

  async colors(scheme: "light" | "dark"): Promise<void> {
    const features = [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" }
    ]
    await this.send("Emulation.setEmulatedMedia", { features })
  }

  async size(width: number, height = 740): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: 1, mobile: width < 600 }
    await this.send("Emulation.setDeviceMetricsOverride", metrics)
  }
}

/** A browser without a window. */
export interface Browser {
  readonly page: () => Promise<Page>
  readonly close: () => Promise<void>
}

const endpointOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ""
    child.stderr?.on("data", (chunk) => {
      text += String(chunk)
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once("exit", () => reject(new Error(text)))
  })

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--remote-debugging-port=0"
]

/** Starts the browser. */
export const start = async (chromium: string): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), "faultline-console-"))
  const child = spawn(chromium, [...flags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"]
  })
  const socket = new WebSocket(await endpointOf(child))
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }))
  const protocol = new Protocol(socket)
  return {
    page: async () => {
      const { targetId } = await protocol.send("Target.createTarget", { url: "about:blank" })
      const { sessionId } = await protocol.send("Target.attachToTarget", { targetId, flatten: true })
      return new Page(protocol, sessionId)
    },
    close: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve))
      child.kill()
      await gone
      // Its own processes may still write into the profile for a moment.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  }
}
