/** The clients that are compared in storms: each calls the same server with the same timeouts, and gives up at the deadline. */
import * as cockatiel from "cockatiel"
import got from "got"
import ky from "ky"
import pRetry from "p-retry"
import { ask, serve, type Times } from "../vendor.ts"

/** Asks once; resolves where the answer was good. */
export interface Client {
  readonly ask: (deadline: AbortSignal) => Promise<unknown>
  readonly close?: () => Promise<void>
}

const once =
  (url: string, { attempt }: Times) =>
  async (deadline: AbortSignal) => {
    const response = await fetch(`${url}/things/1`, {
      signal: AbortSignal.any([AbortSignal.timeout(attempt), deadline])
    })
    await response.text()
    if (!response.ok) throw new Error(String(response.status))
  }

const retries = 3

const naively = (url: string, times: Times) => async (deadline: AbortSignal) => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(url, times)(deadline)
    } catch (error) {
      if (attempt === retries || deadline.aborted) throw error
    }
  }
}

const retrying = () =>
  cockatiel.retry(cockatiel.handleAll, { maxAttempts: retries, backoff: new cockatiel.ExponentialBackoff() })
const breaking = () =>
  cockatiel.circuitBreaker(cockatiel.handleAll, {
    halfOpenAfter: 10_000,
    breaker: new cockatiel.ConsecutiveBreaker(5)
  })

const wrapped =
  (...policies: ReadonlyArray<cockatiel.Policy>) =>
  (url: string, times: Times): Client => {
    const policy = cockatiel.wrap(...policies)
    return { ask: (deadline) => policy.execute(() => once(url, times)(deadline), deadline) }
  }

const faultline = (url: string, times: Times): Client => {
  const runtime = serve(url, times)
  return { ask: () => runtime.runPromise(ask({ id: "1" })), close: () => runtime.dispose() }
}

/** Makes each client for a server, by the name that it has in the table. */
export const clients: Readonly<Record<string, (url: string, times: Times) => Client>> = {
  "no retries": (url, times) => ({ ask: once(url, times) }),
  "3 retries at once": (url, times) => ({ ask: naively(url, times) }),
  "p-retry, 3 retries": (url, times) => ({
    ask: (deadline) => pRetry(() => once(url, times)(deadline), { retries, signal: deadline })
  }),
  "cockatiel, 3 retries": (url, times) => wrapped(retrying())(url, times),
  "cockatiel, 3 retries, breaker": (url, times) => wrapped(retrying(), breaking())(url, times),
  "got, its defaults": (url, { attempt }) => ({
    ask: (signal) => got(`${url}/things/1`, { timeout: { request: attempt }, signal }).text()
  }),
  "ky, its defaults": (url, { attempt, deadline }) => ({
    ask: () => ky.get(`${url}/things/1`, { timeout: attempt, totalTimeout: deadline }).text()
  }),
  "Faultline, its defaults": faultline
}
