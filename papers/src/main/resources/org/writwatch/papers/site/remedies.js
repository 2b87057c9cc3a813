/* The questions one screen at a time, from the sheet of the law beside it. Answers stay in this tab and end with it; the
   file for the command line is made here and sent nowhere. */
(function () {
  "use strict";
  var ask = document.getElementById("ask");
  var sheet = window.writwatchSheet, words = window.writwatchWords, decide = window.writwatchDecide;
  if (!ask || !sheet || !words || !decide) { return; }
  var MOST = 12;
  var say = words.say;
  var store = "writwatch-ask-" + sheet.code;
  var pageTitle = document.title;
  var told = { answers: {}, at: 0 };
  try { told = JSON.parse(sessionStorage.getItem(store)) || told; } catch (e) { /* not kept then */ }
  function keep() { try { sessionStorage.setItem(store, JSON.stringify(told)); } catch (e) { /* not kept then */ } }

  function given(id) {
    var v = told.answers[id];
    return v === undefined || v === "unknown" ? undefined : v;
  }
  function claims() {
    var c = given("claim");
    return c ? [c] : ["A", "D", "E"];
  }
  /* The screens so far and the next one. The same answers lead to the same screens, so going back loses none. */
  function path() {
    var asked = ["held_now", "claim", "sovereign"];
    while (asked.length < MOST - 1) {
      var next = following(asked);
      if (!next) { break; }
      asked.push(next);
      if (told.answers[next] === undefined) { break; }
    }
    return asked;
  }
  function facts(asked) {
    var known = {};
    asked.forEach(function (id) {
      if (id !== "claim" && given(id) !== undefined) { known[id] = given(id); }
    });
    return known;
  }
  function following(asked) {
    var known = facts(asked);
    var open = claims().map(function (c) { return decide.claim(sheet, c, known); })
      .filter(function (r) { return !r.ended; })
      .map(function (r) {
        return r.hangsOn.filter(function (f) { return words.facts[f] && asked.indexOf(f) < 0; })
          .sort(function (a, b) { return words.facts[a].cost - words.facts[b].cost || words.facts[a].order - words.facts[b].order; });
      }).filter(function (l) { return l.length; });
    return open.length ? open[asked.length % open.length][0] : null;
  }

  function el(tag, text, more) {
    var e = document.createElement(tag);
    if (text) { e.textContent = text; }
    Object.keys(more || {}).forEach(function (k) { e.setAttribute(k, more[k]); });
    return e;
  }
  function button(text, act, more) {
    var b = el("button", text, more);
    b.type = "button";
    b.addEventListener("click", act);
    return b;
  }
  function show() {
    var asked = path();
    if (told.at > asked.length) { told.at = asked.length; }
    var done = told.at >= asked.length && (asked.length >= MOST - 1 || !following(asked));
    if (told.at >= asked.length && !done) { told.at = asked.length - 1; }
    keep();
    ask.textContent = "";
    /* As without script: someone who does not know whether a person is held sees it too. */
    if (told.answers.held_now === true || told.answers.held_now === "unknown") {
      var first = el("div", "", { "class": "help", role: "alert" });
      first.appendChild(el("p", document.getElementById("emergency").textContent));
      var help = el("p");
      help.appendChild(el("a", say.help, { href: document.querySelector(".detained").href }));
      first.appendChild(help);
      ask.appendChild(first);
    }
    var id = done ? null : asked[told.at];
    var head = el("h2", done ? say.outcome : question(id), { tabindex: "-1", id: "screen" });
    ask.appendChild(el("p", say.screen.replace("{0}", String(told.at + 1)).replace("{1}", String(MOST)), { "class": "quiet" }));
    ask.appendChild(head);
    document.title = head.textContent + " – " + pageTitle;
    if (done) { outcome(asked); } else { answers(id); }
    var under = el("p", "", { "class": "under" });
    if (told.at > 0) { under.appendChild(button(say.back, function () { told.at -= 1; show(); focus(); }, { id: "back" })); }
    under.appendChild(button(say.clear, function () {
      told = { answers: {}, at: 0 };
      try { sessionStorage.removeItem(store); } catch (e) { /* nothing was kept */ }
      show(); focus();
    }, { id: "clear" }));
    ask.appendChild(under);
  }
  function focus() { var h = document.getElementById("screen"); if (h) { h.focus(); } }
  function question(id) { return id === "claim" || id === "sovereign" ? say[id] : words.facts[id].question; }
  function answer(id, value) {
    told.answers[id] = value;
    told.at += 1;
    show(); focus();
  }
  function choice(list, id, value, text) {
    var now = told.answers[id] === value;
    list.appendChild(button(text, function () { answer(id, value); }, { "class": now ? "is-given" : "", "aria-pressed": now ? "true" : "false" }));
  }
  function answers(id) {
    var fact = words.facts[id];
    if (fact) { ask.appendChild(el("p", fact.meaning, { "class": "quiet", id: "why" })); }
    var list = el("div", "", { "class": "choices" });
    var kind = fact ? fact.kind : "choice";
    var choices = id === "claim" ? words.claims : id === "sovereign" ? say.sovereigns : fact ? fact.choices : [];
    if (kind === "choice") {
      choices.forEach(function (c) { choice(list, id, c[0], c[1]); });
    } else {
      if (kind !== "yes_no") { typed(list, id, kind); }
      if (kind !== "number") { choice(list, id, true, kind === "date" ? say.undated : say.yes); choice(list, id, false, say.no); }
    }
    choice(list, id, "unknown", say.unknown);
    ask.appendChild(list);
  }
  function typed(list, id, kind) {
    var label = el("label", kind === "date" ? say.date : say.number, { "for": "typed" });
    var box = el("input", "", { id: "typed", type: kind === "date" ? "date" : "number", max: kind === "date" ? sheet.as_of : "9999", min: kind === "date" ? "1950-01-01" : "0", autocomplete: "off" });
    var fault = el("p", "", { role: "alert", "class": "trouble", hidden: "" });
    var held = told.answers[id];
    if (typeof held === "number" || (typeof held === "string" && held !== "unknown")) { box.value = String(held); }
    list.appendChild(label);
    list.appendChild(box);
    list.appendChild(button(say.next, function () {
      var ok = kind === "date" ? /^\d{4}-\d{2}-\d{2}$/.test(box.value) && box.value <= sheet.as_of : /^\d{1,4}$/.test(box.value);
      fault.hidden = ok;
      fault.textContent = ok ? "" : kind === "date" ? say.badDate.replace("{0}", sheet.as_of) : say.badNumber;
      if (ok) { answer(id, kind === "date" ? box.value : Number(box.value)); } else { box.focus(); }
    }));
    list.appendChild(fault);
  }
  function outcome(asked) {
    var known = facts(asked);
    claims().forEach(function (c) {
      var r = decide.claim(sheet, c, known);
      ask.appendChild(el("h3", words.claims.filter(function (x) { return x[0] === c; })[0][1]));
      ask.appendChild(el("p", words.results[r.word].name, { "class": "verdict is-result", "data-word": r.word, "data-claim": c }));
      ask.appendChild(el("p", words.results[r.word].means));
      if (r.because.length) {
        ask.appendChild(el("p", r.ended ? say.why : say.open));
        var why = el("ul");
        r.because.forEach(function (p) { why.appendChild(el("li", words.parts[c + " " + p.id][r.ended ? 0 : 1])); });
        ask.appendChild(why);
      }
      ask.appendChild(el("p", say.ways));
      var ways = el("ul");
      r.ways.forEach(function (id) {
        var li = el("li"), way = document.getElementById("way-" + id);
        li.appendChild(el("a", way.querySelector("dt").textContent, { href: "#way-" + id }));
        ways.appendChild(li);
      });
      ask.appendChild(ways);
    });
    var records = el("p");
    records.appendChild(document.createTextNode(say.records + " "));
    records.appendChild(el("a", say.recordsLink, { href: ask.dataset.records }));
    ask.appendChild(records);
    ask.appendChild(el("p", say.noOdds));
    ask.appendChild(el("p", say.hand));
    ask.appendChild(button(say.download, function () { download("matter.yaml", matter(known)); }, { id: "download" }));
    var fold = el("details");
    fold.appendChild(el("summary", say.see));
    fold.appendChild(el("pre", matter(known), { id: "matter", "class": "long" }));
    ask.appendChild(fold);
  }
  /* As the command line reads it: words of this page only, so nothing needs quoting but the place. */
  function matter(known) {
    var lines = ["version: 1", "claim: " + (claims().length > 1 ? "[" + claims().join(", ") + "]" : claims()[0]),
      "jurisdiction: \"" + sheet.code + "\""];
    if (known.sovereign) { lines.push("respondent: {sovereign: " + known.sovereign + "}"); }
    lines.push("as_of: " + sheet.as_of);
    var ids = Object.keys(known).filter(function (k) { return k !== "sovereign"; });
    lines.push(ids.length ? "facts:" : "facts: {}");
    ids.forEach(function (k) { lines.push("  " + k + ": " + String(known[k])); });
    return lines.join("\n") + "\n";
  }
  function download(name, text) {
    var url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    var a = el("a", "", { href: url, download: name });
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  }
  document.getElementById("plain").hidden = true;
  ask.hidden = false;
  show();
})();
