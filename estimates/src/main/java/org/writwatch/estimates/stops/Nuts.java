package org.writwatch.estimates.stops;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.writwatch.estimates.NotEstimable;

/**
 * The No-U-Turn sampler (Hoffman and Gelman 2014) with multinomial choice along the path (Betancourt 2017), step size by dual averaging, and
 * a dense metric learnt in windows of doubling length during warm-up. A dense metric costs a matrix product a step and saves most steps:
 * the thresholds, their means and the shape of the signals are strongly correlated.
 *
 * <p>Same seed, same draws, whatever the number of processors: each chain has its own stream.
 */
final class Nuts {
    private static final int DEEPEST = 10;
    private static final double DIVERGED = 1000;
    private static final double TARGET = 0.9;

    private final LogDensity density;
    private final int n;
    private final SplittableRandom random;
    private double[][] root;
    private double step = 0.1;
    private int divergences;
    private long leapfrogs;

    private Nuts(LogDensity density, long seed) {
        this.density = density;
        this.n = density.dimension();
        this.random = new SplittableRandom(seed);
        this.root = identity(n);
    }

    /**
     * Draws of several chains.
     *
     * @param chains 1 or more
     * @param warmup draws used to learn the step and the metric, 100 or more, and thrown away
     * @param samples draws kept per chain
     * @param seed of the first chain's stream
     */
    static Draws sample(LogDensity density, int chains, int warmup, int samples, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        long[] seedOf = new long[chains];
        Arrays.setAll(seedOf, c -> seeds.nextLong());
        Nuts[] all = new Nuts[chains];
        Arrays.setAll(all, c -> new Nuts(density, seedOf[c]));
        double[][][] draws = IntStream.range(0, chains)
                .parallel()
                .mapToObj(c -> all[c].chain(warmup, samples))
                .toArray(double[][][]::new);
        int divergences = 0;
        long leapfrogs = 0;
        for (Nuts one : all) {
            divergences += one.divergences;
            leapfrogs += one.leapfrogs;
        }
        return new Draws(draws, divergences, leapfrogs);
    }

    /** One point of a path, in the coordinates of the metric. */
    private static final class Point {
        final double[] z;
        final double[] p;
        final double[] q;
        final double[] gradient;
        double log;

        Point(int n) {
            z = new double[n];
            p = new double[n];
            q = new double[n];
            gradient = new double[n];
        }

        Point copy() {
            Point c = new Point(z.length);
            System.arraycopy(z, 0, c.z, 0, z.length);
            System.arraycopy(p, 0, c.p, 0, p.length);
            System.arraycopy(q, 0, c.q, 0, q.length);
            System.arraycopy(gradient, 0, c.gradient, 0, gradient.length);
            c.log = log;
            return c;
        }

        double energy() {
            double k = 0;
            for (double v : p) {
                k += v * v;
            }
            return k / 2 - log;
        }
    }

    private double[][] chain(int warmup, int samples) {
        Point at = begin();
        step = firstStep(at);
        double mu = Math.log(10 * step);
        double hBar = 0;
        double logStepBar = 0;
        int t = 0;
        int first = Math.max(20, warmup * 3 / 40);
        int last = warmup - Math.max(20, warmup / 20);
        int window = Math.max(25, warmup / 40);
        int end = first + window;
        Moments moments = new Moments(n);
        double[][] kept = new double[samples][];
        for (int i = 0; i < warmup + samples; i++) {
            at = next(at);
            if (i < warmup) {
                t++;
                double accept = acceptances / Math.max(1, steps);
                hBar += (TARGET - accept - hBar) / (t + 10);
                double logStep = mu - Math.sqrt(t) / 0.05 * hBar;
                double weight = Math.pow(t, -0.75);
                logStepBar = weight * logStep + (1 - weight) * logStepBar;
                step = Math.exp(logStep);
                if (i >= first && i < last) {
                    moments.add(at.q);
                }
                if (i + 1 == end && i < last) {
                    root = moments.root();
                    moments = new Moments(n);
                    toMetric(at);
                    window *= 2;
                    end = end + window * 2 > last ? last : end + window;
                    step = firstStep(at);
                    mu = Math.log(10 * step);
                    hBar = 0;
                    logStepBar = 0;
                    t = 0;
                }
                if (i + 1 == warmup) {
                    step = Math.exp(logStepBar);
                    divergences = 0;
                }
            } else {
                kept[i - warmup] = at.q.clone();
            }
        }
        return kept;
    }

    private Point begin() {
        double[] start = density.start();
        for (int tries = 0; tries < 100; tries++) {
            Point p = new Point(n);
            for (int j = 0; j < n; j++) {
                p.z[j] = start[j] + (random.nextDouble() - 0.5) * 0.5;
            }
            evaluate(p);
            if (Double.isFinite(p.log)) {
                return p;
            }
        }
        throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "no point of positive density to start from");
    }

    private void evaluate(Point p) {
        for (int i = 0; i < n; i++) {
            double s = 0;
            double[] r = root[i];
            for (int j = 0; j <= i; j++) {
                s += r[j] * p.z[j];
            }
            p.q[i] = s;
        }
        double[] g = new double[n];
        p.log = density.at(p.q, g);
        leapfrogs++;
        Arrays.fill(p.gradient, 0);
        for (int i = 0; i < n; i++) {
            double gi = g[i];
            double[] r = root[i];
            for (int j = 0; j <= i; j++) {
                p.gradient[j] += r[j] * gi;
            }
        }
        if (Double.isNaN(p.log)) {
            p.log = Double.NEGATIVE_INFINITY;
        }
    }

    private void toMetric(Point p) {
        for (int i = 0; i < n; i++) {
            double s = p.q[i];
            for (int j = 0; j < i; j++) {
                s -= root[i][j] * p.z[j];
            }
            p.z[i] = s / root[i][i];
        }
        evaluate(p);
    }

    private double firstStep(Point at) {
        double e = 0.1;
        boolean grow = true;
        for (int i = 0; i < 50; i++) {
            Point p = at.copy();
            momentum(p);
            double before = p.energy();
            leap(p, e);
            boolean good = before - p.energy() > Math.log(0.8);
            if (i == 0) {
                grow = good;
            } else if (good != grow) {
                return e;
            }
            e = grow ? e * 2 : e / 2;
        }
        return e;
    }

    private void momentum(Point p) {
        for (int j = 0; j < n; j++) {
            p.p[j] = random.nextGaussian();
        }
    }

    private void leap(Point p, double e) {
        for (int j = 0; j < n; j++) {
            p.p[j] += e / 2 * p.gradient[j];
            p.z[j] += e * p.p[j];
        }
        evaluate(p);
        for (int j = 0; j < n; j++) {
            p.p[j] += e / 2 * p.gradient[j];
        }
    }

    private double acceptances;
    private int steps;
    private double before;

    /** A part of a path: its ends, sum of momenta, weight, and a point chosen by weight. */
    private static final class Tree {
        Point left;
        Point right;
        double[] rho;
        double logWeight;
        Point chosen;
        boolean whole = true;

        Tree(Point at, double logWeight) {
            left = at;
            right = at;
            chosen = at;
            rho = at.p.clone();
            this.logWeight = logWeight;
        }
    }

    private Point next(Point from) {
        Point start = from.copy();
        momentum(start);
        before = start.energy();
        acceptances = 0;
        steps = 0;
        Tree tree = new Tree(start, 0);
        for (int depth = 0; depth < DEEPEST; depth++) {
            boolean forward = random.nextBoolean();
            Tree more = grow(forward ? tree.right : tree.left, depth, forward ? step : -step);
            if (!more.whole) {
                break;
            }
            if (Math.log(random.nextDouble()) < more.logWeight - tree.logWeight) {
                tree.chosen = more.chosen;
            }
            Tree both = joined(tree, more, forward);
            both.chosen = tree.chosen;
            boolean goesOn = both.whole;
            tree = both;
            tree.whole = true;
            if (!goesOn) {
                break;
            }
        }
        return tree.chosen;
    }

    private Tree grow(Point from, int depth, double e) {
        if (depth == 0) {
            Point p = from.copy();
            leap(p, e);
            double change = before - p.energy();
            change = Double.isNaN(change) ? Double.NEGATIVE_INFINITY : change;
            steps++;
            acceptances += Math.min(1, Math.exp(change));
            Tree leaf = new Tree(p, change);
            if (change < -DIVERGED) {
                divergences++;
                leaf.whole = false;
            }
            return leaf;
        }
        boolean forward = e > 0;
        Tree a = grow(from, depth - 1, e);
        if (!a.whole) {
            return a;
        }
        Tree b = grow(forward ? a.right : a.left, depth - 1, e);
        if (!b.whole) {
            return b;
        }
        Tree both = joined(a, b, forward);
        both.chosen = Math.log(random.nextDouble()) < b.logWeight - both.logWeight ? b.chosen : a.chosen;
        return both;
    }

    /** Two parts side by side; not whole when the path turns back on itself, checked across the seam too. */
    private Tree joined(Tree a, Tree b, boolean forward) {
        Tree first = forward ? a : b;
        Tree second = forward ? b : a;
        Tree t = new Tree(first.left, 0);
        t.left = first.left;
        t.right = second.right;
        t.rho = sum(first.rho, second.rho);
        double high = Math.max(a.logWeight, b.logWeight);
        t.logWeight = high + Math.log(Math.exp(a.logWeight - high) + Math.exp(b.logWeight - high));
        t.whole = goesOn(t.rho, t.left.p, t.right.p)
                && goesOn(sum(first.rho, second.left.p), first.left.p, second.left.p)
                && goesOn(sum(second.rho, first.right.p), first.right.p, second.right.p);
        return t;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] s = a.clone();
        for (int j = 0; j < s.length; j++) {
            s[j] += b[j];
        }
        return s;
    }

    private static boolean goesOn(double[] rho, double[] left, double[] right) {
        double a = 0;
        double b = 0;
        for (int j = 0; j < rho.length; j++) {
            a += rho[j] * left[j];
            b += rho[j] * right[j];
        }
        return a > 0 && b > 0;
    }

    private static double[][] identity(int n) {
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            l[i][i] = 1;
        }
        return l;
    }

    /** Covariance of a window of draws, shrunk toward a small multiple of the identity as Stan does, and its Cholesky root. */
    private static final class Moments {
        private final int n;
        private int count;
        private final double[] mean;
        private final double[][] products;

        Moments(int n) {
            this.n = n;
            this.mean = new double[n];
            this.products = new double[n][n];
        }

        void add(double[] q) {
            count++;
            double[] off = new double[n];
            for (int i = 0; i < n; i++) {
                off[i] = q[i] - mean[i];
                mean[i] += off[i] / count;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += off[j] * (q[i] - mean[i]);
                }
            }
        }

        double[][] root() {
            // With fewer draws than parameters a covariance is mostly noise: correlations are shrunk by their number.
            double keep = count / (count + 5.0);
            double shrink = (double) count / (count + n);
            double[] variance = new double[n];
            for (int i = 0; i < n; i++) {
                variance[i] = keep * products[i][i] / Math.max(1, count - 1) + 1e-3 * (1 - keep);
            }
            double[][] l = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double s = i == j ? variance[i] : shrink * keep * products[i][j] / Math.max(1, count - 1);
                    for (int k = 0; k < j; k++) {
                        s -= l[i][k] * l[j][k];
                    }
                    l[i][j] = i == j ? Math.sqrt(Math.max(s, 1e-10)) : s / l[j][j];
                }
            }
            return l;
        }
    }
}
