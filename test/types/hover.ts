/** What an editor shows when the pointer rests on a name: asked of the compiler's own language server. */
import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A conversation with the language server, in the Language Server Protocol. */
const begin = () => {
  const server = spawn("tsc", ["--lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] })
  const waiting = new Map<number, (message: Message) => void>()
  let rest = Buffer.alloc(0)
  let next = 0
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const receive = (message: Message) => {
    // The server asks too (for its configuration); it goes on with an empty answer.
    if (message.method !== undefined && message.id !== undefined)
      return send({ id: message.id, result: null })
    if (message.id !== undefined) waiting.get(message.id)?.(message)
  }
  server.stdout.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf("\r\n\r\n")
      const length = Number(
        /Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(head, 0)).toString())?.[1]
      )
      if (head < 0 || rest.length < head + 4 + length) return
      receive(JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()))
      rest = rest.subarray(head + 4 + length)
    }
  })
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((answer, refuse) => {
      const id = ++next
      waiting.set(id, ({ error, result }) =>
        error === undefined ? answer(result) : refuse(new Error(error.message))
      )
      send({ id, method, params })
    })
  return {
    ask,
    notify: (method: string, params: object) => send({ method, params }),
    end: () => server.kill()
  }
}

const positionOf = (text: string, word: string): { readonly line: number; readonly character: number } => {
  const before = text.slice(0, text.indexOf(word)).split("\n")
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

const shown = (answer: unknown): string => {
  const contents: unknown = Object(Object(answer).contents).value
  return typeof contents === "string" ? contents : ""
}

/** The hovers over the first occurrence of each word in a file. */
export const hovers = async (path: string, words: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { ask, end, notify } = begin()
  try {
    const uri = pathToFileURL(resolve(path)).href
    const text = readFileSync(path, "utf8")
    const rootUri = pathToFileURL(resolve(".")).href
    const capabilities = { textDocument: { hover: { contentFormat: ["plaintext"] } } }
    await ask("initialize", { processId: process.pid, rootUri, capabilities })
    notify("initialized", {})
    notify("textDocument/didOpen", { textDocument: { uri, languageId: "typescript", version: 1, text } })
    const found: Array<string> = []
    for (const word of words) {
      found.push(
        shown(await ask("textDocument/hover", { textDocument: { uri }, position: positionOf(text, word) }))
      )
    }
    return found
  } finally {
    end()
  }
}
