/** Access tokens of the simulated user: made with the login, good until they expire or are revoked. */
import * as Simulator from "../../../testing/Simulator.ts"
import type { Wire } from "../../../contract/Wire.ts"
import { credentials, formOf, tokenLength } from "./admission.ts"
import { chosen, complaint, type Item, paged, success } from "./answers.ts"

/** The tokens at work. */
export interface Keyring {
  /** Refuses a request whose token is not good. */
  readonly authorize: (call: Simulator.Call) => Wire | undefined
  readonly create: (call: Simulator.Call) => Wire
  readonly list: (call: Simulator.Call) => Wire
  readonly revoke: (call: Simulator.Call) => Wire
  readonly revokeMine: (call: Simulator.Call) => Wire
}

interface Tokens {
  readonly secrets: Simulator.State.Tokens
  /** What is told of each token, by its public id. */
  readonly told: Simulator.State.Collection<Item>
  /** Public ids by secret. */
  readonly ids: Map<string, string>
}

const idOf = ({ ids }: Tokens, { received }: Simulator.Call): string =>
  ids.get(Simulator.bearerOf(received) ?? "") ?? ""

const authorize = (tokens: Tokens, call: Simulator.Call): Wire | undefined => {
  const token = Simulator.bearerOf(call.received)
  const isGood =
    tokens.secrets.check(token, call.now) === "good" && tokens.told.get(idOf(tokens, call)) !== undefined
  return formOf(token) ?? (isGood ? undefined : complaint("Invalid value", "Authorization"))
}

const create = ({ ids, secrets, told }: Tokens, call: Simulator.Call): Wire => {
  const [broken] = Simulator.brokenRules(call)
  if (broken !== undefined) return complaint("Invalid value", broken.path)
  const life = Number(call.fields["expiresIn"]) * 1000
  const [publicId, secretId] = [call.chance.text(12), secrets.issue(call.now, life)]
  ids.set(secretId, publicId)
  const scope = call.fields["scope"] ?? { type: "unrestricted" }
  const token = told.put(publicId, { publicId, expiresOn: new Date(call.now + life).toISOString(), scope })
  const user = { name: credentials.email }
  return success("AccessTokenCreateResponse", chosen(call, { ...token, secretId, user }), 201)
}

const revoke = ({ told }: Tokens, publicId: string, call: Simulator.Call): Wire => {
  if (told.remove(publicId) === undefined) return complaint("Invalid value", "publicId")
  call.apply(publicId, {})
  return success("AccessToken", null)
}

/** No tokens yet. */
export const keyring = (chance: Simulator.Chance): Keyring => {
  const tokens: Tokens = {
    secrets: Simulator.State.tokens(chance, tokenLength),
    told: Simulator.State.collection(),
    ids: new Map()
  }
  return {
    authorize: (call) => authorize(tokens, call),
    create: (call) => create(tokens, call),
    list: (call) => paged("AccessTokenList", tokens.told, call),
    revoke: (call) => revoke(tokens, call.params["publicId"] ?? "", call),
    revokeMine: (call) => revoke(tokens, idOf(tokens, call), call)
  }
}
