/**
 * The script of the page, as browsers run it: it keeps the token, listens, draws what has changed, and sends what a person decides.
 * An element that stays is never replaced, so that focus and selection stay too.
 */

const drawing = String.raw`
const byId = (id) => document.getElementById(id)
const isLayout = (node) => node.nodeType === 3 && node.data.includes("\n") && node.data.trim() === ""
const keyOf = (node) => (node && node.nodeType === 1 ? node.dataset.key : undefined)
const leave = (node) => {
  const title = node.contains(document.activeElement) && node.parentElement.closest("section").querySelector("h2")
  node.remove()
  if (title) title.focus()
}
const morph = (old, fresh) => {
  if (old.nodeType === 3) return void (old.data === fresh.data || (old.data = fresh.data))
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  morphChildren(old, fresh)
}
const morphChildren = (old, fresh) => {
  for (const parent of [old, fresh]) for (const node of [...parent.childNodes]) if (isLayout(node)) node.remove()
  const wanted = new Set([...fresh.children].map(keyOf))
  for (const node of [...old.children]) if (keyOf(node) !== undefined && !wanted.has(keyOf(node))) leave(node)
  const keyed = new Map([...old.children].map((node) => [keyOf(node), node]))
  let at = old.firstChild
  for (const next of [...fresh.childNodes]) {
    const key = keyOf(next)
    const found = key === undefined ? (keyOf(at) === undefined ? at : null) : keyed.get(key)
    if (!found || found.nodeName !== next.nodeName) {
      old.insertBefore(next, at)
      continue
    }
    if (found === at) at = at.nextSibling
    else old.insertBefore(found, at)
    morph(found, next)
  }
  while (at) {
    const gone = at
    at = at.nextSibling
    gone.nodeType === 1 ? leave(gone) : gone.remove()
  }
}
const draw = ({ html, id }) => {
  const template = document.createElement("template")
  template.innerHTML = html
  morphChildren(byId(id), template.content)
}`

const listening = String.raw`
const tokenKey = "faultline-console"
const takeToken = () => {
  const found = location.hash.slice(1)
  if (!/^[\w-]{32,}$/.test(found)) return false
  sessionStorage.setItem(tokenKey, found)
  history.replaceState(null, "", location.pathname)
  return true
}
takeToken()
addEventListener("hashchange", () => { if (takeToken()) location.reload() })
const headers = () => ({ authorization: "Bearer " + sessionStorage.getItem(tokenKey) })
const status = (text) => { if (byId("status").textContent !== text) byId("status").textContent = text }
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))
const receive = (event) => {
  const data = event.split("\n").filter((line) => line.startsWith("data: ")).map((line) => line.slice(6)).join("\n")
  if (data !== "") for (const section of JSON.parse(data)) draw(section)
}
const listen = async () => {
  const gone = new AbortController()
  let silence
  // The server says something every few seconds: one that is silent is gone.
  const heard = () => { clearTimeout(silence); silence = setTimeout(() => gone.abort(), 15000) }
  try {
    heard()
    const response = await fetch("/live", { headers: headers(), cache: "no-store", signal: gone.signal })
    if (response.status === 401) return "refused"
    if (!response.ok) return await response.text()
    status("Live.")
    let text = ""
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return "ended"
      heard()
      const events = (text + value).split("\n\n")
      text = events.pop()
      events.forEach(receive)
    }
  } catch { return "lost" } finally { clearTimeout(silence) }
}
const stayConnected = async () => {
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    const began = performance.now()
    const how = await listen()
    if (how === "refused") return status("The token is missing or not the present one: open the address that the console printed when it started.")
    if (performance.now() - began > 4000) wait = 250
    status(how === "ended" || how === "lost" ? "The connection is lost; trying to connect." : how)
    await pause(wait)
  }
}`

const deciding = String.raw`
const words = {
  pause: ["Pause", "Nothing more is sent, in all processes, until it is resumed. What is on its way comes to its end."],
  requeue: ["Requeue", "The item is sent again, with a new budget of attempts."],
  resolve: ["Resolve", "The item was sent, and nobody knows whether it was done. Look at the vendor before you decide."]
}
let decision
const back = (from) => {
  if (document.activeElement === document.body || document.activeElement === null) {
    const target = from.isConnected ? from : byId("main")
    target.focus()
  }
}
const ask = (button) => {
  const { action, id, scope } = button.dataset
  const [verb, text] = words[action]
  decision = { button, body: scope === "" ? { _tag: action, id } : { _tag: action, scope } }
  byId("decide").querySelector("form").reset()
  byId("decide-title").textContent = verb + " " + (scope === "*" ? "everything" : scope || id)
  byId("decide-text").textContent = text
  byId("decide-do").textContent = verb
  byId("decide-problem").textContent = ""
  byId("decide-to").hidden = byId("decide-to").disabled = action !== "resolve"
  for (const radio of byId("decide-to").querySelectorAll("input")) radio.required = action === "resolve"
  byId("decide").showModal()
}
const act = async (body) => {
  try {
    const sent = { ...headers(), "content-type": "application/json" }
    const response = await fetch("/actions", { method: "POST", headers: sent, body: JSON.stringify(body) })
    return { done: response.ok, text: await response.text() }
  } catch {
    return { done: false, text: "The console does not answer: look whether it was done before you decide once more." }
  }
}
const decide = async (event) => {
  event.preventDefault()
  const form = new FormData(event.target)
  const to = form.get("to")
  byId("decide-do").disabled = true
  const { done, text } = await act({ ...decision.body, because: form.get("because"), ...(to === null ? {} : { to }) })
  byId("decide-do").disabled = false
  if (!done) return void (byId("decide-problem").textContent = text)
  byId("decide").close()
  status(text)
}
const report = async (button) => {
  const response = await fetch("/reports/" + encodeURIComponent(button.dataset.report), { headers: headers(), cache: "no-store" })
  byId("report-text").textContent = await response.text()
  byId("report").showModal()
}
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button")
  if (!button) return
  if (button.dataset.action === "resume") return status((await act({ _tag: "resume", scope: button.dataset.scope })).text)
  if (button.dataset.action !== undefined) return ask(button)
  if (button.dataset.report !== undefined) return report(button)
  if (button.dataset.close !== undefined) return button.closest("dialog").close()
  if (button.id === "report-copy") {
    await navigator.clipboard.writeText(byId("report-text").textContent)
    status("The report is copied.")
  }
})
byId("decide").querySelector("form").addEventListener("submit", decide)
byId("decide").addEventListener("close", () => back(decision.button))
stayConnected()`

/** The whole of it. */
export const script = `"use strict"
${drawing}${listening}${deciding}
`
