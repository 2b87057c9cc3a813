package org.writwatch.papers.draft.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks in words for what the federal rule on privacy keeps out of filed papers: Social Security and other identifying
 * numbers, full birth dates, names of children, account numbers. Finds too much rather than too little, within reason.
 */
final class WordPatterns {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String DAY =
            "(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? [0-9]{1,2},? [0-9]{4}"
                    + "|[0-9]{1,2} (?:de )?[a-zñ]{3,10}\\.?,? (?:de )?[0-9]{4})";

    private static final Pattern SSN =
            Pattern.compile("(?<![0-9-])(?!000|666|9)[0-9]{3}[- ](?!00)[0-9]{2}[- ](?!0000)[0-9]{4}(?![0-9-])");
    private static final Pattern SSN_NAMED = Pattern.compile(
            "(?:social security|\\bssn\\b|seguro social)[^0-9]{0,30}[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}(?![0-9])",
            FLAGS);
    private static final Pattern A_NUMBER =
            Pattern.compile("(?<![A-Za-z0-9])A[-# ]{0,2}[0-9]{2,3}[- ]?[0-9]{3}[- ]?[0-9]{3}(?![0-9])");
    private static final Pattern A_NAMED = Pattern.compile(
            "(?:alien|a-?number|a ?#|número a)[a-z .:#-]{0,40}[0-9]{2,3}[- ]?[0-9]{3}[- ]?[0-9]{3}(?![0-9])", FLAGS);
    private static final Pattern BIRTH = Pattern.compile(
            "(?:born|birth|birthday|\\bd\\.?o\\.?b\\b|nacimiento|nació|nacid[oa])[^.;\\n]{0,40}?" + DAY, FLAGS);
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:account|acct|routing|debit|credit card|card|iban|cuenta|tarjeta)\\b[^0-9\\n]{0,25}[0-9](?:[ -]?[0-9]){7,18}"
                    + "(?![0-9])",
            FLAGS);
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){14,15}(?![0-9])");
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3}";
    private static final Pattern MINOR =
            Pattern.compile("(?:\\b[Mm]inor(?:,| child| son| daughter)?|\\b(?:[Hh]er|[Hh]is"
                    + "|[Tt]heir|[Mm]y) (?:child|son|daughter)|\\b[Mm]enor(?: de edad)?|\\b[Hh]ij[oa] menor),? " + NAME
                    + "|" + NAME
                    + ",? (?:(?:is |who is )?an? minor|age[d]? (?:[0-9]|1[0-7])\\b|(?:[0-9]|1[0-7]) years old"
                    + "|de (?:[0-9]|1[0-7]) años|menor de edad)");

    private WordPatterns() {}

    /** What the words of one page hold. */
    static List<Hit> find(String said, int page, List<String> minors) {
        List<Hit> hits = new ArrayList<>();
        String words = said.replace('\u00a0', ' ').replaceAll("[\\u2010\\u2011\\u2012\\u2013]", "-");
        String line = words.replaceAll("\\s+", " ");
        add(SSN.matcher(line).find() || SSN_NAMED.matcher(line).find(), Hit.Kind.SOCIAL_SECURITY, page, hits);
        add(A_NUMBER.matcher(line).find() || A_NAMED.matcher(line).find(), Hit.Kind.A_NUMBER, page, hits);
        add(BIRTH.matcher(line).find(), Hit.Kind.BIRTH_DATE, page, hits);
        add(ACCOUNT.matcher(line).find() || card(line), Hit.Kind.ACCOUNT, page, hits);
        String low = line.toLowerCase(Locale.ROOT);
        boolean named = minors.stream()
                .map(m -> m.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .anyMatch(m -> !m.isEmpty() && low.contains(m));
        add(named || MINOR.matcher(line).find(), Hit.Kind.MINOR, page, hits);
        return hits;
    }

    private static void add(boolean found, Hit.Kind kind, int page, List<Hit> hits) {
        if (found) {
            hits.add(new Hit(kind, page));
        }
    }

    /** A number of 15 or 16 digits whose check digit is right (ISO/IEC 7812, Luhn) is taken for that of a card. */
    private static boolean card(String line) {
        Matcher number = LONG_NUMBER.matcher(line);
        while (number.find()) {
            String digits = number.group().replaceAll("[^0-9]", "");
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int twice = digit * 2;
                sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
            }
            if (sum % 10 == 0) {
                return true;
            }
        }
        return false;
    }
}
