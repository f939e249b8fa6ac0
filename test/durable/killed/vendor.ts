/**
 * The vendor: a plain server with a ledger of all that it has done. It refuses some requests for a moment, loses some of its answers
 * after it has done what was asked, and gives some too late. It is never killed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { Schema } from "effect"
import { type Fate, Jobs, Keyed, type Kind, randomOf } from "./jobs.ts"

/** How often (of 1) what happens. */
export interface Moods {
  readonly closed: number
  readonly lost: number
  readonly late: number
  /** How late (ms) what comes too late is. */
  readonly lateBy: number
  /** How long (ms) an answer takes at most. */
  readonly takes: number
}
export const moods: Moods = { closed: 0.03, lost: 0.01, late: 0.005, lateBy: 900, takes: 20 }

type Answer = readonly [status: number, body: unknown]

/** What the vendor has done. */
export class Ledger {
  /** How often each job was done. */
  readonly done = new Map<string, number>()
  readonly requests: Record<Kind, number> = { once: 0, often: 0, keyed: 0 }
  /** Answers that never came, or too late. */
  readonly lost: Record<Kind, number> = { once: 0, often: 0, keyed: 0 }
  /** Requests with a known key and other bytes. */
  mismatches = 0
  /** Requests with a known key, which were not done again. */
  repeats = 0
  private readonly keys = new Map<string, { readonly bytes: string; readonly answer: Answer }>()

  answer(kind: Kind, bytes: string): Answer {
    this.requests[kind]++
    if (kind === "keyed") return this.byKey(bytes)
    return this.carryOut(Schema.decodeUnknownSync(Schema.fromJsonString(Jobs))(bytes).jobs)
  }

  private byKey(bytes: string): Answer {
    const { key = "", ...job } = Schema.decodeUnknownSync(Schema.fromJsonString(Keyed))(bytes)
    const known = this.keys.get(key)
    if (known !== undefined) {
      if (known.bytes !== bytes) this.mismatches++
      else this.repeats++
      return known.bytes === bytes
        ? known.answer
        : [422, { message: "this key was used for another request" }]
    }
    const answer = this.carryOut([job])
    this.keys.set(key, { bytes, answer })
    return answer
  }

  private carryOut(jobs: ReadonlyArray<{ readonly id: string; readonly fate: Fate }>): Answer {
    if (jobs.some(({ fate }) => fate === "refuse" || fate === "unreadable"))
      return [400, { message: "one of them is wrong" }]
    const odd = jobs.flatMap(({ fate, id }, index) => {
      if (fate !== "drop") this.done.set(id, (this.done.get(id) ?? 0) + 1)
      return fate === "accept" ? [] : [{ index, recorded: fate === "warn" }]
    })
    return [200, { odd }]
  }
}

const kindOf = (path: string): Kind => (path === "/once" ? "once" : path === "/keyed" ? "keyed" : "often")

/** Starts the vendor on a free port. `pause` is how long (ms) every answer is held back now. */
export const openVendor = async (seed: number, moods_: Partial<Moods> = {}) => {
  const { closed, late, lateBy, lost, takes } = { ...moods, ...moods_ }
  const ledger = new Ledger()
  const random = randomOf(seed)
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await text(request)
    const say = ([status, body]: Answer, wait: number): void => {
      setTimeout(() => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
      }, wait)
    }
    const kind = kindOf(request.url ?? "")
    const [mood, wait] = [random(), random() * takes]
    if (mood < closed) return say([503, { message: "closed for a moment" }], wait)
    const answer = ledger.answer(kind, bytes)
    if (mood < closed + lost + late) ledger.lost[kind]++
    if (mood < closed + lost) request.socket.destroy()
    else say(answer, mood < closed + lost + late ? lateBy : wait)
  }
  const server = createServer((request, response) => {
    // A sender that is killed while it is being answered.
    response.on("error", () => undefined)
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a port
  return {
    ledger,
    url: `http://127.0.0.1:${port}`,
    close: (): void => {
      server.closeAllConnections()
      server.close()
    }
  }
}
