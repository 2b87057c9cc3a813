package org.writwatch.agreements.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the relations of a part lead to, by their ids; nearly every id is "rId" and a number. */
final class Relations {
    private static final int MOST_NUMBERED = 1 << 20;

    private @Nullable String[] numbered = new String[64];
    private final Map<String, String> others = new HashMap<>();

    /** A later relation of the same id takes the place of an earlier one. */
    void put(String id, String target) {
        int number = number(id);
        if (number < 0) {
            others.put(id, target);
        } else {
            put(number, target);
        }
    }

    /** Under "rId" and a number of at most {@link Plain#digits() seven digits}. */
    void put(int number, String target) {
        if (number >= MOST_NUMBERED) {
            others.put("rId" + number, target);
            return;
        }
        if (number >= numbered.length) {
            numbered = Arrays.copyOf(numbered, Math.max(number + 1, 2 * numbered.length));
        }
        numbered[number] = target;
    }

    /** The target; null when there is none. */
    @Nullable String find(String id) {
        int number = number(id);
        return number < 0 ? others.get(id) : numbered(number);
    }

    /** The target of "rId" and a number; null when there is none. */
    @Nullable String find(int number) {
        return number >= MOST_NUMBERED ? others.get("rId" + number) : numbered(number);
    }

    private @Nullable String numbered(int number) {
        return number < numbered.length ? numbered[number] : null;
    }

    /** The number in "rId41", as it would be written again, when it is small; else -1. */
    private static int number(String id) {
        if (!id.startsWith("rId") || id.length() < 4 || id.length() > 9 || id.charAt(3) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 3; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number < MOST_NUMBERED ? number : -1;
    }
}
