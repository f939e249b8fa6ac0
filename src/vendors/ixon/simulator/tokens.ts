/** Access tokens of the simulated user: made with the login, good until they expire or are revoked. */
import * as Simulator from "../../../core/Simulator.ts"
import type { Wire } from "../../../core/Wire.ts"
import { credentials, formOf, tokenLength } from "./admission.ts"
import { chosen, complaint, type Item, paged, success } from "./answers.ts"

/** The tokens at work. */
export interface Keyring {
  /** Refuses a request whose token is not good. */
  readonly admit: (call: Simulator.Call) => Wire | undefined
  readonly create: (call: Simulator.Call) => Wire
  readonly list: (call: Simulator.Call) => Wire
  readonly revoke: (call: Simulator.Call) => Wire
  readonly revokeMine: (call: Simulator.Call) => Wire
}

/** No tokens yet. */
export const keyring = (chance: Simulator.Chance): Keyring => {
  const secrets = Simulator.State.tokens(chance, tokenLength)
  const tokens = Simulator.State.shelf<Item>()
  const ids = new Map<string, string>()
  const idOf = ({ received }: Simulator.Call) => ids.get(Simulator.bearerOf(received) ?? "") ?? ""

  const admit = (call: Simulator.Call): Wire | undefined => {
    const token = Simulator.bearerOf(call.received)
    const isGood = secrets.check(token, call.now) === "good" && tokens.get(idOf(call)) !== undefined
    return formOf(token) ?? (isGood ? undefined : complaint("Invalid value", "Authorization"))
  }

  const create = (call: Simulator.Call): Wire => {
    const [broken] = Simulator.brokenRules(call)
    if (broken !== undefined) return complaint("Invalid value", broken.path)
    const life = Number(call.fields["expiresIn"]) * 1000
    const [publicId, secretId] = [call.chance.text(12), secrets.issue(call.now, life)]
    ids.set(secretId, publicId)
    const scope = call.fields["scope"] ?? { type: "unrestricted" }
    const token = tokens.put(publicId, { publicId, expiresOn: new Date(call.now + life).toISOString(), scope })
    call.apply(publicId, {})
    return success("AccessTokenCreateResponse", chosen(call, { ...token, secretId, user: { name: credentials.email } }), 201)
  }

  const revoke = (publicId: string, call: Simulator.Call): Wire => {
    if (tokens.remove(publicId) === undefined) return complaint("Invalid value", "publicId")
    call.apply(publicId, {})
    return success("AccessToken", null)
  }

  return {
    admit,
    create,
    list: (call) => paged("AccessTokenList", tokens, call),
    revoke: (call) => revoke(call.params["publicId"] ?? "", call),
    revokeMine: (call) => revoke(idOf(call), call)
  }
}
