/** axios: alone, or with axios-retry's three retries and a timeout. */
import { inLoops } from "../../processes/contender.ts"
import { requestOf, type Target } from "../shapes.ts"

interface Client {
  request(options: object): Promise<{ readonly data: unknown }>
}

interface Axios {
  readonly default: { create(options: { readonly timeout?: number }): Client }
}

interface AxiosRetry {
  readonly default: (client: Client, options: { readonly retries: number }) => void
}

// By names that the compiler does not follow: axios-retry's types need axios's, and neither is there before it is installed.
const names: Readonly<Record<"axios" | "retry", string>> = { axios: "axios", retry: "axios-retry" }

export const make = async ({ base, concurrency, retries, shape }: Target & { readonly retries: boolean }) => {
  const { default: axios }: Axios = await import(names.axios)
  const { default: axiosRetry }: AxiosRetry = await import(names.retry)
  const client = axios.create(retries ? { timeout: 10_000 } : {})
  if (retries) axiosRetry(client, { retries: 3 })
  const { body, headers, method, url } = requestOf(shape, base)
  return inLoops(concurrency, async () => (await client.request({ method, url, headers, data: body })).data)
}
