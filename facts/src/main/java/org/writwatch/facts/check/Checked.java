package org.writwatch.facts.check;

/**
 * One file that was looked at, and how it was found.
 *
 * @param file its path below the folder that was checked, with slashes; never absolute
 * @param state how it is
 * @param expected what it should be: a SHA-256, a count, a word; empty when nothing is known of it
 * @param found what it is; empty when it is not there
 */
public record Checked(String file, State state, String expected, String found) implements Comparable<Checked> {
    public Checked {
        if (file.isBlank()) {
            throw new IllegalArgumentException("a file has a name");
        }
    }

    /** How a file was found. */
    public enum State {
        /** As it was left, and as it comes out when it is made again. */
        SAME,
        /** There, and not what it should be. */
        DIFFERS,
        /** Should be there and is not. */
        MISSING,
        /** There, and nothing says why. */
        EXTRA,
        /** Left by a run that was stopped, or being written now; nothing reads it. */
        UNFINISHED,
        /** There, and could not be made again to compare: what it was made from was read by another make of the project. */
        NOT_COMPARED
    }

    /** Whether somebody must do something about it. */
    public boolean isFault() {
        return state == State.DIFFERS || state == State.MISSING || state == State.EXTRA;
    }

    /** A file that is what it should be. */
    public static Checked same(String file, String found) {
        return new Checked(file, State.SAME, found, found);
    }

    /** The same or differing, by two texts. */
    public static Checked compare(String file, String expected, String found) {
        return new Checked(file, expected.equals(found) ? State.SAME : State.DIFFERS, expected, found);
    }

    /** A file that should be there. */
    public static Checked missing(String file, String expected) {
        return new Checked(file, State.MISSING, expected, "");
    }

    @Override
    public int compareTo(Checked other) {
        return file.compareTo(other.file);
    }
}
