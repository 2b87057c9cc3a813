// The same number of days and places with suncalc (npm). node dusk.js COUNT; NODE_PATH or a folder node_modules holds it.
let SunCalc;
try {
  SunCalc = require('suncalc');
} catch (e) {
  console.log('suncalc dusk: not installed here (npm install suncalc)');
  process.exit(0);
}
const count = Number(process.argv[2]);
let seed = 12345;
const next = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296);
const start = process.cpuUsage();
let sum = 0;
for (let i = 0; i < count; i++) {
  const date = new Date(Date.UTC(2015, 0, 1, 17) + Math.floor(next() * 1826) * 86400000);
  sum += SunCalc.getTimes(date, 33.8 + 2.7 * next(), -84.3 + 8.8 * next()).dusk.getTime() % 86400000;
}
const used = process.cpuUsage(start);
console.log(`suncalc dusk ${count} cpu=${((used.user + used.system) / 1e6).toFixed(3)} rss=${Math.round(process.memoryUsage().rss / 1048576)} ${sum / count / 60000}`);
