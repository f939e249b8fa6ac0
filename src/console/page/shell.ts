/** The page itself. Nothing in it is secret: what it shows comes later, to whoever has the token. */
import { type Html, html } from "./html.ts"

type Titles = ReadonlyArray<readonly [id: string, title: string]>

const section = ([id, title]: Titles[number]): Html =>
  html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title" tabindex="-1">${title}</h2>
    <div id="${id}"><p>Reading …</p></div>
  </section>`

const decide = html`<dialog id="decide" aria-labelledby="decide-title">
  <form method="dialog">
    <h2 id="decide-title"></h2>
    <p id="decide-text"></p>
    <fieldset id="decide-to">
      <legend>What became of it?</legend>
      <label><input type="radio" name="to" value="delivered" /> It was done</label>
      <label><input type="radio" name="to" value="dead" /> It was not done, and is not to be</label>
      <label><input type="radio" name="to" value="pending" /> It was not done: send it again</label>
    </fieldset>
    <label for="because">Reason, which is kept</label>
    <input id="because" name="because" type="text" maxlength="500" required autocomplete="off" />
    <p id="decide-problem" class="trouble" role="alert"></p>
    <p class="buttons">
      <button type="submit" id="decide-do"></button>
      <button type="button" data-close>Cancel</button>
    </p>
  </form>
</dialog>`

const report = html`<dialog id="report" aria-labelledby="report-title">
  <h2 id="report-title">Report to the vendor's support</h2>
  <pre id="report-text" tabindex="0" role="region" aria-labelledby="report-title"></pre>
  <p id="report-status" role="status"></p>
  <p class="buttons">
    <button type="button" id="report-copy">Copy</button>
    <button type="button" data-close>Close</button>
  </p>
</dialog>`

const head = html`<head>
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <title>Faultline console</title>
  <link rel="stylesheet" href="/console.css" />
  <script src="/console.js" defer></script>
</head>`

const header = (titles: Titles): Html =>
  html`<header>
    <h1>Faultline console</h1>
    <p id="status" role="status">Connecting …</p>
    <nav aria-label="Sections">
      <ul>
        ${titles.map(([id, title]) => html`<li><a href="#${id}-title">${title}</a></li>`)}
      </ul>
    </nav>
  </header>`

const withoutScript = html`<noscript>
  <p>The page needs its own script, to show the token that the console printed and what comes back.</p>
</noscript>`

/** The page with its sections, empty. */
export const shell = (titles: Titles): string =>
  html`<!doctype html>
    <html lang="en">
      ${head}
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${header(titles)}
        <main id="main" tabindex="-1">${withoutScript} ${titles.map(section)}</main>
        ${decide}${report}
      </body>
    </html> `.text
