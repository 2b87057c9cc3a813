package org.writwatch.app.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Gets one address after the other, politely: one at a time, a pause between two, what robots.txt asks of everyone, a
 * pause when it is asked for; no name of ours, no cookies, bounded size and time. Not safe for use by several threads.
 */
final class Fetcher {
    /** The largest list ever published is under 1 MiB. */
    static final int LARGEST = 32 << 20;

    private static final int REDIRECTS = 5;
    private static final int TOO_MANY = 429;
    private static final String GENERIC_AGENT = "Mozilla/5.0";

    private final Proxy proxy;
    private final Manners manners;
    private final Map<String, Robots> robots = new HashMap<>();
    private boolean first = true;

    /**
     * How patient to be.
     *
     * @param pauseMillis the pause between two requests
     * @param timeoutMillis how long to wait for an answer
     * @param longestWaitSeconds how long a wait the source may ask for before we give up
     */
    record Manners(long pauseMillis, int timeoutMillis, int longestWaitSeconds) {
        static final Manners USUAL = new Manners(1_000, 60_000, 60);

        /** Nobody is spared by a pause between requests to one's own machine. */
        static Manners towards(URI address) {
            String host = String.valueOf(address.getHost());
            boolean own = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
            return own ? new Manners(0, USUAL.timeoutMillis, USUAL.longestWaitSeconds) : USUAL;
        }
    }

    /** By what the source knows the version we hold: its ETag and Last-Modified, either may be empty. */
    record Version(String etag, String modified) {
        static final Version NONE = new Version("", "");
    }

    /**
     * What came.
     *
     * @param unchanged whether the version we hold is still the one; then there is no body
     * @param type the media type in lower case without its parameters; empty when none was sent
     * @param version by what the source knows it
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Answer(boolean unchanged, byte[] body, String type, Version version) {}

    Fetcher(Proxy proxy, Manners manners) {
        this.proxy = proxy;
        this.manners = manners;
    }

    /**
     * "http://host:port" or "socks://host:port".
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Proxy proxy(String address) {
        URI uri = URI.create(address);
        boolean socks = "socks".equals(uri.getScheme()) || "socks5".equals(uri.getScheme());
        if (uri.getHost() == null || uri.getPort() < 0 || !(socks || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(address);
        }
        // The proxy's own name is looked up here; that of the source is not.
        return new Proxy(
                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    /** Whether this is an address that can be got: http or https, with a host. */
    static boolean isWeb(URI address) {
        return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null;
    }

    /**
     * What is at an address.
     *
     * @param held the version we hold; nothing is sent again when it is still the one
     * @throws MachineFailure when the source does not answer, breaks off, does not want programs there, or answers with
     *     anything but 200 or 304
     * @throws BadInput when it answers with more than a list could be
     */
    Answer get(URI address, Version held) {
        URI at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            if (!rules(at).allows(at)) {
                throw new MachineFailure(
                        Phrase.of("app", "sync.robots", String.valueOf(at.getHost()), String.valueOf(at.getPath())),
                        new IOException("robots.txt"));
            }
            try {
                HttpURLConnection to = patient(at, held);
                int status = to.getResponseCode();
                String next = to.getHeaderField("Location");
                if (status == HttpURLConnection.HTTP_NOT_MODIFIED && !held.equals(Version.NONE)) {
                    return new Answer(true, new byte[0], "", held);
                }
                if (status >= 300 && status < 400 && next != null) {
                    at = followed(at, next);
                    continue;
                }
                if (status != HttpURLConnection.HTTP_OK) {
                    throw failed(at, status);
                }
                return new Answer(
                        false, body(to, at), type(to), new Version(header(to, "ETag"), header(to, "Last-Modified")));
            } catch (IOException e) {
                throw unreachable(at, e);
            }
        }
        throw unreachable(at, new IOException("redirects"));
    }

    /** The same host, and never from a sealed connection to an open one. */
    private static URI followed(URI at, String next) {
        URI target;
        try {
            target = at.resolve(next.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw unreachable(at, new IOException(e));
        }
        boolean same = isWeb(target)
                && String.valueOf(at.getHost()).equalsIgnoreCase(target.getHost())
                && !("https".equals(at.getScheme()) && "http".equals(target.getScheme()));
        if (!same) {
            throw new MachineFailure(
                    Phrase.of(
                            "app",
                            "sync.elsewhere",
                            at.getHost(),
                            target.getScheme() + "://" + String.valueOf(target.getHost())),
                    new IOException("redirect"));
        }
        return target;
    }

    /** Asks; when told to come back later, does so once, if that is soon. */
    private HttpURLConnection patient(URI at, Version held) throws IOException {
        HttpURLConnection to = asked(at, held);
        int status = to.getResponseCode();
        if (status != TOO_MANY && status != HttpURLConnection.HTTP_UNAVAILABLE) {
            return to;
        }
        Optional<Long> seconds = retryAfter(to);
        if (seconds.isEmpty()) {
            return to;
        }
        if (seconds.get() > manners.longestWaitSeconds) {
            throw new MachineFailure(
                    Phrase.of("app", "sync.wait", String.valueOf(at.getHost()), seconds.get()),
                    new IOException("status " + status));
        }
        sleep(seconds.get() * 1_000);
        return asked(at, held);
    }

    private HttpURLConnection asked(URI at, Version held) throws IOException {
        if (!first) {
            long asked = Optional.ofNullable(robots.get(authority(at)))
                    .map(Robots::delayMillis)
                    .orElse(0L);
            sleep(Math.max(manners.pauseMillis, asked));
        }
        first = false;
        HttpURLConnection to = (HttpURLConnection) at.toURL().openConnection(proxy);
        to.setInstanceFollowRedirects(false);
        to.setConnectTimeout(manners.timeoutMillis);
        to.setReadTimeout(manners.timeoutMillis);
        to.setUseCaches(false);
        to.setRequestProperty("User-Agent", GENERIC_AGENT);
        to.setRequestProperty("Accept", "*/*");
        if (!held.etag().isEmpty()) {
            to.setRequestProperty("If-None-Match", held.etag());
        }
        if (!held.modified().isEmpty()) {
            to.setRequestProperty("If-Modified-Since", held.modified());
        }
        return to;
    }

    /**
     * What robots.txt asks of everyone. A source that has none forbids nothing (RFC 9309, 2.3.1.3); from one that fails to
     * answer for it nothing is fetched (2.3.1.4).
     */
    private Robots rules(URI at) {
        Robots known = robots.get(authority(at));
        if (known != null) {
            return known;
        }
        Robots rules = Robots.NONE;
        try {
            HttpURLConnection to = asked(at.resolve("/robots.txt"), Version.NONE);
            int status = to.getResponseCode();
            if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                throw new MachineFailure(
                        Phrase.of("app", "sync.robots-down", String.valueOf(at.getHost()), Integer.toString(status)),
                        new IOException("robots.txt"));
            }
            if (status == HttpURLConnection.HTTP_OK) {
                rules = Robots.parse(new String(body(to, at), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unreachable(at, e);
        }
        robots.put(authority(at), rules);
        return rules;
    }

    private static String authority(URI at) {
        return at.getScheme() + "://" + at.getRawAuthority();
    }

    private static byte[] body(HttpURLConnection to, URI at) throws IOException {
        try (InputStream in = to.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new BadInput(
                        name(at),
                        Phrase.of("app", "sync.too-big.found"),
                        Phrase.of("app", "sync.page.expected"),
                        Phrase.of("app", "sync.page.remedy"));
            }
            // The connection says nothing when it is closed before the promised end.
            long promised = to.getContentLengthLong();
            if (promised >= 0 && promised != body.length) {
                throw new MachineFailure(
                        Phrase.of("app", "sync.broke-off", String.valueOf(at.getHost()), (long) body.length, promised),
                        new IOException("broke off"));
            }
            return body;
        }
    }

    private static String type(HttpURLConnection to) {
        String type = header(to, "Content-Type");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String header(HttpURLConnection to, String name) {
        @Nullable String value = to.getHeaderField(name);
        // One line each in the note we keep.
        return value == null || value.length() > 500 || value.chars().anyMatch(c -> c < 0x20) ? "" : value;
    }

    /** Seconds, or a date against the source's own (RFC 9110, 10.2.3). */
    private static Optional<Long> retryAfter(HttpURLConnection to) {
        String asked = header(to, "Retry-After").strip();
        if (asked.matches("[0-9]{1,9}")) {
            return Optional.of(Long.parseLong(asked));
        }
        try {
            DateTimeFormatter form = DateTimeFormatter.RFC_1123_DATE_TIME;
            Duration until =
                    Duration.between(ZonedDateTime.parse(header(to, "Date"), form), ZonedDateTime.parse(asked, form));
            return Optional.of(Math.max(0, until.toSeconds()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static MachineFailure failed(URI at, int status) {
        return new MachineFailure(
                Phrase.of("app", "sync.status", String.valueOf(at.getHost()), Integer.toString(status)),
                new IOException("status " + status));
    }

    private static MachineFailure unreachable(URI at, IOException why) {
        return new MachineFailure(Phrase.of("app", "sync.unreachable", String.valueOf(at.getHost())), why);
    }

    /** The last part of an address, decoded. */
    static String name(URI at) {
        String path = at.getPath() == null ? "" : at.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
