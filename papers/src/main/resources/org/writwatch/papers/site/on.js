/* Says before the page is drawn that script runs, and that the data are old, so that nothing jumps afterwards. */
(function (root) {
  "use strict";
  root.classList.add("js");
  if (Date.now() - Date.parse(root.dataset.day + "T00:00:00Z") > 30 * 86400000) { root.classList.add("is-old"); }
})(document.documentElement);
