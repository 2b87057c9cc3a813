/* Filters a list or a table on the device. What is chosen stands behind the # of the address, which browsers do not send. A
   control names in data-key what of a row it looks at; a row holds the keys it has, with spaces between, or is searched as text. */
(function () {
  "use strict";
  var filter = document.getElementById("filter");
  if (!filter) { return; }
  var all = [].slice.call(document.querySelectorAll(filter.dataset.rows));
  var boxes = [].slice.call(filter.querySelectorAll("[data-key]"));
  filter.hidden = false;
  filter.classList.add("is-on");
  function fold(t) { return t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  var texts = null;
  function matches(li, i) {
    return boxes.every(function (box) {
      if (!box.value) { return true; }
      if (box.tagName === "SELECT") { return (li.dataset[box.dataset.key] || "").split(" ").indexOf(box.value) >= 0; }
      if (!texts) { texts = all.map(function (row) { return fold(row.textContent); }); }
      return fold(box.value.slice(0, 60)).split(/\s+/).filter(Boolean).every(function (w) { return texts[i].indexOf(w) >= 0; });
    });
  }
  function show() {
    var shown = 0;
    all.forEach(function (li, i) {
      var ok = matches(li, i);
      li.hidden = !ok;
      if (ok) { shown += 1; }
    });
    filter.querySelector("[role=status]").textContent = filter.dataset.count.replace("{0}", String(shown));
    var state = boxes.filter(function (box) { return box.value; })
      .map(function (box) { return box.dataset.key + "=" + encodeURIComponent(box.value.slice(0, 60)); }).join("&");
    history.replaceState(null, "", state ? "#" + state : location.pathname);
    [].forEach.call(document.querySelectorAll("a.twin"), function (a) { a.href = a.href.split("#")[0] + (state ? "#" + state : ""); });
  }
  function restore() {
    boxes.forEach(function (box) { box.value = ""; });
    location.hash.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("="), key = pair.slice(0, at);
      boxes.forEach(function (box) {
        if (at > 0 && box.dataset.key === key) { try { box.value = decodeURIComponent(pair.slice(at + 1)); } catch (e) { /* not ours */ } }
      });
    });
    show();
  }
  filter.addEventListener("input", show);
  filter.addEventListener("change", show);
  window.addEventListener("hashchange", restore);
  restore();
})();
