package org.writwatch.app.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Gets one address after the other, politely: one at a time, a pause between two, no name of ours, no cookies, bounded
 * size and time. Not safe for use by several threads.
 */
final class Fetcher {
    /** The largest list ever published is under 1 MiB. */
    static final int LARGEST = 32 << 20;

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int REDIRECTS = 5;
    private static final String GENERIC_AGENT = "Mozilla/5.0";

    private final Proxy proxy;
    private final long pauseMillis;
    private boolean first = true;

    /** @param pauseMillis the pause between two requests */
    Fetcher(Proxy proxy, long pauseMillis) {
        this.proxy = proxy;
        this.pauseMillis = pauseMillis;
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

    /**
     * The bytes at an address.
     *
     * @throws MachineFailure when the source does not answer, or with anything but 200
     * @throws BadInput when it answers with more than a list could be
     */
    byte[] get(URI address) {
        URI at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            try {
                rest();
                HttpURLConnection to = open(at);
                int status = to.getResponseCode();
                String next = to.getHeaderField("Location");
                if (status >= 300 && status < 400 && next != null) {
                    URI target = at.resolve(next);
                    if (!String.valueOf(at.getHost()).equals(target.getHost())) {
                        throw new MachineFailure(
                                Phrase.of("app", "sync.elsewhere", at.getHost(), String.valueOf(target.getHost())),
                                new IOException("redirect"));
                    }
                    at = target;
                    continue;
                }
                if (status != HttpURLConnection.HTTP_OK) {
                    throw new MachineFailure(
                            Phrase.of("app", "sync.status", at.getHost(), Integer.toString(status)),
                            new IOException("status " + status));
                }
                return body(to, at);
            } catch (IOException e) {
                throw new MachineFailure(Phrase.of("app", "sync.unreachable", String.valueOf(at.getHost())), e);
            }
        }
        throw new MachineFailure(
                Phrase.of("app", "sync.unreachable", String.valueOf(at.getHost())), new IOException("redirects"));
    }

    private HttpURLConnection open(URI at) throws IOException {
        HttpURLConnection to = (HttpURLConnection) at.toURL().openConnection(proxy);
        to.setInstanceFollowRedirects(false);
        to.setConnectTimeout(TIMEOUT_MILLIS);
        to.setReadTimeout(TIMEOUT_MILLIS);
        to.setUseCaches(false);
        to.setRequestProperty("User-Agent", GENERIC_AGENT);
        to.setRequestProperty("Accept", "*/*");
        return to;
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
            return body;
        }
    }

    /** The last part of an address, decoded. */
    static String name(URI at) {
        String path = at.getPath() == null ? "" : at.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void rest() throws IOException {
        if (!first) {
            try {
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        first = false;
    }
}
