/**
 * The outbox in memory, in a process that is not killed, asked over a socket by those that are: the plainest store that several
 * processes can share. Now and then its answer is lost after it has done what it was asked, as with any server.
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { Effect, Layer, ManagedRuntime } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { randomOf } from "./jobs.ts"

// as, here and below: the two ends of the socket are these two functions
type Named = Record<string, (command: unknown) => Effect.Effect<unknown, unknown>>

/** Serves a store; of so many answers (of 1) nothing is heard. */
export const serveStore = async (seed: number, lost: number) => {
  const runtime = ManagedRuntime.make(Outbox.layerMemory())
  const { store } = await runtime.runPromise(Outbox.Outbox)
  const commands: Named = { ...(store as unknown as Named), pauses: () => store.pauses }
  const random = randomOf(seed)
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const name = (request.url ?? "").slice(1)
      const command: unknown = JSON.parse(await text(request))
      const done = await runtime.runPromise(commands[name]?.(command) ?? Effect.die(new Error(name)))
      if (random() < lost) request.socket.destroy()
      else response.end(JSON.stringify(done ?? null))
    }
    response.on("error", () => undefined)
    answer().catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    name: `http://127.0.0.1:${port}`,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await runtime.dispose()
    }
  }
}

const asking =
  (url: string, name: string) =>
  (command: unknown): Effect.Effect<unknown, Outbox.StoreUnavailable> =>
    Effect.tryPromise({
      try: async (): Promise<unknown> => {
        const response = await fetch(`${url}/${name}`, { method: "POST", body: JSON.stringify(command) })
        return (await response.json()) ?? undefined
      },
      catch: (cause) =>
        new Outbox.StoreUnavailable({
          store: url,
          reason: "unreachable",
          problem: "it did not answer",
          cause
        })
    })

const names =
  "add claim intent settle release reap adopt lanes list move pause resume ended stats sweep".split(" ")

/** The store at the other end. */
export const layerRemote = (url: string): Layer.Layer<Outbox.Outbox> => {
  const commands = Object.fromEntries(names.map((name) => [name, asking(url, name)]))
  const store = { ...commands, pauses: asking(url, "pauses")({}) } as unknown as Outbox.Commands
  return Layer.provide(Outbox.layer(), Layer.succeed(Outbox.OutboxStore, store))
}
