/* Writes the request from the reader's own words, counts the day its answer is due, and makes the files. All of it stays on
   this page. */
(function () {
  "use strict";
  var builder = document.getElementById("builder");
  var letter = document.getElementById("letter");
  if (!builder || !letter) { return; }
  var blank = letter.textContent;
  var by = function (id) { return document.getElementById(id); };
  var ticks = [].slice.call(builder.querySelectorAll("input[type=checkbox]"));
  builder.hidden = false;
  by("letter-do").hidden = false;

  function plain(id, gap) { return by(id).value.replace(/[\u0000-\u001f\u007f]+/g, " ").trim().slice(0, 200) || gap; }
  function lines() {
    var dropped = ticks.filter(function (t) { return !t.checked; }).map(function (t) { return "- " + t.dataset.en; });
    return blank.split("\n").filter(function (l) { return dropped.indexOf(l) < 0; }).join("\n")
      .split("[AGENCY]").join(plain("r-agency", "[AGENCY]"))
      .split("[YOUR NAME]").join(plain("r-name", "[YOUR NAME]"))
      .split("[HOW TO REACH YOU]").join(plain("r-reach", "[HOW TO REACH YOU]"))
      .split("[FIRST DAY]").join(by("r-from").value || "[FIRST DAY]");
  }
  function write() { letter.textContent = lines(); by("done").textContent = ""; }
  builder.addEventListener("input", write);
  builder.addEventListener("change", write);
  write();

  function save(name, type, text) {
    var url = URL.createObjectURL(new Blob([text], { type: type }));
    var a = document.createElement("a");
    a.href = url;
    a.download = name;
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  }
  by("copy").addEventListener("click", function () {
    var pick = document.createRange();
    pick.selectNodeContents(letter);
    var now = getSelection();
    now.removeAllRanges();
    now.addRange(pick);
    if (document.execCommand("copy")) { by("done").textContent = builder.dataset.copied; }
  });
  by("txt").addEventListener("click", function () { save("records-request.txt", "text/plain", lines()); });
  by("eml").addEventListener("click", function () {
    var subject = lines().split("\n").filter(function (l) { return /^Subject: /.test(l); })[0] || "Subject: Records request";
    var ascii = subject.replace(/[^\x20-\x7e]+/g, function (s) { return s === "§" ? "Sec." : " "; });
    save("records-request.eml", "message/rfc822", [ascii, "X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit", "", lines().replace(/\n/g, "\r\n")].join("\r\n"));
  });

  var day = by("day");
  if (!day || !builder.dataset.due) { return; }
  day.hidden = false;
  var DAY = 86400000;
  var first = Date.parse(builder.dataset.first + "T00:00:00Z");
  var spans = builder.dataset.due.split(" ");
  var due = null;
  function iso(t) { return new Date(t).toISOString().slice(0, 10); }
  function shown(t) { return new Intl.DateTimeFormat(builder.dataset.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(t)); }
  by("d-sent").min = builder.dataset.first;
  by("d-sent").max = iso(first + (spans.length - 1) * DAY);
  by("d-sent").addEventListener("input", function () {
    var sent = Date.parse(this.value + "T00:00:00Z");
    var span = spans[Math.round((sent - first) / DAY)];
    due = null;
    by("ics").hidden = true;
    if (!span) { by("d-due").textContent = this.value ? builder.dataset.dueNone : ""; return; }
    var days = span.split("/").map(function (n) { return parseInt(n, 36); });
    due = sent + days[0] * DAY;
    by("d-due").textContent = builder.dataset.dueText.replace("{0}", shown(due)) +
      (days.length > 1 ? " " + builder.dataset.dueRange.replace("{0}", shown(sent + days[1] * DAY)) : "");
    by("ics").hidden = false;
  });
  by("ics").addEventListener("click", function () {
    var on = iso(due).replace(/-/g, ""), after = iso(due + DAY).replace(/-/g, "");
    save("records-answer-due.ics", "text/calendar", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Writwatch//records//EN", "BEGIN:VEVENT",
      "UID:records-answer-" + on + "@writwatch", "DTSTAMP:" + iso(first).replace(/-/g, "") + "T000000Z", "DTSTART;VALUE=DATE:" + on, "DTEND;VALUE=DATE:" + after,
      "SUMMARY:" + builder.dataset.event.replace(/([\\;,])/g, "\\$1"), "END:VEVENT", "END:VCALENDAR", ""].join("\r\n"));
  });
})();
