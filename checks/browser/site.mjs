// Walks through a site folder in Chromium as its readers do: a neighbour with a phone, with and without script, in both
// languages; the help page with the network cut; the way out; pages from a disk. Then looks at one page of each kind at
// three widths, light and dark. Exit status: 0 nothing found, 1 something found, 2 nothing could be checked.
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const words = process.argv.slice(2);
let pictures = null;
if (words[0] === "--pictures") {
  pictures = words[1];
  words.splice(0, 2);
}
const root = words[0] ? resolve(words[0]) : "";
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browserPath)) stop(`no browser at ${browserPath}: install Chromium or name it in CHROMIUM`);
if (!root || !existsSync(join(root, "en/index.html"))) stop("usage: npm run site -- [--pictures FOLDER] SITE-FOLDER");
if (pictures) mkdirSync(pictures, { recursive: true });

const kinds = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
const server = createServer((q, a) => {
  const file = normalize(join(root, decodeURIComponent(new URL(q.url, "http://x").pathname)));
  if (!file.startsWith(root) || !existsSync(file) || statSync(file).isDirectory()) { a.writeHead(404).end(); return; }
  a.writeHead(200, { "content-type": kinds[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(a);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}/`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
let done = 0;
let found = 0;
const elsewhere = [];

function hold(what, ok, detail = "") {
  done += 1;
  if (!ok) { found += 1; console.log(`${what}: no ${detail}`); }
}
async function open(options, path, disk = false) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
  const page = await context.newPage();
  page.on("request", (r) => { if (!r.url().startsWith(base) && !r.url().startsWith("file:") && !r.url().startsWith("data:")) elsewhere.push(r.url()); });
  await page.goto(disk ? pathToFileURL(join(root, path)).href : base + path);
  return page;
}

const phone = [
  { lang: "es", typed: "condado de mecklemburgo", want: "mecklenburg-county-nc", state: "Carolina del Norte" },
  { lang: "en", typed: "mecklenberg nc", want: "mecklenburg-county-nc", state: "North Carolina" },
];
for (const one of phone) {
  for (const width of [360, 768, 1280]) {
    const viewport = { width, height: 640 };
    for (const disk of [false, true]) {
      const label = `${one.lang} at ${width} px${disk ? " from disk" : ""}`;
      const page = await open({ viewport }, `${one.lang}/index.html`, disk);
      const start = Date.now();
      await page.fill("#q", one.typed);
      await page.waitForSelector("#hits a", { timeout: 5000 }).catch(() => {});
      const links = await page.$$eval("#hits a", (all) => all.map((a) => a.getAttribute("href")));
      hold(`${label}: at most five answers, the county among them`, links.length > 0 && links.length <= 5 && links.some((l) => l.includes(one.want)), String(links));
      hold(`${label}: nothing typed is in the address`, !page.url().includes("?") && !page.url().includes("#"), page.url());
      await page.click(`#hits a[href*="${one.want}"]`, { timeout: 5000 }).catch(() => {});
      await page.waitForLoadState();
      const verdict = page.locator(".strip .said").first();
      hold(`${label}: the answer without scrolling`, await verdict.evaluate((e) => e.getBoundingClientRect().bottom <= window.innerHeight).catch(() => false));
      hold(`${label}: in five seconds`, Date.now() - start < 5000, `${Date.now() - start} ms`);
      if (!disk) {
        await page.click(".twin", { timeout: 5000 }).catch(() => {});
        await page.waitForLoadState();
        hold(`${label}: the twin is the same county`, page.url().includes(one.want) && !page.url().includes(`/${one.lang}/`), page.url());
      }
      await page.context().close();
    }
    const plain = await open({ viewport, javaScriptEnabled: false }, `${one.lang}/index.html`);
    hold(`${one.lang} at ${width} px without script: no box that does nothing`, !(await plain.isVisible("#q")));
    await plain.click(`.states a:text-is("${one.state}")`);
    await plain.click(`a[href*="${one.want}"]`);
    hold(`${one.lang} at ${width} px without script: three taps to the answer`, await plain.isVisible(".strip .said"));
    await plain.context().close();
  }
}

const zip = await open({}, "en/index.html");
await zip.fill("#q", "28202");
hold("a ZIP code is answered in words and sent nowhere", (await zip.textContent("#said")).length > 20 && (await zip.$$("#hits a")).length === 0);
await zip.fill("#q", "x".repeat(10000));
await zip.fill("#q", "МЕСКLENBURG <img src=x onerror=alert(1)>");
hold("strange letters do no harm", (await zip.$$("#hits img")).length === 0);
await zip.keyboard.press("Tab");
await zip.context().close();

const keys = await open({}, "en/index.html");
await keys.keyboard.press("Tab");
hold("the way out comes first", (await keys.evaluate(() => document.activeElement.id)) === "exit");
await keys.keyboard.press("Tab");
hold("then the way past the bar", (await keys.evaluate(() => document.activeElement.className)) === "skip");
await keys.route("https://www.wikipedia.org/**", (r) => r.fulfill({ body: "elsewhere" }));
for (let i = 0; i < 3; i++) await keys.keyboard.press("Escape");
await keys.waitForURL("https://www.wikipedia.org/", { timeout: 3000 }).catch(() => {});
hold("Esc three times leaves", keys.url().startsWith("https://www.wikipedia.org"), keys.url());
elsewhere.splice(0, elsewhere.length, ...elsewhere.filter((u) => !u.startsWith("https://www.wikipedia.org")));
hold("and the page is not in the history", (await keys.evaluate(() => history.length)) <= 2);
await keys.context().close();

const cut = await open({}, "es/condado/mecklenburg-county-nc.html");
await cut.evaluate(() => navigator.serviceWorker.ready);
await cut.waitForFunction(() => navigator.serviceWorker.controller);
await cut.reload();
await cut.waitForTimeout(300);
await cut.context().setOffline(true);
for (const path of ["es/detuvieron-a-alguien.html", "es/tarjeta-de-derechos.html", "es/condado/mecklenburg-county-nc.html"]) {
  const kept = await cut.goto(base + path).then((a) => a.ok()).catch(() => false);
  hold(`${path} opens with the network cut`, kept);
}
hold("no cookie was set", (await cut.context().cookies()).length === 0);
await cut.context().close();

// The questions about remedies: every "I don't know" to the end, going back without a loss, someone held now, the file.
for (const [lang, path] of [["en", "en/remedies/nc.html"], ["es", "es/remedios/nc.html"]]) {
  if (!existsSync(join(root, path))) continue;
  for (const width of [360, 768, 1280]) {
    const label = `${lang} questions at ${width} px`;
    const viewport = { width, height: 640 };
    const page = await open({ viewport, acceptDownloads: true }, path);
    const sent = [];
    page.on("request", (r) => sent.push(r.url()));
    hold(`${label}: the page without script gives way`, !(await page.isVisible("#plain")) && await page.isVisible("#ask"));
    let screens = 1;
    while (screens <= 13 && !(await page.$("#download"))) {
      const before = await page.textContent("#screen");
      await page.click("#ask .choices button:last-of-type");
      hold(`${label}: screen ${screens} leads somewhere`, (await page.textContent("#screen")) !== before, before);
      screens += 1;
    }
    hold(`${label}: at most twelve screens`, screens <= 12 && await page.isVisible("#download"), `${screens}`);
    hold(`${label}: not knowing ends with records to ask for`, (await page.$$eval("#ask a", (all) => all.filter((a) => /records|registros/.test(a.href)).length)) > 0);
    hold(`${label}: no odds`, !/\d ?%/.test(await page.textContent("#ask")));
    await page.click("#clear");
    await page.click("#ask .choices button:nth-of-type(1)");
    hold(`${label}: held now, and first help stands above all`, await page.isVisible("#ask .help[role=alert]"));
    await page.click('#ask .choices button:nth-of-type(4)');
    await page.click("#ask .choices button:nth-of-type(1)");
    await page.click("#back");
    hold(`${label}: going back keeps the answer`, (await page.$$("#ask .is-given")).length === 1);
    await page.reload();
    hold(`${label}: loading again keeps it too`, (await page.$$("#ask .is-given")).length === 1);
    for (let i = 0; i < 12 && !(await page.$("#download")); i++) await page.click("#ask .choices button:last-of-type");
    const file = await Promise.all([page.waitForEvent("download", { timeout: 5000 }), page.click("#download")]).then((a) => a[0]).catch(() => null);
    const text = file ? readFileSync(await file.path(), "utf8") : "";
    hold(`${label}: the file is a matter`, /^version: 1\nclaim: D\njurisdiction: "NC"\n/.test(text) && /\n {2}held_now: true\n/.test(text), text.slice(0, 120));
    hold(`${label}: nothing was asked of the server meanwhile`, sent.filter((u) => !u.startsWith("blob:")).every((u) => u === base + path || /\/assets\/|keep\.js/.test(u)), sent.join(" "));
    await page.context().close();
    const plain = await open({ viewport, javaScriptEnabled: false }, path);
    hold(`${label} without script: one page`, await plain.isVisible("#plain") && !(await plain.isVisible("#ask")));
    await plain.click('#plain a[href="#about"]');
    await plain.click('#plain a[href="#claim-D"]');
    await plain.click("#claim-D ~ details > summary");
    hold(`${label} without script: an answer never enters the path or a query`, plain.url().split("#")[0] === base + path, plain.url());
    await plain.context().close();
  }
}

// The request for records: words typed stay here, the letter takes them in, the day of the answer is told.
for (const [lang, path] of [["en", "en/records/fl.html"], ["es", "es/registros/de.html"]]) {
  if (!existsSync(join(root, path))) continue;
  const page = await open({ acceptDownloads: true }, path);
  await page.fill("#r-agency", "Example County Sheriff <b>");
  hold(`${lang} request: the letter takes in what is typed`, (await page.textContent("#letter")).includes("Example County Sheriff <b>"));
  hold(`${lang} request: as text only`, (await page.$$("#letter b")).length === 0);
  if (await page.isVisible("#day")) {
    await page.fill("#d-sent", await page.getAttribute("#builder", "data-first"));
    hold(`${lang} request: the day of the answer`, (await page.textContent("#d-due")).length > 20);
  }
  const mail = await Promise.all([page.waitForEvent("download", { timeout: 5000 }), page.click("#eml")]).then((a) => a[0]).catch(() => null);
  hold(`${lang} request: an e-mail draft`, mail !== null && readFileSync(await mail.path(), "utf8").startsWith("Subject: "));
  await page.context().close();
}

// The casebook: what is chosen stands behind the # and comes back from it.
if (existsSync(join(root, "en/cases.html"))) {
  const page = await open({}, "en/cases.html");
  await page.selectOption("#c-outcome", "granted");
  const shown = await page.$$eval(".cases > li", (all) => all.filter((li) => !li.hidden).length);
  const copied = page.url();
  const again = await open({}, copied.slice(base.length));
  hold("the same cases from a copied address", shown > 0 && shown === await again.$$eval(".cases > li", (all) => all.filter((li) => !li.hidden).length), copied);
  await page.context().close();
  await again.context().close();
}

const sample = ["index.html", "en/index.html", "en/someone-was-detained.html", "en/rights-card.html", "en/about.html", "en/words.html", "en/cases.html", "en/map.html", "es/mapa.html", "en/free-legal-help.html", "es/ayuda-legal-gratis.html",
  "en/state/nc.html", "en/county/mecklenburg-county-nc.html", "es/index.html", "es/detuvieron-a-alguien.html", "es/tarjeta-de-derechos.html", "es/acerca-de.html",
  "en/remedies/nc.html", "en/records/nc.html", "en/records/de.html", "en/explained.html", "en/explained/what-is-287g.html", "en/corrections.html", "en/what-can-be-done.html",
  "en/agreements.html", "es/acuerdos.html", "en/data.html", "en/county/mecklenburg-county-nc-agreements.html", "embed/es/mecklenburg-county-nc.html", "es/remedios/nc.html", "es/registros/nc.html", "es/explicado/stopped.html",
  "es/correcciones.html", "es/que-se-puede-hacer.html", "es/datos.html", "es/palabras.html", "es/casos.html", "es/estado/nc.html", "es/condado/mecklenburg-county-nc.html"];
for (const folder of ["en/agency", "es/agencia"]) {
  const all = readdirSync(join(root, folder)).sort();
  sample.push(`${folder}/${all[0]}`, `${folder}/${all[Math.floor(all.length / 2)]}`);
}
for (const path of sample.filter((p) => existsSync(join(root, p)))) {
  for (const width of [320, 360, 768, 1280]) {
    for (const colorScheme of width === 360 ? ["light", "dark"] : ["light"]) {
      const page = await open({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      hold(`${path} at ${width} px keeps its width`, sideways <= 0, `${sideways} px too wide`);
      await page.evaluate(axe);
      const answer = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      hold(`${path} at ${width} px ${colorScheme}`, answer.violations.length === 0,
        answer.violations.map((v) => `${v.id} at ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`).join("; "));
      // A picture is for people to look at; where the machine is too busy for one, the checks go on.
      if (pictures) await page.screenshot({ path: join(pictures, `${path}-${width}-${colorScheme}`.replaceAll(/[^A-Za-z0-9-]+/g, "-") + ".png"), fullPage: width === 360 && (await page.evaluate(() => document.documentElement.scrollHeight)) < 20000, timeout: 120000 })
        .catch(() => console.log(`no picture of ${path} at ${width} px`));
      await page.context().close();
    }
  }
}
hold("no other host was asked for anything", elsewhere.length === 0, [...new Set(elsewhere)].join(", "));
await browser.close();
server.close();
console.log(`${done} checks, ${found} things to mend`);
process.exitCode = found === 0 ? 0 : 1;

function stop(message) {
  console.error(message);
  process.exit(2);
}
