/* Filters the list of cases on the device. What is chosen stands behind the # of the address, which browsers do not send. */
(function () {
  "use strict";
  var filter = document.getElementById("filter");
  if (!filter) { return; }
  var all = [].slice.call(document.querySelectorAll(".cases > li"));
  var ids = ["words", "outcome", "claim", "read"];
  var box = {};
  ids.forEach(function (k) { box[k] = document.getElementById("c-" + k); });
  filter.hidden = false;
  function fold(t) { return t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  var texts = all.map(function (li) { return fold(li.textContent); });
  function show() {
    var words = fold(box.words.value.slice(0, 80)).split(/\s+/).filter(Boolean), shown = 0;
    all.forEach(function (li, i) {
      var ok = (!box.outcome.value || li.dataset.outcome === box.outcome.value)
        && (!box.claim.value || li.dataset.claim.split(" ").indexOf(box.claim.value) >= 0)
        && (!box.read.value || li.dataset.read === box.read.value)
        && words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      li.hidden = !ok;
      if (ok) { shown += 1; }
    });
    document.getElementById("c-said").textContent = filter.dataset.count.replace("{0}", String(shown));
    var state = ids.filter(function (k) { return box[k].value; })
      .map(function (k) { return k + "=" + encodeURIComponent(box[k].value.slice(0, 60)); }).join("&");
    history.replaceState(null, "", state ? "#" + state : location.pathname);
    [].forEach.call(document.querySelectorAll("a.twin"), function (a) { a.href = a.href.split("#")[0] + (state ? "#" + state : ""); });
  }
  location.hash.slice(1).split("&").forEach(function (pair) {
    var at = pair.indexOf("="), k = pair.slice(0, at);
    if (at > 0 && box[k]) { try { box[k].value = decodeURIComponent(pair.slice(at + 1)); } catch (e) { /* not ours */ } }
  });
  filter.addEventListener("input", show);
  filter.addEventListener("change", show);
  show();
})();
