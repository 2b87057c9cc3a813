package org.writwatch.papers.site;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The office that answers for a site and may be asked for an appointment. Nobody is asked for anything before all of this is
 * given.
 *
 * @param name of the lawyer or accredited representative
 * @param office of whom they are part
 * @param licence the bar and number, or the accreditation, as it is printed
 * @param fee the flat fee in dollars; empty when it is free
 * @param minutes how long the talk is for that fee; at least five
 * @param email where to ask
 * @param whatsapp the number with country code, digits only; empty when it is not offered
 */
public record Operator(
        String name,
        String office,
        String licence,
        Optional<BigDecimal> fee,
        int minutes,
        String email,
        Optional<String> whatsapp) {
    public Operator {
        if (name.isBlank() || office.isBlank() || licence.isBlank() || minutes < 5) {
            throw new IllegalArgumentException("an office without name, licence or minutes");
        }
        if (!email.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}")) {
            throw new IllegalArgumentException("an address that mail cannot reach: " + email);
        }
        if (whatsapp.isPresent() && !whatsapp.get().matches("[1-9]\\d{7,14}")) {
            throw new IllegalArgumentException("no number with country code: " + whatsapp.get());
        }
    }

    /** A letter in the reader's own mail program; it says nothing about the reader. */
    public String mailto(String subject, String body) {
        return "mailto:" + email + "?subject=" + coded(subject) + "&body=" + coded(body);
    }

    /** A message in the reader's own WhatsApp; it says nothing about the reader. */
    public Optional<String> chat(String text) {
        return whatsapp.map(n -> "https://wa.me/" + n + "?text=" + coded(text));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
