/** What `faultline doctor` does for a vendor: which calls it makes with credentials, what each proves, and what it cannot prove. */
import type { VendorModule } from "../../src/diagnose/Diagnose.ts"
import { isRecord } from "../../src/contract/Wire.ts"
import type { Doctor } from "../../src/pipeline/layer.ts"
import { code, table, text } from "./markdown.ts"

type Facts = Pick<Doctor<never, never>, "checks" | "hosts" | "skipped">

const isDoctor = (value: unknown): value is Facts => isRecord(value) && Array.isArray(value["checks"])

const requestOf = ({ hosts }: Facts, name: string): string => {
  const request = hosts[name]?.request ?? { path: "/" }
  return "skipped" in request ? text(request.skipped.replace(/\.$/, "")) : code(`GET ${request.path}`)
}

/** The section. */
export const doctor = (module: VendorModule): ReadonlyArray<string> => {
  const facts = module["doctor"]
  if (!isDoctor(facts)) return []
  const calls = facts.checks.length === 0 ? "With them: nothing." : "With them:"
  const reached = Object.keys(module.vendor.hosts).map((name) => `${code(name)}: ${requestOf(facts, name)}`)
  return [
    "## Doctor",
    `What \`faultline doctor ${module.vendor.name.toLowerCase()}\` asks for, besides looking at settings, proxy, DNS, TCP, TLS and clock. Without credentials: ${reached.join("; ")}. ${calls}`,
    table(
      ["Step", "Call", "Permission", "Proves"],
      facts.checks.flatMap(({ calls: each, proves, step, subject }) =>
        each.map(({ operation: { spec } }, index) => [
          index === 0 ? `${step}: ${subject}` : "where that is refused",
          code(`${spec.method} ${spec.path}`),
          code(spec.permission ?? ""),
          index === 0 ? text(proves) : ""
        ])
      )
    ),
    table(
      ["Not proved", "Why"],
      (facts.skipped ?? []).map(({ step, subject, why }) => [`${step}: ${subject}`, text(why)])
    )
  ]
}
