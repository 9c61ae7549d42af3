package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of facts does to the rows. */
final class RowChanges {

    /**
     * A row to be written.
     *
     * @param until position from which it is no longer known; null: it is present
     */
    record Opened(Row row, long from, @Nullable Long until) {
        String known() {
            return "[" + from + "," + (until == null ? "" : until) + ")";
        }
    }

    /** The present row of a key that ends at a position. */
    record Closed(Row.Key key, long at) {}

    private final Map<Row.Key, Opened> present = new LinkedHashMap<>();
    private final List<Opened> past = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    void open(Row row, long position) {
        present.put(row.key(), new Opened(row, position, null));
    }

    void close(Row.Key key, long position) {
        Opened opened = present.remove(key);
        if (opened == null) closed.add(new Closed(key, position));
        else past.add(new Opened(opened.row(), opened.from(), position));
    }

    List<Closed> closed() {
        return closed;
    }

    List<Opened> opened() {
        List<Opened> opened = new ArrayList<>(past);
        opened.addAll(present.values());
        return opened;
    }
}
