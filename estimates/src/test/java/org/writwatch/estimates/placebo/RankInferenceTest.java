package org.writwatch.estimates.placebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.RankInference.Side;

class RankInferenceTest {
    @Test
    void theMostExtremeOfTwentyHasPFivePercent() {
        double[] placebos = new double[19];
        for (int j = 0; j < 19; j++) {
            placebos[j] = j - 9;
        }
        RankInference r = RankInference.of(-10, placebos, Side.TWO_SIDED);
        assertEquals(new RankInference(-10, 19, 1, 0.05, 0.05), r);
        assertTrue(r.couldReach(0.05));
        assertEquals(20, RankInference.of(0, placebos, Side.TWO_SIDED).rank());
        assertEquals(1, RankInference.of(-10, placebos, Side.LOWER).rank());
        assertEquals(20, RankInference.of(-10, placebos, Side.UPPER).rank());
    }

    @Test
    void tiesCountAgainst() {
        RankInference r = RankInference.of(3, new double[] {3, -3, 1}, Side.TWO_SIDED);
        assertEquals(3, r.rank());
        assertEquals(0.75, r.p());
    }

    @Test
    void eighteenPlacesGiveNoInterval() {
        assertFalse(RankInference.of(1, new double[18], Side.TWO_SIDED).couldReach(0.05));
        assertTrue(RankInference.interval(1, new double[18], 0.95).isEmpty());
        assertTrue(RankInference.interval(1, new double[19], 0.95).isPresent());
    }

    /** The interval by its definition: every effect on a grid, ranked. */
    @Test
    void theIntervalHoldsExactlyTheEffectsTheRankTestKeeps() {
        SplittableRandom random = new SplittableRandom(1);
        double[] placebos = new double[57];
        for (int j = 0; j < placebos.length; j++) {
            placebos[j] = random.nextGaussian();
        }
        Interval i = RankInference.interval(0.7, placebos, 0.9).orElseThrow();
        for (double effect = -5; effect < 5; effect += 0.001) {
            boolean kept =
                    RankInference.of(0.7 - effect, placebos, Side.TWO_SIDED).p() > 0.1;
            assertEquals(kept, i.contains(effect), "effect " + effect);
        }
    }

    @Test
    void aBadFitBeforeIsNotHeldForAnEffect() {
        double[] treated = {0.1, -0.1, 0.1, -2, -2};
        double[][] placebos = {{3, -3, 3, -4, 4}, {0.2, -0.2, 0.2, 0.3, -0.3}};
        RankInference r = RankInference.ofErrorRatios(treated, placebos, 3);
        assertEquals(1, r.rank());
        assertEquals(20, r.statistic(), 1e-12);
        assertEquals(1, RankInference.errorRatio(new double[3], 1));
        assertThrows(IllegalArgumentException.class, () -> RankInference.errorRatio(treated, 5));
    }

    @Test
    void badNumbersAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> RankInference.of(1, new double[0], Side.UPPER));
        var e = assertThrows(
                IllegalArgumentException.class, () -> RankInference.of(1, new double[] {0, Double.NaN}, Side.UPPER));
        assertTrue(e.getMessage().contains("unit 1"));
    }
}
