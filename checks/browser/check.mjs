// Opens index.html and index.es.html of each folder named in Chromium, at phone and desktop width, every fold open, with
// script off for the page itself, and lists: what axe-core finds, sideways scrolling, and requests to any other place.
// Exit status: 0 nothing found, 1 something found, 2 nothing could be checked.
import { readFileSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const usage = "usage: npm run check -- [--pictures FOLDER] DOSSIER-FOLDER...";
const words = process.argv.slice(2);
let pictures = null;
if (words[0] === "--pictures") {
  pictures = words[1];
  words.splice(0, 2);
}
const folders = words;
if (folders.length === 0) stop(usage);
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browserPath)) stop(`no browser at ${browserPath}: install Chromium or name it in CHROMIUM`);
const pages = folders.flatMap((folder) => ["index.html", "index.es.html"].map((name) => join(resolve(folder), name)));
for (const page of pages) if (!existsSync(page)) stop(`no page at ${page}: ${usage}`);
if (pictures) mkdirSync(pictures, { recursive: true });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
let seen = 0;
let found = 0;
for (const file of pages) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const elsewhere = [];
    page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) elsewhere.push(r.url()); });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const scripts = await page.evaluate(() => document.scripts.length);
    await page.evaluate(axe);
    const answer = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    const notes = answer.violations.map((v) => `${v.id}: ${v.help} at ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`);
    if (sideways > 0) notes.push(`scrolls sideways by ${sideways} px`);
    if (scripts > 0) notes.push(`carries ${scripts} scripts`);
    notes.push(...elsewhere.map((url) => `asks for ${url}`));
    const label = `${basename(resolve(file, ".."))}/${basename(file)} at ${width} px`;
    if (pictures) await page.screenshot({ path: join(pictures, label.replaceAll(/[^A-Za-z0-9.]+/g, "-") + ".png"), fullPage: true });
    notes.forEach((note) => console.log(`${label}: ${note}`));
    seen += 1;
    found += notes.length;
    await context.close();
  }
}
await browser.close();
console.log(`${seen} pages opened, ${found} things to mend`);
process.exitCode = found === 0 ? 0 : 1;

function stop(message) {
  console.error(message);
  process.exit(2);
}
