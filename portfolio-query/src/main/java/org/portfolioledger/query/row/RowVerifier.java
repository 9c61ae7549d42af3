package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.row.RowChanges.Opened;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the rows of a generation with what the facts make: over all days and all positions up to one, and in every
 * column, also in those by which rows are found. It changes nothing.
 */
public final class RowVerifier {

    private static final String SELECT = """
            select r.kind, r.id, r.initiative, r.portfolio, r.parent, to_json(r.refs)::text as refs, r.register, r.valid::text as valid,
                int8range(lower(r.known), case when upper(r.known) <= :position then upper(r.known) end)::text as known,
                r.state::text as state, to_json(r.facts)::text as facts
            from %s r where lower(r.known) <= :position and\s""";

    private final JdbcClient rows;
    private final Ledger ledger;
    private final List<RowType<?>> types;
    private final JsonMapper json;
    private final JsonMapper jsonb;

    RowVerifier(JdbcClient rows, Ledger ledger, List<RowType<?>> types, JsonMapper json) {
        this.rows = rows;
        this.ledger = ledger;
        this.types = types;
        this.json = json;
        this.jsonb = JsonbText.writing(json);
    }

    /**
     * The facts of a stream, or some of them, cannot be folded; rows of the facts before are compared all the same.
     *
     * @param fact position of the first that cannot
     * @param reason a text of ours
     */
    public record Unfolded(String stream, long fact, String reason) {}

    /**
     * What a comparison found.
     *
     * @param facts number of facts that were folded or tried
     * @param rows number of rows that the facts make
     */
    public record Compared(long facts, long rows, List<RowDifference> differences, List<Unfolded> unfolded) {}

    /** Compares the rows of some entities. For several threads at once. */
    public Compared verify(int generation, long position, List<String> streams) {
        List<Unfolded> unfolded = new ArrayList<>();
        List<StoredEvent> own = ledger.streams(streams, position);
        Map<Place, Opened> folded = new HashMap<>();
        for (Opened opened : fold(own, unfolded)) folded.put(place(opened), opened);
        Comparison comparison = new Comparison(folded);
        compare(generation, position, streams, comparison);
        return new Compared(own.size(), folded.size(), comparison.differences(), unfolded);
    }

    /** The rows of entities of which nothing is on record. */
    public List<RowDifference> strays(int generation, long position, List<String> streams) {
        return rows.sql((SELECT
                                + "not exists (select from unnest(:streams::text[]) s where s = query.stream(r.kind, r.id, r.refs))")
                        .formatted(Generation.table(generation)))
                .param("position", position)
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> difference(place(row), null, shown(row)))
                .list();
    }

    /** What tells the rectangles of all entities apart. */
    private record Place(String kind, String id, String valid, String known) {}

    /** Every row that the facts of some streams ever made. */
    private List<Opened> fold(List<StoredEvent> facts, List<Unfolded> unfolded) {
        Fold fold = new Fold(FactSource.of(ledger), types, jsonb, 0);
        List<Opened> opened = new ArrayList<>();
        RowChanges changes = fold.begin();
        String stream = "";
        boolean failed = false;
        for (StoredEvent fact : facts) {
            if (!fact.stream().equals(stream)) {
                fold.forget(stream);
                stream = fact.stream();
                failed = false;
                opened.addAll(changes.opened());
                changes = fold.begin();
            }
            if (failed) continue;
            try {
                fold.handle(fact, changes);
            } catch (RuntimeException | StackOverflowError e) {
                unfolded.add(new Unfolded(fact.stream(), fact.position(), FailureReason.of(e)));
                failed = true;
            }
        }
        opened.addAll(changes.opened());
        return opened;
    }

    private void compare(int generation, long position, List<String> streams, Comparison comparison) {
        List<EntityName> names = streams.stream().map(EntityName::ofStream).toList();
        String table = Generation.table(generation);
        String entities =
                SELECT.formatted(table) + "(r.kind, r.id) in (select * from unnest(:kinds::text[], :ids::text[]))";
        String corrections = SELECT.formatted(table) + "r.kind = 'correction' and r.refs && :streams::text[]";
        rows.sql(entities + " union all " + corrections)
                .param("position", position)
                .param("kinds", names.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", names.stream().map(EntityName::id).toArray(String[]::new))
                .param("streams", streams.toArray(String[]::new))
                .query((RowCallbackHandler) comparison::add);
    }

    /** Holds stored rows against folded ones. */
    private final class Comparison {

        private final Map<Place, Opened> folded;
        private final Set<Place> met = new HashSet<>();
        private final List<RowDifference> differing = new ArrayList<>();
        private final List<RowDifference> twice = new ArrayList<>();

        Comparison(Map<Place, Opened> folded) {
            this.folded = folded;
        }

        void add(ResultSet row) throws SQLException {
            Place place = place(row);
            Opened opened = folded.get(place);
            if (!met.add(place)) {
                twice.add(difference(place, null, shown(row)));
                return;
            }
            if (opened != null && isAlike(opened.row(), row)) return;
            ObjectNode stored = shown(row);
            ObjectNode expected = opened == null ? null : shown(opened);
            if (!stored.equals(expected)) differing.add(difference(place, expected, stored));
        }

        List<RowDifference> differences() {
            folded.forEach((place, opened) -> {
                if (!met.contains(place)) differing.add(difference(place, shown(opened), null));
            });
            differing.sort(Comparator.comparing(RowDifference::kind)
                    .thenComparing(RowDifference::id)
                    .thenComparing(RowDifference::known)
                    .thenComparing(RowDifference::valid));
            differing.addAll(twice);
            return differing;
        }
    }

    private static RowDifference difference(Place place, @Nullable JsonNode folded, @Nullable JsonNode stored) {
        return new RowDifference(place.kind(), place.id(), place.valid(), place.known(), stored, folded);
    }

    private static Place place(Opened opened) {
        Row.Key key = opened.row().key();
        return new Place(key.kind(), key.id(), opened.row().valid(), opened.known());
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("kind"), row.getString("id"), row.getString("valid"), row.getString("known"));
    }

    /** Whether the texts of all columns are the same; those of rows that are alike may differ all the same. */
    private static boolean isAlike(Row folded, ResultSet stored) throws SQLException {
        return stored.getString("state").equals(folded.state())
                && stored.getString("facts").equals(list(folded.facts(), ""))
                && folded.refs().stream().noneMatch(ref -> ref.contains("\"") || ref.contains("\\"))
                && stored.getString("refs").equals(list(folded.refs(), "\""))
                && folded.register().equals(stored.getString("register"))
                && Objects.equals(folded.columns().initiative(), stored.getString("initiative"))
                && Objects.equals(folded.columns().portfolio(), stored.getString("portfolio"))
                && Objects.equals(folded.columns().parent(), stored.getString("parent"));
    }

    private static String list(List<?> elements, String quote) {
        return elements.stream().map(each -> quote + each + quote).collect(Collectors.joining(",", "[", "]"));
    }

    private ObjectNode shown(Opened opened) {
        Row row = opened.row();
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("kind", row.key().kind()).put("id", row.key().id());
        shown.put("initiative", row.columns().initiative());
        shown.put("portfolio", row.columns().portfolio());
        shown.put("parent", row.columns().parent());
        ArrayNode refs = shown.putArray("refs");
        row.refs().forEach(refs::add);
        shown.put("register", row.register()).put("valid", row.valid()).put("known", opened.known());
        shown.set("state", json.readTree(row.state()));
        ArrayNode positions = shown.putArray("facts");
        row.facts().forEach(positions::add);
        return shown;
    }

    private ObjectNode shown(ResultSet row) throws SQLException {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (String column : List.of("kind", "id", "initiative", "portfolio", "parent"))
            shown.put(column, row.getString(column));
        shown.set("refs", json.readTree(row.getString("refs")));
        for (String column : List.of("register", "valid", "known")) shown.put(column, row.getString(column));
        shown.set("state", json.readTree(row.getString("state")));
        // Positions are of the type in which they are folded, whatever their size.
        ArrayNode positions = shown.putArray("facts");
        for (JsonNode fact : json.readTree(row.getString("facts"))) positions.add(fact.asLong());
        return shown;
    }
}
