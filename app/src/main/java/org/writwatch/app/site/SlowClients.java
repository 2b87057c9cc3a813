package org.writwatch.app.site;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Lets go of clients that a limit on silence does not catch: one that sends its request a letter at a time, and one that holds
 * its connection for ever. A connection in the middle of an answer is left to the limit on silence.
 */
final class SlowClients extends AbstractLifeCycle {
    private final ServerConnector connector;
    private final long firstMillis;
    private final long allMillis;
    private final ScheduledExecutorService clock;

    SlowClients(ServerConnector connector, int firstSeconds, int allSeconds) {
        this.connector = connector;
        this.firstMillis = TimeUnit.SECONDS.toMillis(firstSeconds);
        this.allMillis = TimeUnit.SECONDS.toMillis(allSeconds);
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "slow-clients");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    protected void doStart() {
        var unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() {
        clock.shutdownNow();
    }

    private void look() {
        long now = System.currentTimeMillis();
        for (EndPoint client : connector.getConnectedEndPoints()) {
            Connection connection = client.getConnection();
            long age = now - client.getCreatedTimeStamp();
            boolean asked = connection != null && connection.getMessagesIn() > 0;
            boolean answering = connection != null && connection.getMessagesIn() > connection.getMessagesOut();
            if ((!asked && age > firstMillis) || (!answering && age > allMillis)) {
                client.close();
            }
        }
    }
}
