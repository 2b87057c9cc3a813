-- Asks for the pages named in PAGES one after the other, each connection from a place of its own; waits DELAY ms before each.
local pages = {}
for line in io.lines(os.getenv("PAGES")) do pages[#pages + 1] = line end
local wait = tonumber(os.getenv("DELAY") or "0")
local seen = 0
local threads = 0
function setup(thread)
  thread:set("first", threads * 997)
  threads = threads + 1
end
function init()
  seen = first or 0
  wrk.headers["Accept-Encoding"] = "gzip"
end
function request()
  seen = seen + 1
  return wrk.format("GET", pages[seen % #pages + 1])
end
if wait > 0 then
  function delay() return wait end
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("requests %d seconds %.1f p50 %.1f p95 %.1f p99 %.1f failed %d\n", summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
