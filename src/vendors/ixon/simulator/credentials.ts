/** What the simulated IXON checks of every request: its headers, the login that makes a token, and the form of a token. */
import type { Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
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

const required = (value: string | undefined, header: string): Wire =>
  complaint(value === undefined ? "Required header" : "Invalid value", header)

/** Refuses a request whose headers for version, application or company are missing or wrong. */
export const refuseHeaders = ({ operation, received }: Simulation.SimulatedRequest): Wire | undefined => {
  const { "api-application": application, "api-company": company, "api-version": version } = received.headers
  if (version !== "2") return required(version, "Api-Version")
  if (application !== credentials.applicationId) return required(application, "Api-Application")
  const needsCompany = operation.spec.needs?.includes("companyId") === true
  return needsCompany && company !== credentials.companyId ? required(company, "Api-Company") : undefined
}

const malformed = "Authorization must start with a type and have a credentials"

/** Refuses a wrong login. It has three parts; the middle one is empty where there is no one-time password. */
export const refuseLogin = (
  { received }: Simulation.SimulatedRequest,
  otp: string | undefined
): Wire | undefined => {
  const login = Simulation.basicOf(received)
  if (login === undefined) return complaint(malformed, "Authorization")
  const { email, password } = credentials
  if (login === `${email}:${otp ?? ""}:${password}`) return undefined
  return login === `${email}::${password}`
    ? complaint("2FA is required", undefined, 401)
    : complaint("Invalid value", "Authorization")
}

/** Refuses an access token that does not have the form of one. */
export const refuseForm = (token: string | undefined): Wire | undefined => {
  if (token === undefined) return complaint(malformed, "Authorization")
  if (token.length < tokenLength) return complaint("Value is too short", "Authorization")
  return token.length > tokenLength ? complaint("Value is too long", "Authorization") : undefined
}
