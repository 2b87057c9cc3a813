package org.writwatch.app.sync;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A SOCKS 5 proxy (RFC 1928) that leads every connection to one port of this machine and remembers where it was to go. */
final class SocksProxy implements AutoCloseable {
    final List<String> wanted = new CopyOnWriteArrayList<>();

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SocksProxy(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Future<?> loop = threads.submit(() -> {
            while (!door.isClosed()) {
                Socket guest = door.accept();
                Future<?> served = threads.submit(() -> serve(guest));
                if (served.isCancelled()) {
                    break;
                }
            }
            return null;
        });
        if (loop.isCancelled()) {
            throw new IOException("no thread");
        }
    }

    int port() {
        return door.getLocalPort();
    }

    private Void serve(Socket guest) throws IOException {
        try (guest;
                Socket host = new Socket(InetAddress.getLoopbackAddress(), target)) {
            DataInputStream in = new DataInputStream(guest.getInputStream());
            OutputStream out = guest.getOutputStream();
            if (in.readByte() != 5) {
                return null;
            }
            in.readFully(new byte[in.readUnsignedByte()]);
            out.write(new byte[] {5, 0});
            in.readFully(new byte[3]);
            int kind = in.readUnsignedByte();
            byte[] name = new byte[kind == 3 ? in.readUnsignedByte() : kind == 1 ? 4 : 16];
            in.readFully(name);
            int port = in.readUnsignedShort();
            wanted.add((kind == 3 ? new String(name, StandardCharsets.US_ASCII) : "an address") + ":" + port);
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            Future<?> there = threads.submit(() -> pipe(in, host.getOutputStream()));
            pipe(host.getInputStream(), out);
            there.cancel(true);
        }
        return null;
    }

    private static Void pipe(InputStream in, OutputStream out) throws IOException {
        byte[] some = new byte[8192];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            out.write(some, 0, n);
            out.flush();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
