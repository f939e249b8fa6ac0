/** Prints which modules of Faultline an import loads. Argument: what is imported. */
import { registerHooks } from "node:module"

const loaded = []
registerHooks({
  load: (url, context, next) => {
    loaded.push(url)
    return next(url, context)
  }
})
await import(process.argv[2])
console.log(
  JSON.stringify(loaded.map((url) => url.split("/faultline/dist/")[1]).filter((path) => path !== undefined))
)
