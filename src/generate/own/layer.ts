/** The layers of a user's own vendor, as code. */
import type { Facts } from "../facts/schema.ts"
import { head, objectOf, quoted } from "./code.ts"
import { specifier } from "./target.ts"
import { optionsOf } from "./vendor.ts"

const auth = ({ auth: given }: Facts): string => {
  switch (given.type) {
    case "bearer":
      return "Auth.bearer(options.token)"
    case "header":
      return `Auth.headers(${objectOf({ [given.name.toLowerCase()]: "options.apiKey" })})`
    case "basic":
      return "Auth.basic(options.user, options.password)"
    case "none":
      return "Auth.none"
  }
}

const options = (facts: Facts): string => {
  const fields = optionsOf(facts).map((one) => {
    const type = one.kind === "secret" ? "Redacted.Redacted" : one.kind === "host" ? "string | URL" : "string"
    const about = one.kind === "host" && !one.needed ? `/** Another base URL than \`${one.url}\`. */ ` : ""
    return `${about}readonly ${one.name}${one.needed ? "" : "?"}: ${type}`
  })
  return `export interface Options extends Vendor.Options { ${fields.join(", ")} }`
}

const connection = (facts: Facts): string => {
  const all = optionsOf(facts)
  const settings = all.filter(({ kind }) => kind === "setting")
  const hosts = all.flatMap((one) =>
    one.kind === "host"
      ? [[one.host, one.needed ? `String(options.${one.name})` : `options.${one.name}?.toString()`] as const]
      : []
  )
  return objectOf({
    auth: auth(facts),
    settings:
      settings.length === 0
        ? undefined
        : objectOf(Object.fromEntries(settings.map(({ name }) => [name, `options.${name}`]))),
    hosts: objectOf(Object.fromEntries(hosts))
  })
}

const environment = (facts: Facts): string =>
  objectOf(
    Object.fromEntries(
      optionsOf(facts).map((one) => [
        one.name,
        one.kind === "secret"
          ? `Config.schema(Schema.RedactedFromValue(Schema.NonEmptyString), ${quoted(one.variable)})`
          : one.kind === "setting" || one.needed
            ? `Config.NonEmptyString(${quoted(one.variable)})`
            : `Config.withDefault(Config.String(${quoted(one.variable)}), ${quoted(one.url)})`
      ])
    )
  )

/** The file of the layers. */
export const layerCode = (facts: Facts): string => {
  const { name } = facts.vendor
  const own = specifier("layer.ts", "vendor", facts.code?.imports ?? ".js")
  const hasSecrets = facts.auth.type !== "none"
  const layerOf = (kind: string, made: string, needs: string) =>
    `export const ${kind} = (options: Options): Layer.Layer<${name}Api, Common.Misconfigured${needs}> =>\n  Vendor.${made}(${name}Api, vendor, connection(options), options)`
  return [
    [
      head(`Connecting to ${name}: the layers that serve its operations.`),
      `import * as Config from "effect/Config"`,
      `import type { HttpClient } from "effect/http"`,
      `import * as Layer from "effect/Layer"`,
      ...(hasSecrets
        ? [`import type * as Redacted from "effect/Redacted"`, `import * as Schema from "effect/Schema"`]
        : []),
      `import { Auth, type Common, Vendor } from "faultline/core"`,
      `import { ${name}Api, vendor } from "${own}"`
    ].join("\n"),
    `/** What a layer of ${name} is made from. */\n${options(facts)}`,
    `/** What a layer is connected with. */\nexport const connection = (options: Options): Vendor.Connection => (${connection(facts)})`,
    `/** Over the transport of this platform. */\n${layerOf("layer", "layer", "")}`,
    `/** Over the transport that is provided. */\n${layerOf("layerNoTransport", "layerNoTransport", ", HttpClient.HttpClient")}`,
    `/** What \`layerConfig\` reads. */\nexport const environment = () => Config.all(${environment(facts)})`,
    `/** From the environment: ${optionsOf(facts)
      .map(({ variable }) => `\`${variable}\``)
      .join(
        ", "
      )}. */\nexport const layerConfig = (options: Vendor.Options = {}): Layer.Layer<${name}Api, Common.Misconfigured | Config.ConfigError> =>\n  Layer.unwrap(Config.map(environment(), (given) => layer({ ...options, ...given })))`
  ].join("\n\n")
}
