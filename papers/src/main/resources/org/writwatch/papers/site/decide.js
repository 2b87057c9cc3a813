/* Decides a sheet of the law on the reader's own device, from the reader's answers alone. A rule is met when it is met
   whatever the unknown facts turn out to be (supervaluation), as the program itself decides. */
(function (home) {
  "use strict";
  var GAP = null;
  var HELD = ["time.response_over", "time.appeal_over", "time.suit_open", "time.writ_open", "time.report_over", "time.cert_over"];

  function not(t) { return t === GAP ? GAP : !t; }
  /* An answer: true, false, "2026-08-03", a number or a word; undefined when it is not known. */
  function has(facts, id) { return Object.prototype.hasOwnProperty.call(facts, id); }
  function isDay(v) { return typeof v === "string" && /^\d{4}-\d{2}-\d{2}$/.test(v); }
  function stated(facts, id) { return has(facts, id) ? facts[id] !== false : GAP; }

  /* Days and years as text compare as they follow each other. */
  function between(cut, value) {
    var v = String(value);
    return v <= cut.old_to ? cut.old : v >= cut.new_from ? cut["new"] : GAP;
  }
  function latest(facts, ids) {
    return ids.map(function (f) { return facts[f]; }).filter(isDay).sort().pop();
  }
  function timed(cut, facts) {
    var day = has(facts, cut.fact) ? facts[cut.fact] : undefined;
    var over;
    switch (cut.kind) {
      case "response":
        if (!isDay(day)) { return stated(facts, "answered") === true || day === false ? false : GAP; }
        over = between(cut, day);
        if (over === false || stated(facts, "answered") === true) { return false; }
        return over === true ? not(stated(facts, "answered")) : GAP;
      case "suit":
        if (isDay(day)) { return between(cut, day); }
        day = latest(facts, ["request_date", "denial_date", "appeal_date"]);
        return day && between(cut, day) === true ? true : GAP;
      case "writ":
        return isDay(day) ? between(cut, day) : GAP;
      case "report":
        return typeof day === "number" ? between(cut, day) : GAP;
      case "certification":
        if (!isDay(day)) { return day === false ? false : GAP; }
        var removal = stated(facts, "in_removal_proceedings");
        var usual = between(cut, day), longer = between(cut.removal, day);
        return removal === GAP ? (usual === longer ? usual : GAP) : removal ? longer : usual;
      case "clocks":
        var form = has(facts, "uscis_form") ? cut.forms[facts.uscis_form] : GAP;
        return form && typeof form === "object" ? timed(form, facts) : form === undefined ? GAP : form;
      default: /* appeal, clock: counted from a day; not begun, not over */
        return isDay(day) ? between(cut, day) : day === false ? false : GAP;
    }
  }

  function known(sheet, claim, facts, name) {
    var colon = name.indexOf(":");
    if (sheet.days[name]) { return timed(sheet.days[name], facts); }
    if (sheet.forms[name]) {
      var form = has(facts, "uscis_form") ? sheet.forms[name][facts.uscis_form] : GAP;
      return form === undefined ? GAP : form;
    }
    if (sheet.reads[name]) {
      return sheet.reads[name].some(function (f) { return stated(facts, f) === true; }) ? true : GAP;
    }
    if (name === "respondent.federal" || name === "respondent.forum_fits") {
      if (!facts.sovereign) { return GAP; }
      var federal = facts.sovereign === "federal";
      return name === "respondent.federal" || sheet.code === "US" ? federal : !federal;
    }
    if (colon > 0) {
      var id = name.slice(0, colon), word = name.slice(colon + 1);
      if (id === "vehicle") { return (has(facts, id) ? facts[id] : claim.vehicle) === word; }
      return has(facts, id) ? facts[id] === word : GAP;
    }
    if (has(facts, name)) { return facts[name] !== false; }
    return sheet.contradictions.some(function (p) {
      return (p[0] === name && stated(facts, p[1]) === true) || (p[1] === name && stated(facts, p[0]) === true);
    }) ? false : GAP;
  }

  /* The rule with what is known put in: true, false, or a rule over unknown atoms. */
  function reduce(rule, value) {
    if (rule === true || rule === false) { return rule; }
    if (typeof rule === "string") { var v = value(rule); return v === GAP ? rule : v; }
    var head = rule[0];
    if (head === "not") {
      var inner = reduce(rule[1], value);
      return typeof inner === "boolean" ? !inner : ["not", inner];
    }
    var need = head === "atleast" ? rule[1] : head === "any" ? 1 : rule.length - 1;
    var open = [];
    rule.slice(head === "atleast" ? 2 : 1).forEach(function (part) {
      var r = reduce(part, value);
      if (r === true) { need -= 1; } else if (r !== false) { open.push(r); }
    });
    if (need <= 0) { return true; }
    if (need > open.length) { return false; }
    return open.length === 1 ? open[0] : ["atleast", need].concat(open);
  }
  function atoms(rule, into) {
    if (typeof rule === "string") { if (into.indexOf(rule) < 0) { into.push(rule); } }
    else if (Array.isArray(rule)) { rule.slice(rule[0] === "atleast" ? 2 : 1).forEach(function (r) { atoms(r, into); }); }
    return into;
  }
  /* Met under every completion, under none, or it hangs on what is unknown. */
  function settle(rule) {
    if (typeof rule === "boolean") { return rule; }
    var first = atoms(rule, [])[0];
    var yes = settle(reduce(rule, function (a) { return a === first ? true : GAP; }));
    if (yes === GAP) { return GAP; }
    var no = settle(reduce(rule, function (a) { return a === first ? false : GAP; }));
    return yes === no ? yes : GAP;
  }
  /* Whether some completion of the rule turns on an atom. Past the steps it may take, it is asked about all the same. */
  function turnsOn(rule, atom, steps) {
    if (typeof rule === "boolean") { return false; }
    var all = atoms(rule, []);
    if (all.indexOf(atom) < 0) { return false; }
    var other = all.filter(function (a) { return a !== atom; })[0];
    if (other === undefined) { return settle(rule) === GAP; }
    if (steps.left <= 0) { return true; }
    steps.left -= 1;
    return [true, false].some(function (v) {
      return turnsOn(reduce(rule, function (a) { return a === other ? v : GAP; }), atom, steps);
    });
  }
  /* The rules that share an atom with the first, or with one that does: the others can be met whatever these come to. */
  function together(first, rules) {
    var own = atoms(first, []), group = [first], rest = rules.filter(function (r) { return r !== first; }), grown = true;
    function touches(r) { return atoms(r, []).some(function (a) { return own.indexOf(a) >= 0; }); }
    while (grown) {
      var near = rest.filter(touches);
      grown = near.length > 0;
      rest = rest.filter(function (r) { return near.indexOf(r) < 0; });
      near.forEach(function (r) { group.push(r); atoms(r, own); });
    }
    return ["all"].concat(group);
  }
  /* The facts that could settle an atom. */
  function learnedBy(sheet, facts, name) {
    var cut = sheet.days[name];
    var ids;
    if (cut) {
      var form = cut.kind === "clocks" && has(facts, "uscis_form") ? cut.forms[facts.uscis_form] : GAP;
      ids = cut.kind !== "clocks" ? [cut.fact] : form && form.fact ? [form.fact] : ["uscis_form"];
      if (cut.kind === "response") { ids = cut.old === GAP && cut["new"] === GAP ? [] : ids.concat("answered"); }
      if (cut.kind === "certification") { ids = ids.concat("in_removal_proceedings"); }
    } else if (sheet.forms[name]) {
      ids = ["uscis_form"];
    } else if (sheet.reads[name]) {
      ids = sheet.reads[name];
    } else if (name.indexOf("time.") === 0) { /* no days are held for it, or the program alone counts them */
      ids = HELD.indexOf(name) >= 0 ? [] : ["filed_date"];
    } else {
      ids = [name.indexOf(":") > 0 ? name.slice(0, name.indexOf(":")) : name];
    }
    return ids.filter(function (f) { return !has(facts, f); });
  }

  /* One claim: its word, why, and the facts that it still hangs on. */
  function claim(sheet, id, facts) {
    var rules = sheet.claims[id];
    var parts = rules.parts.map(function (p) {
      var left = reduce(p.rule, function (a) { return known(sheet, rules, facts, a); });
      return { id: p.id, kind: p.kind, rank: p.rank, gives: p.gives, truth: settle(left), left: left };
    });
    var failing = parts.filter(function (p) { return p.truth === false; });
    var open = parts.filter(function (p) { return p.truth === GAP; });
    var word, because;
    if (failing.length) {
      var rank = Math.min.apply(null, failing.map(function (p) { return p.rank; }));
      word = failing.filter(function (p) { return p.rank === rank; })[0].gives;
      because = failing.filter(function (p) { return p.gives === word; });
    } else if (open.length) {
      word = rules.unless || "unknown_missing_facts";
      because = open;
    } else {
      word = "viable_subject_to_attorney_review";
      because = [];
    }
    var facing = [];
    (failing.length ? [] : open).forEach(function (p) {
      var whole = reduce(together(p.left, open.map(function (o) { return o.left; })), function () { return GAP; });
      atoms(p.left, []).filter(function (a) { return turnsOn(whole, a, { left: 2000 }); }).forEach(function (a) {
        learnedBy(sheet, facts, a).forEach(function (f) { if (facing.indexOf(f) < 0) { facing.push(f); } });
      });
    });
    return { id: id, word: word, because: because, ended: failing.length > 0, hangsOn: facing, ways: rules.ways };
  }

  home.writwatchDecide = { claim: claim };
})(typeof window === "undefined" ? globalThis : window);
