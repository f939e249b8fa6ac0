/** Runs the probe in a worker of a browser. */
import "./probe.js"

const parameters = new URLSearchParams(location.search)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page to speak to
globalThis.probe(parameters.get("api"), parameters.get("closed")).then((came) => globalThis.postMessage(came))
