/** Who may come in: the headers that IXON wants with every request, the login that a token is made with, and the token itself. */
import * as Simulator from "../../../testing/Simulator.ts"
import type { Wire } from "../../../contract/Wire.ts"
import { complaint } from "./answers.ts"

/** What the simulated IXON takes. */
export const credentials = {
  applicationId: "simulatedApp",
  companyId: "1111-2222-3333-4444-5555",
  email: "engineer@example.com",
  password: "simulated-ixon-password"
} as const

/** Characters of an access token. */
export const tokenLength = 32

const withoutCompany = /\/(access-tokens|companies)(\/|$)/

/** The headers about version, application and company. */
export const headersOf = ({ received: { headers, url } }: Simulator.Call): Wire | undefined => {
  if (headers["api-version"] !== "2")
    return complaint(
      headers["api-version"] === undefined ? "Required header" : "Invalid value",
      "Api-Version"
    )
  const application = headers["api-application"]
  if (application !== credentials.applicationId)
    return complaint(application === undefined ? "Required header" : "Invalid value", "Api-Application")
  const company = headers["api-company"]
  if (withoutCompany.test(url.pathname) || company === credentials.companyId) return undefined
  return complaint(company === undefined ? "Required header" : "Invalid value", "Api-Company")
}

const malformed = "Authorization must start with a type and have a credentials"

/** The login, in three parts; the middle one is empty where there is no one-time password. */
export const loginOf = ({ received }: Simulator.Call, otp: string | undefined): Wire | undefined => {
  const login = Simulator.basicOf(received)
  if (login === undefined) return complaint(malformed, "Authorization")
  const { email, password } = credentials
  if (login === `${email}:${otp ?? ""}:${password}`) return undefined
  return login === `${email}::${password}`
    ? complaint("2FA is required", undefined, 401)
    : complaint("Invalid value", "Authorization")
}

/** The form of an access token, before anybody looks whether it is good. */
export const formOf = (token: string | undefined): Wire | undefined => {
  if (token === undefined) return complaint(malformed, "Authorization")
  if (token.length < tokenLength) return complaint("Value is too short", "Authorization")
  return token.length > tokenLength ? complaint("Value is too long", "Authorization") : undefined
}
