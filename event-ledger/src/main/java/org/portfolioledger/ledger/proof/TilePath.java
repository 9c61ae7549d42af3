package org.portfolioledger.ledger.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile, or the entries below one, as C2SP's tlog-tiles does below {@code tile/}: level or {@code entries}, number in
 * groups of three digits, and the width of a tile that is not whole.
 *
 * @param level of tiles: 0 holds leaves; {@link #ENTRIES}: the entries below a tile of leaves
 * @param number from 0, among those of its level
 * @param width hashes or entries, 1 to 256
 */
public record TilePath(int level, long number, int width) {

    /** The level of entries. */
    public static final int ENTRIES = -1;

    private static final Pattern FORM =
            Pattern.compile("(?<level>[0-9]|[1-5][0-9]|6[0-3]|entries)/(?<number>(x[0-9]{3}/){0,5}[0-9]{3})"
                    + "(\\.p/(?<width>[1-9][0-9]{0,2}))?");

    /** Empty if no tile has the name. */
    public static Optional<TilePath> parse(String text) {
        Matcher path = FORM.matcher(text);
        if (!path.matches()) return Optional.empty();
        int level = path.group("level").equals("entries") ? ENTRIES : Integer.parseInt(path.group("level"));
        long number = Long.parseLong(path.group("number").replaceAll("[x/]", ""));
        int width = path.group("width") == null ? Tiles.WIDTH : Integer.parseInt(path.group("width"));
        TilePath found = new TilePath(level, number, width);
        return found.text().equals(text) ? Optional.of(found) : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        StringBuilder groups = new StringBuilder(group(number % 1000));
        for (long above = number / 1000; above > 0; above /= 1000) groups.insert(0, "x" + group(above % 1000) + "/");
        String whole = (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + groups;
        return width == Tiles.WIDTH ? whole : whole + ".p/" + width;
    }

    private static String group(long digits) {
        return Long.toString(1000 + digits).substring(1);
    }

    /** Whether a tree of a size holds all of it. */
    public boolean isWithin(long size) {
        return width <= Tiles.width(Math.max(level, 0), number, size);
    }
}
