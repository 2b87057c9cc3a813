// Measures a site folder: HTML validation, weight as sent, Lighthouse on a simulated slow phone, keyboard only, copied filters,
// the map on a slow processor, colours seen otherwise, print, CSS off, stale data. Prints a line per figure.
// Exit status: 0 nothing to mend, 1 something is, 2 nothing could be checked.
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { createGzip, gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

const root = process.argv[2] ? resolve(process.argv[2]) : "";
const only = new Set(process.argv.slice(3));
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browserPath)) stop(`no browser at ${browserPath}: install Chromium or name it in CHROMIUM`);
if (!root || !existsSync(join(root, "en/index.html"))) stop("usage: npm run quality -- SITE-FOLDER [html|weight|lighthouse|keys|links|map|print|states]...");
const wanted = (part) => only.size === 0 || only.has(part);
let done = 0;
let found = 0;
function hold(what, ok, detail = "") {
  done += 1;
  if (!ok) { found += 1; console.log(`${what}: no ${detail}`); }
}

const kinds = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".png": "image/png" };
const server = createServer((q, a) => {
  const file = normalize(join(root, decodeURIComponent(new URL(q.url, "http://x").pathname)));
  if (!file.startsWith(root) || !existsSync(file) || statSync(file).isDirectory()) { a.writeHead(404).end(); return; }
  a.writeHead(200, { "content-type": kinds[extname(file)] ?? "application/octet-stream", "content-encoding": "gzip" });
  createReadStream(file).pipe(createGzip()).pipe(a);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}/`;
const port = 9300 + (process.pid % 600);
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", `--remote-debugging-port=${port}`],
});
async function open(path, options = {}) {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 640 }, ...options })).newPage();
  await page.goto(base + path);
  return page;
}

const all = readdirSync(root, { recursive: true }).filter((f) => f.endsWith(".html") && /^(en|es)\//.test(f)).sort();
const kindOf = (f) => f.split("/").length > 2 ? f.split("/").slice(0, 2).join("/") : f;
const perKind = new Map();
all.forEach((f) => { const k = kindOf(f); perKind.set(k, [...(perKind.get(k) ?? []), f]); });

if (wanted("html")) {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"], rules: {
    "void-style": "off", "no-trailing-whitespace": "off", "long-title": "off", "attr-quotes": "off", "no-inline-style": "error",
    "no-raw-characters": "off", "no-implicit-button-type": "error", "svg-focusable": "off", "tel-non-breaking": "off" } });
  let count = 0;
  for (const files of perKind.values()) {
    for (const f of files.filter((_, i) => i < 3)) {
      count += 1;
      const report = await validator.validateString(readFileSync(join(root, f), "utf8"));
      hold(`HTML of ${f}`, report.valid, report.results.flatMap((r) => r.messages).slice(0, 4).map((m) => `${m.ruleId} line ${m.line}: ${m.message}`).join("; "));
    }
  }
  console.log(`HTML validated: ${count} pages`);
}

if (wanted("weight")) {
  const sent = (f) => gzipSync(readFileSync(join(root, f))).length;
  const shared = (f) => [...readFileSync(join(root, f), "utf8").matchAll(/<(?:script src|link rel="stylesheet" href)="([^"]+)"/g)]
    .reduce((sum, m) => sum + sent(normalize(join(f, "..", m[1]))), 0);
  for (const [kind, files] of perKind) {
    const worst = files.map((f) => [sent(f) + shared(f), f]).sort((a, b) => b[0] - a[0])[0];
    console.log(`weight as first sent, ${kind}: ${(worst[0] / 1000).toFixed(1)} kB at most (${worst[1]}); of ${files.length} pages`);
    hold(`${kind} at most 150 kB`, worst[0] <= 150000 || /map|mapa/.test(kind), `${worst[0]} at ${worst[1]}`);
  }
}

if (wanted("lighthouse")) {
  for (const path of ["es/index.html", "en/index.html", "en/county/mecklenburg-county-nc.html", "es/condado/mecklenburg-county-nc.html", "en/remedies/nc.html", "es/remedios/nc.html"]) {
    const result = await lighthouse(base + path, { port, output: "json", logLevel: "error" });
    const { categories: c, audits: a } = result.lhr;
    const score = (k) => Math.round((c[k]?.score ?? 0) * 100);
    const cls = a["cumulative-layout-shift"].numericValue;
    const lcp = a["largest-contentful-paint"].numericValue;
    const tbt = a["total-blocking-time"].numericValue;
    const bytes = a["total-byte-weight"].numericValue;
    console.log(`Lighthouse ${path}: performance ${score("performance")}, accessibility ${score("accessibility")}, best practices ${score("best-practices")}, SEO ${score("seo")}; LCP ${(lcp / 1000).toFixed(2)} s, CLS ${cls.toFixed(3)}, TBT ${Math.round(tbt)} ms, ${(bytes / 1000).toFixed(0)} kB`);
    hold(`Lighthouse ${path}`, score("performance") >= 95 && score("accessibility") === 100 && score("best-practices") === 100 && score("seo") === 100 && lcp <= 2000 && cls <= 0.02 && tbt <= 100 && bytes <= 150000,
      Object.values(a).filter((x) => x.score !== null && x.score < 0.9 && x.scoreDisplayMode === "binary").map((x) => x.id).join(", "));
  }
}

if (wanted("keys")) {
  // Journeys by keyboard alone; every stop shows where it is.
  const stepTo = async (page, wantedStop, most = 60) => {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
        return { id: e.id, href: e.getAttribute("href") ?? "", text: e.textContent.trim().slice(0, 40), outline: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
          seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight, tall: Math.min(box.width, box.height) };
      });
      hold(`focus seen at ${at.id || at.href || at.text}`, at.outline && at.seen, JSON.stringify(at));
      if (wantedStop(at)) return at;
    }
    return null;
  };
  for (const [lang, county, typed] of [["en", "county", "mecklenburg"], ["es", "condado", "mecklenburgo"]]) {
    const page = await open(`${lang}/index.html`);
    await stepTo(page, (s) => s.id === "q");
    await page.keyboard.type(typed);
    await page.waitForSelector("#hits a");
    const hit = await stepTo(page, (s) => s.href.includes("mecklenburg-county-nc"), 6);
    hold(`${lang}: the search by keyboard`, hit !== null);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${county}/**`);
    hold(`${lang}: to the letter for records`, (await stepTo(page, (s) => /records\/nc|registros\/nc/.test(s.href), 80)) !== null);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#builder:not([hidden])");
    hold(`${lang}: to the questions`, (await stepTo(page, (s) => /remedies\/nc|remedios\/nc/.test(s.href), 80)) !== null);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#ask:not([hidden])");
    for (let i = 0; i < 13 && !(await page.$("#download")); i++) {
      await page.locator("#ask .choices button:last-of-type").focus();
      await page.keyboard.press("Enter");
    }
    hold(`${lang}: the questions by keyboard`, await page.isVisible("#download"));
    await page.context().close();
  }
}

// Filters chosen at random, the address copied into a page that never saw them: the same rows. What is typed into the search of
// the first page never enters an address, so there is nothing of it to copy.
const filtered = [
  { path: "en/cases.html", share: 0.4, controls: ["#c-outcome", "#c-claim", "#c-read"], words: "#c-words", rows: ".cases > li" },
  { path: "es/acuerdos.html", share: 0.4, controls: ["#g-state", "#g-model", "#g-status", "#g-since"], rows: ".register tbody tr" },
  { path: "en/map.html", share: 0.2, controls: ["#map-state"], slider: "#day", rows: "#twin tbody tr" },
];
if (wanted("links")) {
  const most = Number(process.env.LINKS ?? 1000);
  const words = ["", "sheriff", "detainer", "records", "v.", "state", "writ"];
  let seed = 287;
  const next = () => { seed = (seed * 48271) % 2147483647; return seed; };
  for (const one of filtered.filter((f) => existsSync(join(root, f.path)))) {
    const page = await open(one.path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const count = Math.round(most * one.share);
    let same = 0;
    let longest = 0;
    const seen = new Set();
    const shown = (p) => p.evaluate((rows) => [...document.querySelectorAll(rows)].filter((r) => !r.hidden).map((r) => r.textContent).join("|")
      + [...document.querySelectorAll("[data-count]:not(#filter)")].map((e) => e.textContent).join(","), one.rows);
    for (let i = 0; i < count; i++) {
      await page.evaluate(({ controls, words, typed, slider, picks }) => {
        controls.forEach((c, n) => {
          const box = document.querySelector(c);
          box.value = box.options[picks[n] % box.options.length].value;
          box.dispatchEvent(new Event("change", { bubbles: true }));
        });
        for (const [where, value] of [[words, typed], [slider, null]]) {
          if (!where) continue;
          const box = document.querySelector(where);
          box.value = value ?? String(picks[3] % (Number(box.max) + 1));
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }, { controls: one.controls, words: one.words ?? null, typed: words[next() % words.length], slider: one.slider ?? null, picks: [next(), next(), next(), next()] });
      const link = page.url();
      seen.add(link);
      longest = Math.max(longest, link.length - base.length);
      const again = await open(link.slice(base.length));
      if ((await shown(again)) === (await shown(page)) && again.url() === link) same += 1;
      await again.context().close();
    }
    console.log(`copied filters of ${one.path}: ${same} of ${count} the same in a fresh browser, ${seen.size} different, the longest link ${longest} characters after the host`);
    hold(`copied filters of ${one.path}`, same === count && longest < 200);
    await page.context().close();
  }
}

if (wanted("map")) {
  const page = await open("es/mapa.html", { viewport: { width: 360, height: 640 } });
  // Drawn: the frame after the one in which the whole page, map and all, was there to be drawn.
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); }))));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.reload();
  await page.waitForFunction(() => window.drawn);
  const paint = await page.evaluate(() => window.drawn - performance.getEntriesByType("navigation")[0].responseEnd);
  const start = Date.now();
  await page.click("#day-before");
  await page.evaluate(() => new Promise((r) => requestAnimationFrame(r)));
  console.log(`map on a processor slowed four times: drawn ${Math.round(paint)} ms after the page arrived, a step of the slider ${Date.now() - start} ms`);
  hold("the map in a second", paint <= 1000, `${paint} ms`);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const rows = await page.evaluate(() => [document.querySelectorAll(".map path[id]").length, document.querySelectorAll("#twin tbody tr").length]);
  hold("as many rows as shapes", rows[0] === rows[1], rows.join(" "));
  await page.click("#day-after");
  const before = await page.evaluate(() => document.querySelector("#twin").textContent);
  for (let i = 0; i < 30 && await page.isEnabled("#day-before"); i++) await page.click("#day-before");
  for (let i = 0; i < 30 && await page.isEnabled("#day-after"); i++) await page.click("#day-after");
  hold("there and back the table is the same", before === await page.evaluate(() => document.querySelector("#twin").textContent));
  for (const type of ["deuteranopia", "achromatopsia"]) {
    await cdp.send("Emulation.setEmulatedVisionDeficiency", { type });
    const seen = [];
    for (const swatch of await page.locator(".swatch").all()) seen.push((await swatch.screenshot()).toString("base64"));
    hold(`every pattern its own with ${type}`, new Set(seen).size === seen.length, `${seen.length}`);
  }
  await page.context().close();
}

if (wanted("print")) {
  for (const [path, most] of [["en/county/mecklenburg-county-nc.html", 2], ["es/condado/mecklenburg-county-nc.html", 2], ["en/rights-card.html", 1], ["es/tarjeta-de-derechos.html", 1]]) {
    for (const format of ["A4", "Letter"]) {
      const page = await open(path);
      const pdf = (await page.pdf({ format, tagged: true })).toString("latin1");
      const sheets = (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
      console.log(`printed on ${format}: ${path} ${sheets} pages`);
      hold(`${path} on ${format}`, sheets <= most, `${sheets} pages`);
      hold(`${path} prints tagged`, pdf.includes("/StructTreeRoot"));
      await page.context().close();
    }
  }
}

if (wanted("states")) {
  const plain = await open("en/county/mecklenburg-county-nc.html", { javaScriptEnabled: false });
  await plain.context().route("**/*.css", (r) => r.abort());
  await plain.reload();
  hold("without style the answer is there", (await plain.textContent(".strip")).length > 20);
  await plain.context().close();
  const page = await open("en/index.html");
  hold("old data are said to be old", await page.isVisible("#stale"));
  const blocked = await page.evaluate(() => new Promise((r) => {
    addEventListener("securitypolicyviolation", () => r(true));
    const i = document.createElement("img"); i.src = "https://example.org/x.png"; document.body.append(i);
    setTimeout(() => r(false), 2000);
  }));
  hold("the policy blocks a picture from elsewhere", blocked);
  await page.context().close();
}

await browser.close();
server.close();
console.log(`${done} checks, ${found} things to mend`);
process.exitCode = found === 0 ? 0 : 1;

function stop(message) {
  console.error(message);
  process.exit(2);
}
