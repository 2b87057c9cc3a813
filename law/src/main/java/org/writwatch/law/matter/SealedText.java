package org.writwatch.law.matter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * A text sealed with a passphrase: AES-256 in Galois/Counter Mode (NIST SP 800-38D), the key derived by PBKDF2 with
 * HMAC-SHA-256 (RFC 8018) in 600,000 rounds. The file: six bytes "WWSEAL", one byte version, four bytes rounds, sixteen
 * bytes salt, twelve bytes nonce, then the sealed text and its tag; all before the nonce's end is authenticated too.
 *
 * <p>A wrong passphrase, a cut file and a changed one are refused in the same words. Safe for use by several threads.
 */
public final class SealedText {
    private static final byte[] MAGIC = "WWSEAL".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 5_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = MAGIC.length + 1 + Integer.BYTES + SALT + NONCE;
    private static final int MOST = 1 << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final byte[] salt;

    private SealedText(SecretKey key, byte[] salt) {
        this.key = key;
        this.salt = salt;
    }

    /** A seal made of a passphrase; it may be used many times. The passphrase is not kept. */
    public static SealedText with(char[] passphrase) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new SealedText(derive(passphrase, salt, ROUNDS), salt);
    }

    /** Whether a file is one of these. */
    public static boolean isSealed(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Seals a text; the same text twice gives different bytes. */
    public byte[] seal(String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .put(VERSION)
                .putInt(ROUNDS)
                .put(salt)
                .put(nonce)
                .array();
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, head).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(HEAD + body.length).put(head).put(body).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens a sealed file.
     *
     * @param name for messages
     * @throws BadInput when it can not be opened: the passphrase is wrong, or the file was cut or changed, or a newer
     *     program made it
     */
    public static String open(String name, byte[] file, char[] passphrase) {
        if (!isSealed(file) || file.length < HEAD || file.length > MOST) {
            throw shut(name);
        } else if (file[MAGIC.length] != VERSION) {
            throw new BadInput(
                    name,
                    Phrase.of("law", "sealed.version", (int) file[MAGIC.length]),
                    Phrase.of("law", "matter.version", (int) VERSION),
                    Phrase.of("law", "sealed.newer"));
        }
        ByteBuffer head = ByteBuffer.wrap(file, MAGIC.length + 1, HEAD - MAGIC.length - 1);
        int rounds = head.getInt();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        head.get(salt).get(nonce);
        if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
            throw shut(name);
        }
        try {
            byte[] known = Arrays.copyOf(file, HEAD);
            byte[] text = cipher(Cipher.DECRYPT_MODE, derive(passphrase, salt, rounds), nonce, known)
                    .doFinal(file, HEAD, file.length - HEAD);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw shut(name);
        }
    }

    private static BadInput shut(String name) {
        return new BadInput(
                name,
                Phrase.of("law", "sealed.shut"),
                Phrase.of("law", "sealed.expected"),
                Phrase.of("law", "sealed.remedy"));
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] head) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    private static SecretKey derive(char[] passphrase, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
