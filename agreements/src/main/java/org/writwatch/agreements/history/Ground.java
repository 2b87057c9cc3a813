package org.writwatch.agreements.history;

import java.util.concurrent.CompletableFuture;
import org.writwatch.facts.gazetteer.Gazetteer;

/**
 * What a history rests on besides the lists: what persons decided, and the places and agencies there are.
 *
 * <p>Reading them takes about as long as reading a list, so it is begun at once on another thread; whoever asks first
 * waits for it. Safe for use by several threads.
 */
public final class Ground {
    private final CompletableFuture<Gazetteer> gazetteer;
    private final CompletableFuture<Corrections> corrections;
    private final CompletableFuture<AgencyJoin> join;

    private Ground(CompletableFuture<Gazetteer> gazetteer, CompletableFuture<Corrections> corrections) {
        this.gazetteer = gazetteer;
        this.corrections = corrections;
        this.join = gazetteer.thenCombineAsync(corrections, AgencyJoin::new);
    }

    /** What travels with the project; begins to read it. */
    public static Ground bundled() {
        return new Ground(
                CompletableFuture.supplyAsync(Gazetteer::bundled), CompletableFuture.supplyAsync(Corrections::bundled));
    }

    /** The same with other decisions. */
    static Ground of(Corrections corrections, Gazetteer gazetteer) {
        return new Ground(CompletableFuture.completedFuture(gazetteer), CompletableFuture.completedFuture(corrections));
    }

    Gazetteer gazetteer() {
        return gazetteer.join();
    }

    Corrections corrections() {
        return corrections.join();
    }

    /** What joins agencies to places and to the FBI's records; not for use by several threads at a time. */
    CompletableFuture<AgencyJoin> join() {
        return join;
    }
}
