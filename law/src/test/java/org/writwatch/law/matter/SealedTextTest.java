package org.writwatch.law.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

class SealedTextTest {
    private static final String TEXT = "claim: D\njurisdiction: NC\n# señas\n";
    private static final char[] GOOD = "correct horse".toCharArray();

    private final SealedText seal = SealedText.with(GOOD);
    private final byte[] sealed = seal.seal(TEXT);

    @Test
    void opensWithThePassphraseAndShowsNothingOfTheText() {
        assertEquals(TEXT, SealedText.open("m", sealed, GOOD));
        assertTrue(SealedText.isSealed(sealed));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("jurisdiction"));
        assertFalse(Arrays.equals(sealed, seal.seal(TEXT)), "a nonce is used once");
    }

    @Test
    void aWrongPassphraseACutAndAChangeAreRefusedInTheSameWords() {
        String wrong = refusal(sealed, "correct hors".toCharArray());
        assertEquals(wrong, refusal(Arrays.copyOf(sealed, sealed.length - 1), GOOD));
        assertEquals(wrong, refusal(Arrays.copyOf(sealed, 20), GOOD));
        for (int at : new int[] {12, 30, 45, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertEquals(wrong, refusal(changed, GOOD), "byte " + at);
        }
    }

    @Test
    void fewOrTooManyRoundsAndANewerVersionAreRefused() {
        byte[] weak = sealed.clone();
        weak[7] = 0;
        weak[8] = 0;
        assertEquals(refusal(weak, GOOD), refusal(Arrays.copyOf(sealed, 20), GOOD));
        byte[] costly = sealed.clone();
        costly[7] = 127;
        assertEquals(refusal(weak, GOOD), refusal(costly, GOOD));
        byte[] newer = sealed.clone();
        newer[6] = 2;
        assertTrue(refusal(newer, GOOD).contains("version 2"), refusal(newer, GOOD));
    }

    private static String refusal(byte[] file, char[] passphrase) {
        return assertThrows(BadInput.class, () -> SealedText.open("m", file, passphrase))
                .message(Lang.EN);
    }
}
