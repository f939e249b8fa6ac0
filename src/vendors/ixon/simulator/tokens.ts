/** Access tokens of the simulated user: made with the login, good until they expire or are revoked. */
import type { Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { chosen, complaint, type Item, paged, success } from "./answers.ts"
import { credentials, refuseForm, tokenLength } from "./credentials.ts"

/** The access tokens of a world. */
export interface AccessTokens {
  /** The tokens as they are listed, by public id. */
  readonly items: Simulation.State.Collection<Item>
  /** Refuses a request whose token is not good. */
  readonly authorize: (request: Simulation.SimulatedRequest) => Wire | undefined
  readonly create: (request: Simulation.SimulatedRequest) => Wire
  readonly list: (request: Simulation.SimulatedRequest) => Wire
  readonly revoke: (request: Simulation.SimulatedRequest) => Wire
  readonly revokeMine: (request: Simulation.SimulatedRequest) => Wire
}

interface Tokens {
  readonly secrets: Simulation.State.Tokens
  /** The tokens as they are listed, by public id. */
  readonly items: Simulation.State.Collection<Item>
  /** Public ids by secret. */
  readonly ids: Map<string, string>
}

const idOf = ({ ids }: Tokens, { received }: Simulation.SimulatedRequest): string =>
  ids.get(Simulation.bearerOf(received) ?? "") ?? ""

const authorize = (tokens: Tokens, request: Simulation.SimulatedRequest): Wire | undefined => {
  const token = Simulation.bearerOf(request.received)
  const isGood =
    tokens.secrets.check(token, request.now) === "good" &&
    tokens.items.get(idOf(tokens, request)) !== undefined
  return refuseForm(token) ?? (isGood ? undefined : complaint("Invalid value", "Authorization"))
}

const create = ({ ids, items, secrets }: Tokens, request: Simulation.SimulatedRequest): Wire => {
  const [broken] = Simulation.brokenRules(request)
  if (broken !== undefined) return complaint("Invalid value", broken.path)
  const { chance, fields, now } = request
  const life = Number(fields["expiresIn"]) * 1000
  const [publicId, secretId] = [chance.text(12), secrets.issue(now, life)]
  ids.set(secretId, publicId)
  const scope = fields["scope"] ?? { type: "unrestricted" }
  const token = items.put(publicId, { publicId, expiresOn: new Date(now + life).toISOString(), scope })
  const user = { name: credentials.email }
  return success("AccessTokenCreateResponse", chosen(request, { ...token, secretId, user }), 201)
}

const revoke = ({ items }: Tokens, publicId: string, request: Simulation.SimulatedRequest): Wire => {
  if (items.remove(publicId) === undefined) return complaint("Invalid value", "publicId")
  request.apply(publicId, {})
  return success("AccessToken", null)
}

/** No access tokens yet. */
export const accessTokens = (chance: Simulation.Chance): AccessTokens => {
  const tokens: Tokens = {
    secrets: Simulation.State.tokens(chance, tokenLength),
    items: Simulation.State.collection(),
    ids: new Map()
  }
  return {
    items: tokens.items,
    authorize: (request) => authorize(tokens, request),
    create: (request) => create(tokens, request),
    list: (request) => paged("AccessTokenList", tokens.items, request),
    revoke: (request) => revoke(tokens, request.params["publicId"] ?? "", request),
    revokeMine: (request) => revoke(tokens, idOf(tokens, request), request)
  }
}
