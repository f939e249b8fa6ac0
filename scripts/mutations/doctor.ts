/** Mutations of the doctor: what it must not do, what it must not show, and what it must not overlook. */
import type { Mutation } from "./mutation.ts"

const answers = ["test/diagnose/doctor/answers.test.ts"]
const credentials = ["test/diagnose/doctor/credentials.test.ts"]
const network = ["test/diagnose/doctor/network.test.ts"]
const proxies = ["test/diagnose/doctor/proxies.test.ts"]
const ofVendors = ["test/diagnose/doctor/vendors.test.ts", "test/diagnose/doctor/ixon.test.ts"]

export const doctor: ReadonlyArray<Mutation> = [
  {
    name: "the doctor goes on after a step that failed",
    file: "src/diagnose/doctor/examine.ts",
    find: `if (made.status === "failed") broken = made`,
    replace: "",
    tests: network
  },
  {
    name: "the doctor uses up a one-time password",
    file: "src/diagnose/doctor/tried.ts",
    find: "doctor.withheld?.(options)",
    replace: "undefined",
    tests: ofVendors
  },
  {
    name: "the doctor asks once more after a refusal for now",
    file: "src/diagnose/doctor/tried.ts",
    find: ` && broken?.category !== "rate-limited"`,
    replace: "",
    tests: ofVendors
  },
  {
    name: "the doctor leaves its token behind",
    file: "src/diagnose/doctor/tried.ts",
    find: "yield* tidied(trial)",
    replace: "yield* Effect.void",
    tests: ofVendors
  },
  {
    name: "the doctor's calls are repeated as the vendor advises",
    file: "src/diagnose/doctor/configured.ts",
    find: "passing: Policy.never,",
    replace: "",
    tests: credentials
  },
  {
    name: "the doctor goes to the next call after any failure",
    file: "src/diagnose/doctor/checked.ts",
    find: "if (!tryNext.includes(result.failure.category)) break",
    replace: "",
    tests: credentials
  },
  {
    name: "the doctor sends trace headers",
    file: "src/diagnose/doctor/reached.ts",
    find: "Effect.provideContext(Transport.send(client, outgoing), Transport.quiet)",
    replace: "Transport.send(client, outgoing)",
    tests: answers
  },
  {
    name: "an outage is an answer like any other to the doctor",
    file: "src/diagnose/doctor/reached.ts",
    find: `["unavailable", "rate-limited"]`,
    replace: "[]",
    tests: answers
  },
  {
    name: "a host that swallows what is sent holds the doctor",
    file: "src/diagnose/doctor/network.ts",
    find: "Effect.timeoutOrElse(probe, { duration: timeout, orElse: late })",
    replace: "(late, probe)",
    tests: network
  },
  {
    name: "the doctor takes a certificate for another host",
    file: "src/diagnose/doctor/network.ts",
    find: `...(named ? [] : ["ERR_TLS_CERT_ALTNAME_INVALID"]),`,
    replace: "",
    tests: network
  },
  {
    name: "the doctor takes a certificate that nobody vouches for",
    file: "src/diagnose/doctor/certificate.ts",
    find: "code === undefined || byItself.test(code) ? undefined : code",
    replace: "undefined",
    tests: network
  },
  {
    name: "the doctor shows the password of a proxy",
    file: "src/diagnose/doctor/proxied.ts",
    find: "new URL(proxy).host",
    replace: "proxy",
    tests: proxies
  },
  {
    name: "the doctor's TLS goes around the proxy",
    file: "src/diagnose/doctor/network.ts",
    find: "route.proxy === undefined ? {} : { proxy: Redacted.value(route.proxy) }",
    replace: "{}",
    tests: proxies
  },
  {
    name: "NO_PROXY takes nothing out for the doctor",
    file: "src/pipeline/transport/route.ts",
    find: "from === undefined || isExempt(",
    replace: "from === undefined || false && isExempt(",
    tests: ["test/pipeline/transport/route.test.ts"]
  },
  {
    name: "a token of another organization is as good to the doctor",
    file: "src/vendors/m3ter/doctor.ts",
    find: `typeof its === "string" && its !== orgId`,
    replace: "false",
    tests: ofVendors
  },
  {
    name: "settings that are wrong end the doctor's command like a failed step",
    file: "src/cli/checkup.ts",
    find: `name === "settings"`,
    replace: "name === undefined",
    tests: ["test/cli/doctor.test.ts"]
  }
]
