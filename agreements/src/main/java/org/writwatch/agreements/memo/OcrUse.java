package org.writwatch.agreements.memo;

/** When a page is read from its picture. */
public enum OcrUse {
    /** Never: what the text layer holds is all. */
    NEVER,
    /** When a page has no usable text layer and a recogniser is installed; the default. */
    WHEN_NEEDED,
    /** Also when a scanned page has a noisy text layer, and then the better reading is kept; slow, for making tables once. */
    WHENEVER_BETTER
}
