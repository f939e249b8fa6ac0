/** The steps to one host: its name, the connection, the certificate. What cannot be looked at here says so. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Place } from "./place.ts"
import { type Certified, type Probes, Unreached } from "./probes.ts"
import { failed, ok, type Outcome, sentences, skipped } from "./step.ts"
import { certificates, connecting, resolving, shaking, type Vocabulary, wordsOn } from "./words.ts"

/** The probes, each bounded in time. */
export const bounded = (probes: Probes, timeout: Duration.Input): Probes => {
  const late = () =>
    Effect.fail(
      new Unreached({
        code: "timeout",
        detail: `Nothing within ${Duration.format(Duration.fromInputUnsafe(timeout))}.`
      })
    )
  const within = <A>(probe: Effect.Effect<A, Unreached>) =>
    Effect.timeoutOrElse(probe, { duration: timeout, orElse: late })
  return {
    resolve: (host) => within(probes.resolve(host)),
    connect: (target) => within(probes.connect(target)),
    tunnel: (target) => within(probes.tunnel(target)),
    secure: (target) => within(probes.secure(target))
  }
}

/** What stands behind every failure to reach a host: a proxy that is not used, where the address comes from, the vendor's advice. */
const reaching = ({ facts, route }: Place, { lastingSilence }: Vendor, remedy: string): string =>
  sentences(route.unused, remedy, facts.address, lastingSilence)

const unreached = (
  place: Place,
  vendor: Vendor,
  vocabulary: Vocabulary,
  { code, detail }: Unreached
): Outcome => {
  const { means, remedy } = wordsOn(vocabulary, code)
  return failed({ found: sentences(detail), means, remedy: reaching(place, vendor, remedy), code })
}

const isNumeric = (host: string): boolean => host.includes(":") || /^\d+(\.\d+){3}$/.test(host)

/** Whether the name of the host resolves. */
export const resolved = (probes: Probes, vendor: Vendor, place: Place): Effect.Effect<Outcome> => {
  if (place.route.proxy !== undefined) return Effect.succeed(skipped("The proxy resolves the name."))
  if (isNumeric(place.host)) return Effect.succeed(skipped("The base URL has a numeric address."))
  return Effect.match(probes.resolve(place.host), {
    onSuccess: (addresses) => ok(`${place.host} is ${addresses.join(", ")}.`),
    onFailure: (fault) => unreached(place, vendor, resolving, fault)
  })
}

/** Whether the host takes a connection. */
export const connected = (probes: Probes, vendor: Vendor, place: Place): Effect.Effect<Outcome> =>
  place.route.proxy !== undefined
    ? Effect.succeed(skipped("The proxy makes the connection."))
    : Effect.match(probes.connect({ host: place.host, port: place.port }), {
        onSuccess: ({ local, remote }) =>
          ok(`Connected to ${remote} from ${local}, this machine's address here.`),
        onFailure: (fault) => unreached(place, vendor, connecting, fault)
      })

const day = 86_400_000

/** What is wrong with a certificate at `now`, as codes. */
const flawsOf = (
  { distrusted, named, validFrom, validTo }: Certified,
  now: number
): ReadonlyArray<string> => [
  ...(now > validTo ? ["CERT_HAS_EXPIRED"] : []),
  ...(now < validFrom ? ["CERT_NOT_YET_VALID"] : []),
  ...(named ? [] : ["ERR_TLS_CERT_ALTNAME_INVALID"]),
  ...(distrusted === undefined ? [] : [distrusted])
]

/** Days that are left, below which a certificate that is good today is worth a word: ours. */
const soon = 14

const judged = (place: Place, vendor: Vendor, found: Certified, now: number): Outcome => {
  const days = Math.floor((found.validTo - now) / day)
  const until = `valid until ${new Date(found.validTo).toISOString().slice(0, 10)} (${days} days)`
  const names = found.names === "" ? "no names" : found.names
  const seen = `${found.protocol}; a certificate of ${found.subject} (${names}) by ${found.issuer}, ${until}.`
  const flaws = flawsOf(found, now)
  if (flaws.length === 0)
    return ok(seen, { means: days < soon ? `The certificate ends in ${days} days.` : null })
  const words = flaws.map((code) => wordsOn(certificates, code))
  return failed({
    found: sentences(seen, `This machine's date is ${new Date(now).toISOString()}`),
    means: sentences(...new Set(words.map(({ means }) => means))),
    remedy: reaching(place, vendor, sentences(...new Set(words.map(({ remedy }) => remedy)))),
    code: flaws.join(", ")
  })
}

/** Whether TLS can be agreed on, and whether the certificate is one to trust. */
export const secured = (probes: Probes, vendor: Vendor, place: Place): Effect.Effect<Outcome> => {
  if (!place.secure)
    return Effect.succeed(skipped("The base URL is plain http, as it may be on this machine alone."))
  const { host, port, route } = place
  const via = route.proxy === undefined ? {} : { proxy: Redacted.value(route.proxy) }
  return Effect.flatMap(Clock.currentTimeMillis, (now) =>
    Effect.match(probes.secure({ host, port, ...via }), {
      onSuccess: (found) => judged(place, vendor, found, now),
      onFailure: (fault) => unreached(place, vendor, shaking, fault)
    })
  )
}
