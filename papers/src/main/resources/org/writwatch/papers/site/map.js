/* Moves the map and its table through the days on which the lists changed. The page is whole without it. */
(function () {
  "use strict";
  var days = document.getElementById("days"), told = window.writwatchDays;
  if (!days || !told) { return; }
  var slider = document.getElementById("day");
  var rows = document.querySelectorAll("#twin tbody tr");
  var words = {}, counts = {};
  [].forEach.call(document.querySelectorAll("[data-answer]"), function (e) { words[e.dataset.answer] = e.textContent; });
  [].forEach.call(document.querySelectorAll("[data-count]"), function (e) { counts[e.dataset.count] = e; });
  var state = document.getElementById("map-state");
  var number = new Intl.NumberFormat(days.dataset.lang);
  var day = new Intl.DateTimeFormat(days.dataset.lang, { dateStyle: "long", timeZone: "UTC" });
  /* Shapes lie in groups by answer; the table has the order of the data. A name has no colon. */
  var shapes = {}, names = [];
  [].forEach.call(document.querySelectorAll(".map path[id]"), function (p) {
    shapes[p.firstChild.textContent.split(": ")[0].toLowerCase()] = p;
  });
  [].forEach.call(rows, function (r) { names.push(r.querySelector("th").textContent); });
  var still = {};
  told.answers.forEach(function (a) { still[a] = 0; });
  var moves = {};
  told.changed.forEach(function (c) { moves[c[0]] = true; });
  [].forEach.call(rows, function (r, i) {
    var key = /is-([a-z-]+)/.exec(r.querySelector("td").className);
    if (!moves[i] && key) { still[key[1]] += 1; }
  });
  function show() {
    var at = Number(slider.value), sums = {};
    told.answers.forEach(function (a) { sums[a] = still[a]; });
    told.changed.forEach(function (c) {
      var answer = told.answers[c[1].charCodeAt(at) - 97];
      sums[answer] += 1;
      var cell = rows[c[0]].querySelector("td");
      if (cell.className === "says is-" + answer) { return; }
      cell.className = "says is-" + answer;
      cell.textContent = words[answer];
      var shape = shapes[names[c[0]].toLowerCase()];
      if (shape) {
        shape.setAttribute("fill", "url(#map-" + answer + ")");
        shape.firstChild.textContent = names[c[0]] + ": " + words[answer];
      }
    });
    told.answers.forEach(function (a) { if (counts[a]) { counts[a].textContent = number.format(sums[a]); } });
    var date = day.format(new Date(told.days[at] + "T00:00:00Z"));
    var text = days.dataset.said.replace("{0}", date);
    document.getElementById("day-said").textContent = text + " " + words.yes + ": " + number.format(sums.yes || 0) + ".";
    slider.setAttribute("aria-valuetext", date);
    document.getElementById("day-before").disabled = at === 0;
    document.getElementById("day-after").disabled = at === told.days.length - 1;
    keep(at);
  }
  /* The day and the state stand behind the # of the address, which browsers do not send. */
  function keep(at) {
    [].forEach.call(rows, function (r) { r.hidden = state.value !== "" && r.dataset.state !== state.value; });
    var parts = (at === told.days.length - 1 ? [] : ["day=" + told.days[at]]).concat(state.value ? ["state=" + state.value] : []);
    history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname);
    [].forEach.call(document.querySelectorAll("a.twin"), function (a) { a.href = a.href.split("#")[0] + (parts.length ? "#" + parts.join("&") : ""); });
  }
  function restore() {
    var given = /(?:^#|&)day=(\d{4}-\d{2}-\d{2})/.exec(location.hash), last = told.days.length - 1, at = last;
    if (given) { at = Math.max(0, told.days.filter(function (d) { return d <= given[1]; }).length - 1); }
    var of = /(?:^#|&)state=([A-Z]{2})(?:&|$)/.exec(location.hash);
    state.value = of && state.querySelector('option[value="' + of[1] + '"]') ? of[1] : "";
    slider.value = String(at);
    show();
  }
  function step(by) { slider.value = String(Number(slider.value) + by); show(); }
  slider.addEventListener("input", show);
  document.getElementById("day-before").addEventListener("click", function () { step(-1); });
  document.getElementById("day-after").addEventListener("click", function () { step(1); });
  state.addEventListener("change", show);
  state.parentNode.hidden = false;
  days.hidden = false;
  window.addEventListener("hashchange", restore);
  restore();
})();
