package org.writwatch.evidence.table;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * A number written in decimal, from bytes to the nearest double: the same bits as {@link Double#parseDouble} gives.
 *
 * <p>One multiplication by a tabulated power of ten (Lemire 2021, "Number parsing at a gigabyte per second"). The table is rounded
 * down, so the product is at most one too small in its upper half; whenever that could matter, and for all that is not plain
 * (more than 19 digits, large exponents, hexadecimal), the general parser decides.
 */
final class DecimalCell {
    private static final int LOWEST = -40;
    private static final int HIGHEST = 40;
    private static final int MOST_DIGITS = 19;
    /** Upper 64 bits of each power of ten, its highest bit set. */
    private static final long[] POWER = new long[HIGHEST - LOWEST + 1];
    /** Binary exponent that belongs to it: the power is {@code POWER * 2^SHIFT}, rounded down. */
    private static final int[] SHIFT = new int[POWER.length];

    static {
        for (int q = LOWEST; q <= HIGHEST; q++) {
            BigInteger ten = BigInteger.TEN.pow(Math.abs(q));
            int up = q < 0 ? ten.bitLength() + 64 : 0;
            BigInteger exact = q < 0 ? BigInteger.ONE.shiftLeft(up).divide(ten) : ten;
            int down = exact.bitLength() - 64;
            POWER[q - LOWEST] = exact.shiftRight(down).longValue();
            SHIFT[q - LOWEST] = down - up;
        }
    }

    private DecimalCell() {}

    /**
     * Reads a number that fills these bytes.
     *
     * @throws NumberFormatException it is none, or not written with digits, signs, points and exponents alone
     */
    static double parse(byte[] b, int from, int to) {
        int at = from;
        boolean minus = at < to && b[at] == '-';
        if (minus || (at < to && b[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int exponent = 0;
        int read = 0;
        boolean point = false;
        for (; at < to; at++) {
            int c = b[at] - '0';
            if (c >= 0 && c <= 9) {
                digits = 10 * digits + c;
                significant += digits == 0 ? 0 : 1;
                exponent -= point ? 1 : 0;
                read++;
            } else if (b[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (at < to && read > 0 && (b[at] == 'e' || b[at] == 'E')) {
            int sign = at + 1 < to && (b[at + 1] == '-' || b[at + 1] == '+') ? 1 : 0;
            boolean negative = sign == 1 && b[at + 1] == '-';
            int first = at + 1 + sign;
            int e = 0;
            int i = first;
            while (i < to && i < first + 4 && b[i] >= '0' && b[i] <= '9') {
                e = 10 * e + b[i++] - '0';
            }
            if (i == first) {
                return general(b, from, to);
            }
            exponent += negative ? -e : e;
            at = i;
        }
        if (at < to || read == 0 || significant > MOST_DIGITS || exponent < LOWEST || exponent > HIGHEST) {
            return general(b, from, to);
        }
        if (digits == 0) {
            return minus ? -0.0 : 0.0;
        }
        long bits = bits(digits, exponent);
        return bits == 0 ? general(b, from, to) : Double.longBitsToDouble(minus ? bits | Long.MIN_VALUE : bits);
    }

    /** The bits of {@code digits * 10^exponent} to the nearest; 0 when one product does not tell. */
    private static long bits(long digits, int exponent) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long ten = POWER[exponent - LOWEST];
        long high = Math.multiplyHigh(w, ten) + ((w >> 63) & ten) + ((ten >> 63) & w);
        int upper = (int) (high >>> 63);
        // 53 bits of the answer, one to round by, and 9 or 10 below.
        int below = 9 + upper;
        long rest = high & ((1L << below) - 1);
        boolean half = ((high >>> below) & 1) == 1;
        if (rest == (1L << below) - 1 || (half && rest == 0)) {
            return 0;
        }
        long mantissa = (high >>> (below + 1)) + (half ? 1 : 0);
        int power = 64 + below + 1 + SHIFT[exponent - LOWEST] - zeros;
        if (mantissa == 1L << 53) {
            mantissa >>= 1;
            power++;
        }
        return ((power + 1075L) << 52) | (mantissa & ((1L << 52) - 1));
    }

    private static double general(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((b[i] < '0' || b[i] > '9') && "+-.eE".indexOf(b[i]) < 0) {
                throw new NumberFormatException("not in digits");
            }
        }
        return Double.parseDouble(new String(b, from, to - from, StandardCharsets.ISO_8859_1));
    }
}
