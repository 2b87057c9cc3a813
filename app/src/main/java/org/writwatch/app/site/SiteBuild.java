package org.writwatch.app.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.facts.phrase.Lang;

/** Writes a whole site to a folder, its pages side by side. */
public final class SiteBuild {
    private static final int SIDE_BY_SIDE = 2;

    private SiteBuild() {}

    /** How many steps {@link #write} reports. */
    public static int steps(SitePlan plan) {
        return plan.pages().size() + plan.extras().size() + plan.pictures().size();
    }

    /**
     * Writes every page and file.
     *
     * @param done told of each step, from any thread
     */
    public static void write(SitePlan plan, OutputFolder folder, Consumer<String> done) {
        List<Runnable> jobs = new ArrayList<>();
        for (List<SitePlan.Part> piece : plan.pieces()) {
            jobs.add(() -> piece.forEach(part -> write(part, folder, done)));
        }
        run(jobs);
    }

    private static void write(SitePlan.Part part, OutputFolder folder, Consumer<String> done) {
        if (part instanceof SitePlan.Page page) {
            Function<Lang, String> text = page.make().get();
            for (Lang lang : Lang.values()) {
                write(folder, page.address().in(lang), text.apply(lang));
            }
            done.accept(page.address().en());
        } else if (part instanceof SitePlan.Extra extra) {
            write(folder, extra.name(), extra.make().get());
            done.accept(extra.name());
        } else if (part instanceof SitePlan.Picture picture) {
            folder.write(picture.name(), picture.make().get());
            done.accept(picture.name());
        }
    }

    private static void write(OutputFolder folder, String name, String text) {
        if (!text.isEmpty()) {
            folder.write(name, text);
        }
    }

    private static void run(List<Runnable> jobs) {
        ExecutorService hands = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> running = new ArrayList<>();
            jobs.forEach(j -> running.add(hands.submit(j)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the site was written", e);
        } finally {
            hands.shutdownNow();
        }
    }
}
