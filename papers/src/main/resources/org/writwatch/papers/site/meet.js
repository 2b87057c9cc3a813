/* Puts a time the reader would like into the letter, and makes a calendar entry on the device. Nothing is sent or kept here. */
(function () {
  "use strict";
  var box = document.getElementById("meet-when"), day = document.getElementById("meet-day");
  var mail = document.getElementById("meet-mail"), chat = document.getElementById("meet-chat"), ics = document.getElementById("meet-ics");
  if (!box || !day || !mail) { return; }
  var plain = mail.href, said = chat ? chat.href : "";
  box.hidden = false;
  function chosen() { return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(day.value) ? day.value.slice(0, 16) : ""; }
  function shown() {
    return new Intl.DateTimeFormat(box.dataset.lang, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" }).format(new Date(chosen() + ":00Z"));
  }
  day.addEventListener("input", function () {
    var more = chosen() ? encodeURIComponent("\n" + box.dataset.line.replace("{0}", shown())) : "";
    mail.href = plain + more;
    if (chat) { chat.href = said + more; }
    ics.hidden = !chosen();
  });
  ics.addEventListener("click", function () {
    var at = chosen().replace(/[-:]/g, "") + "00";
    var end = new Date(Date.parse(chosen() + ":00Z") + Number(box.dataset.minutes) * 60000).toISOString().slice(0, 19).replace(/[-:]/g, "");
    var text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Writwatch//EN", "BEGIN:VEVENT", "UID:" + at + "-meet@writwatch.invalid",
      "DTSTAMP:" + at + "Z", "DTSTART:" + at, "DTEND:" + end, "STATUS:TENTATIVE", "SUMMARY:" + box.dataset.summary.replace(/([,;\\])/g, "\\$1"),
      "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
    var url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    var a = document.createElement("a");
    a.href = url;
    a.download = "appointment.ics";
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  });
})();
