/** The hosts that the layers of this process send to. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** By host, how many layers send to it. */
const known = new Map<string, number>()

const add = (host: string, change: 1 | -1): void => {
  const count = (known.get(host) ?? 0) + change
  if (count > 0) known.set(host, count)
  else known.delete(host)
}

/** Knows the hosts of a layer until its scope closes. They are URLs that were checked. */
export const knowHosts = (urls: ReadonlyArray<string>): Effect.Effect<void, never, Scope.Scope> => {
  const all = [...new Set(urls.map((url) => new URL(url).host))]
  const each = (change: 1 | -1) => Effect.sync(() => all.forEach((host) => add(host, change)))
  return Effect.acquireRelease(each(1), () => each(-1))
}

/**
 * The hosts of the vendors whose layers are open in this process, each with its port where that is not the usual one. It is for
 * instrumentations of the application's own, which would add trace headers to the requests of these layers.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Braze, Telemetry } from "faultline"
 *
 * const ignoreRequestHook = ({ origin }: { readonly origin: string }) =>
 *   Telemetry.hosts().includes(new URL(origin).host)
 *
 * const program = Effect.sync(() => ignoreRequestHook({ origin: "https://rest.iad-01.braze.com" }))
 * console.log(await Effect.runPromise(Effect.provide(program, Braze.layerConfig())))
 * ```
 */
export const hosts = (): ReadonlyArray<string> => [...known.keys()]
