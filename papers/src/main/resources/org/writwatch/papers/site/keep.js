/* Keeps the help page, the card and the last county seen on the device, so that they open with no network. */
"use strict";
var KEPT = "writwatch-kept";
var ALWAYS = [
  "assets/site.css", "assets/site.js", "en/someone-was-detained.html", "es/detuvieron-a-alguien.html",
  "en/rights-card.html", "es/tarjeta-de-derechos.html", "en/free-legal-help.html", "es/ayuda-legal-gratis.html"
];
self.addEventListener("install", function (e) {
  e.waitUntil(caches.open(KEPT).then(function (c) { return c.addAll(ALWAYS); }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (e) { e.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (e) {
  var url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin) { return; }
  var county = /\/(county|condado)\/[^/]+$/.test(url.pathname);
  e.respondWith(fetch(e.request).then(function (answer) {
    if (!answer.ok) { return answer; }
    var copy = answer.clone();
    return caches.open(KEPT).then(function (c) {
      if (!county) { return c.match(e.request).then(function (held) { return held ? c.put(e.request, copy) : null; }); }
      return c.keys().then(function (keys) {
        return Promise.all(keys.filter(function (k) { return /\/(county|condado)\//.test(k.url); }).map(function (k) { return c.delete(k); }));
      }).then(function () { return c.put(e.request, copy); });
    }).then(function () { return answer; });
  }).catch(function () {
    return caches.match(e.request).then(function (held) { return held || Response.error(); });
  }));
});
