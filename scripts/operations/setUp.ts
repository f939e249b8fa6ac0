/** How a program's metrics get to where the dashboard and the alerts read them: a part of the page. */

const program = `import { createServer } from "node:http"
import { NodeHttpServer } from "@effect/platform-node"
import { Layer } from "effect"
import { HttpRouter } from "effect/http"
import { PrometheusMetrics } from "effect/observability"
import { Telemetry } from "faultline"

/** \`GET /metrics\`: a layer beside those of the vendors. */
export const metrics = HttpRouter.serve(
  PrometheusMetrics.layerHttp({ metricNameMapper: Telemetry.prometheusName })
).pipe(Layer.provide(NodeHttpServer.layer(createServer, { host: "127.0.0.1", port: 9464 })))`

const prometheus = `# prometheus.yml
rule_files: [alerts.yml]
scrape_configs:
  - job_name: shop
    static_configs: [{ targets: ["127.0.0.1:9464"] }]`

/** The part. */
export const setUp: ReadonlyArray<string> = [
  "## Set up",
  "**The program** gives its metrics as text. `Telemetry.prometheusName` makes the names that the dashboard and the alerts have:",
  `\`\`\`ts no-run\n${program}\n\`\`\``,
  "**Prometheus** reads them, and [`alerts.yml`](alerts.yml):",
  `\`\`\`yaml\n${prometheus}\n\`\`\``,
  "`promtool test rules alerts.test.yml` runs the cases of [`alerts.test.yml`](alerts.test.yml): for each alert when it fires, and when it does not. Thresholds are a start: change them in a copy, and the cases with them. The first unknown delivery of all fires too, though its series begins with it: `increase` alone would miss it.",
  "**Grafana** imports [`dashboard.json`](dashboard.json) (Dashboards, New, Import), and asks for the Prometheus data source. Vendor, operation and host are chosen at the top.",
  "`examples/observability` in the repository has all of it to start with one command, with Prometheus, Grafana, a collector for spans and logs, and a program that has a bad day."
]
