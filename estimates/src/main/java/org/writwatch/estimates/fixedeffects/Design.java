package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.Term;

/**
 * The right-hand side, ready to be weighted and partialled out again and again. Fixed effects other than the absorbed one come first
 * as indicators, so that regressors they explain are the ones left out; with very many levels all fixed effects are taken out of every
 * column beforehand instead.
 */
final class Design {
    /** Levels of fixed effects beyond the largest that are still solved as one system. */
    static final int MOST_LEVELS = 2_500;

    private static final long MOST_NUMBERS = 400_000_000L;

    /** Columns of one regressor or category, in the order of the rows used. */
    static final class Column {
        final List<Term> terms;
        final int @Nullable [] code;
        final double @Nullable [] value;

        /** Indicators by code, a column of numbers, or both multiplied. */
        Column(List<Term> terms, int @Nullable [] code, double @Nullable [] value) {
            this.terms = terms;
            this.code = code;
            this.value = value;
        }

        Column arranged(Effects e) {
            return new Column(terms, code == null ? null : e.arranged(code), value == null ? null : e.arranged(value));
        }
    }

    private final Effects effects;
    private final List<Block> blocks;
    private final List<Term> terms;
    /** Position of the first regressor's column. */
    private final int first;

    private final int width;
    private final boolean swept;

    private Design(Effects effects, List<Block> blocks, List<Term> terms, int first, int width, boolean swept) {
        this.effects = effects;
        this.blocks = blocks;
        this.terms = terms;
        this.first = first;
        this.width = width;
        this.swept = swept;
    }

    static Design of(Effects e, List<Column> columns, int mostLevels) {
        int others = 0;
        for (int d = 0; d < e.levels.length; d++) {
            others += d == e.absorbed ? 0 : e.levels[d];
        }
        boolean swept = others > mostLevels;
        List<Block> blocks = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        int at = 0;
        for (int d = 0; d < e.levels.length && !swept; d++) {
            if (d != e.absorbed) {
                blocks.add(Block.indicators(at, e.levels[d], e.codes.get(d), null));
                at += e.levels[d];
            }
        }
        int first = at;
        for (Column c : columns) {
            int[] code = c.code;
            if (code == null && c.value != null) {
                blocks.add(Block.numbers(at, c.value));
            } else if (code != null && !swept) {
                blocks.add(Block.indicators(at, c.terms.size(), code, c.value));
            } else if (code != null) {
                expand(code, c.terms.size(), at, blocks);
            }
            at += c.terms.size();
            terms.addAll(c.terms);
        }
        return new Design(e, blocks, terms, first, at, swept);
    }

    private static void expand(int[] code, int width, int at, List<Block> blocks) {
        if ((long) code.length * width > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    width + " categories beside several large fixed effects on " + code.length + " rows do not fit");
        }
        for (int k = 0; k < width; k++) {
            double[] v = new double[code.length];
            for (int r = 0; r < v.length; r++) {
                v[r] = code[r] == k ? 1 : 0;
            }
            blocks.add(Block.numbers(at + k, v));
        }
    }

    List<Term> terms() {
        return terms;
    }

    /** Blocks of the regressors that are categories. */
    List<Block> indicatorBlocks() {
        return blocks.stream().filter(b -> b.offset >= first && !b.dense()).toList();
    }

    /** Column of the design that holds a regressor. */
    int column(int regressor) {
        return first + regressor;
    }

    /** The design under these weights, with the absorbed effect (or all of them) taken out. */
    Partialled partialled(double @Nullable [] weights) {
        if (!swept) {
            return Partialled.of(effects.groups, blocks, width, weights, null);
        }
        Demeaner demeaner = demeaner(weights);
        double[] whole = new double[width];
        List<Block> taken = new ArrayList<>();
        for (Block b : blocks) {
            double[] v = b.value;
            if (v != null) {
                whole[b.offset] = Partialled.variation(v, weights);
                taken.add(b.withValue(demeaner.residual(v)));
            }
        }
        return Partialled.of(Groups.single(effects.groups.rows()), taken, width, weights, whole);
    }

    /** A column as {@link Partialled} must be given it. */
    double[] prepared(double[] y, double @Nullable [] weights) {
        return swept ? demeaner(weights).residual(y) : y;
    }

    private Demeaner demeaner(double @Nullable [] weights) {
        return new Demeaner(effects.codes, effects.levels, weights);
    }
}
