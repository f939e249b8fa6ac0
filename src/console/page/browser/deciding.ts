/** Asks a person for a reason, and sends what was decided, as browsers run it. */
export const deciding = String.raw`
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
  const sent = { headers: headers(), cache: "no-store" }
  const text = await fetch("/reports/" + encodeURIComponent(button.dataset.report), sent).then(
    (response) => response.text(),
    () => "The console does not answer."
  )
  byId("report-text").textContent = text
  byId("report-status").textContent = ""
  byId("report").showModal()
}
const copy = async () => {
  const text = byId("report-text").textContent
  byId("report-status").textContent = await navigator.clipboard.writeText(text).then(
    () => "Copied.",
    () => "The browser does not let it be copied: select it."
  )
}
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button")
  if (!button) return
  if (button.dataset.action === "resume") return status((await act({ _tag: "resume", scope: button.dataset.scope })).text)
  if (button.dataset.action !== undefined) return ask(button)
  if (button.dataset.report !== undefined) return report(button)
  if (button.dataset.close !== undefined) return button.closest("dialog").close()
  if (button.id === "report-copy") return copy()
})
byId("decide").querySelector("form").addEventListener("submit", decide)
byId("decide").addEventListener("close", () => back(decision.button))
stayConnected()`
