/* Adds to pages that are whole without it: a quick way out, a search that runs on the device, a copy of the help page that
   opens with no network. Nothing typed leaves the device or enters an address. */
(function () {
  "use strict";
  var exit = document.getElementById("exit");
  var escapes = [];
  function leave() {
    try { sessionStorage.clear(); } catch (e) { /* nothing is stored then */ }
    location.replace(exit.href);
  }
  if (exit) {
    exit.addEventListener("click", function (e) { e.preventDefault(); leave(); });
    document.addEventListener("keydown", function (e) {
      if (e.key !== "Escape") { escapes = []; return; }
      escapes = escapes.filter(function (t) { return e.timeStamp - t < 2000; }).concat(e.timeStamp);
      if (escapes.length >= 3) { leave(); }
    });
  }

  var fromDisk = location.protocol === "file:";
  var own = document.currentScript;
  if (!fromDisk && window.isSecureContext && "serviceWorker" in navigator && own) {
    navigator.serviceWorker.register(new URL("../keep.js", own.src)).catch(function () { /* the page works without */ });
  }

  var root = document.documentElement, stale = document.getElementById("stale");
  if (stale) { stale.hidden = !root.classList.contains("is-old"); }
  window.addEventListener("load", function () {
    var ask = document.getElementById("ask");
    if (ask && !ask.firstChild) { root.classList.remove("js"); }
  });

  var text = document.getElementById("share-text");
  var copy = document.getElementById("share-copy");
  if (text && copy) {
    if (!fromDisk && text.textContent.indexOf("http") < 0) { text.textContent += "\n" + location.origin + location.pathname; }
    copy.hidden = false;
    copy.addEventListener("click", function () {
      var pick = document.createRange();
      pick.selectNodeContents(text);
      var now = getSelection();
      now.removeAllRanges();
      now.addRange(pick);
      if (document.execCommand("copy")) { document.getElementById("share-done").textContent = copy.dataset.done; }
    });
  }

  var find = document.getElementById("find");
  if (!find) { return; }
  var box = document.getElementById("q");
  var hits = document.getElementById("hits");
  var said = document.getElementById("said");
  var asked = false;
  find.hidden = false;

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’`.]/g, "")
      .replace(/[^a-z0-9]+/g, " ").trim();
  }
  var idle = ["county", "condado", "de", "del", "la", "el", "the", "of", "parish", "parroquia", "city", "ciudad"];
  function words(text) {
    var all = fold(text).split(" ");
    var kept = all.filter(function (w) { return w && idle.indexOf(w) < 0; });
    return kept.length ? kept : all.filter(Boolean);
  }
  /* Share of letters that agree, by the edit distance in which neighbours may have changed places. */
  function alike(a, b) {
    if (b.indexOf(a) === 0) { return a.length === b.length ? 1 : 0.9 + 0.09 * a.length / b.length; }
    var n = a.length, m = b.length, i, j;
    if (Math.abs(n - m) > Math.max(2, n / 3)) { return 0; }
    var two = [], one = [], row = [];
    for (j = 0; j <= m; j++) { one[j] = j; }
    for (i = 1; i <= n; i++) {
      row = [i];
      for (j = 1; j <= m; j++) {
        var same = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) { row[j] = Math.min(row[j], two[j - 2] + 1); }
      }
      two = one; one = row;
    }
    return Math.max(0, 1 - row[m] / Math.max(n, m));
  }
  /* How well a place answers; among equals the one with fewer words in its name. */
  function score(query, place, named) {
    var sum = 0, i, j;
    for (i = 0; i < query.length; i++) {
      var best = 0;
      for (j = 0; j < place.length; j++) {
        var s = alike(query[i], place[j]) - (j === 0 ? 0 : 0.01);
        if (s > best) { best = s; }
      }
      if (best < 0.62) { return 0; }
      sum += best;
    }
    return sum / query.length - 0.002 * named;
  }
  var places = null;
  function load() {
    if (places || asked) { return; }
    asked = true;
    var script = document.createElement("script");
    script.src = find.dataset.places;
    script.onload = function () {
      places = window.writwatchPlaces.map(function (p) { return { to: p[0], name: p[1], words: words(p[1] + " " + p[2]), named: words(p[1].split(",")[0]).length }; });
      show();
    };
    document.head.appendChild(script);
  }
  function hit(to, name) {
    var li = document.createElement("li");
    var a = document.createElement("a");
    a.href = to;
    a.textContent = name;
    li.appendChild(a);
    hits.appendChild(li);
  }
  /* A table of ZIP codes is there only when who runs the site supplied one; it is looked up here and sent nowhere. */
  var zips = null, zipsAsked = false;
  function zip(code) {
    if (!find.dataset.zips) { said.textContent = find.dataset.zip; return; }
    if (!zips) {
      if (zipsAsked) { return; }
      zipsAsked = true;
      var script = document.createElement("script");
      script.src = find.dataset.zips;
      script.onload = function () { zips = window.writwatchZips; show(); };
      document.head.appendChild(script);
      return;
    }
    if (!places || !/^\d{5}$/.test(code)) { return; }
    var counties = zips[code] || [];
    said.textContent = counties.length ? find.dataset.found : find.dataset.zipNone;
    counties.forEach(function (slug) {
      var place = places.filter(function (p) { return p.to.indexOf("/" + slug + ".html") > 0; })[0];
      if (place) { hit(place.to, place.name); }
    });
  }
  function show() {
    hits.textContent = "";
    said.textContent = "";
    var typed = box.value.slice(0, 80);
    if (/^\s*\d{3,}/.test(typed)) { zip(typed.trim()); return; }
    var query = words(typed);
    if (!places || query.join("").length < 2) { return; }
    var found = [];
    places.forEach(function (p, i) {
      var s = score(query, p.words, p.named);
      if (s > 0) { found.push([s, i]); }
    });
    found.sort(function (x, y) { return y[0] - x[0] || x[1] - y[1]; });
    said.textContent = found.length ? find.dataset.found : find.dataset.none;
    found.slice(0, 5).forEach(function (f) {
      hit(places[f[1]].to, places[f[1]].name);
    });
  }
  box.addEventListener("focus", load);
  box.addEventListener("input", function () { load(); show(); });
  box.addEventListener("keydown", function (e) {
    if (e.key === "Enter" && hits.firstChild) { location.href = hits.querySelector("a").href; }
  });
})();
