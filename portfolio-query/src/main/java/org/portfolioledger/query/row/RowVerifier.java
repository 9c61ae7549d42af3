package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.row.RowChanges.Opened;
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
            select r.kind, r.id, r.initiative, r.portfolio, r.parent, r.refs, r.register, r.valid::text as valid,
                int8range(lower(r.known), case when upper(r.known) <= :position then upper(r.known) end)::text as known,
                r.state::text as state, r.facts
            from %s r where lower(r.known) <= :position and\s""";

    private final JdbcClient rows;
    private final FactSource facts;
    private final List<RowType<?>> types;
    private final JsonMapper json;

    RowVerifier(JdbcClient rows, FactSource facts, List<RowType<?>> types, JsonMapper json) {
        this.rows = rows;
        this.facts = facts;
        this.types = types;
        this.json = json;
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

    /** Compares the rows of some entities. */
    public Compared verify(int generation, long position, List<String> streams) {
        List<Unfolded> unfolded = new ArrayList<>();
        Map<Place, ObjectNode> folded = new HashMap<>();
        List<Place> twice = new ArrayList<>();
        long counted = 0;
        for (String stream : streams) {
            List<StoredEvent> own = facts.stream(stream).stream()
                    .filter(fact -> fact.position() <= position)
                    .toList();
            counted += own.size();
            for (Opened opened : fold(own, unfolded)) folded.put(place(opened), shown(opened));
        }
        Map<Place, ObjectNode> stored = new HashMap<>();
        of(generation, position, streams).forEach(row -> {
            if (stored.put(place(row), row) != null) twice.add(place(row));
        });
        return new Compared(counted, folded.size(), differences(folded, stored, twice), unfolded);
    }

    /** The rows of entities of which nothing is on record. */
    public List<RowDifference> strays(int generation, long position, List<String> streams) {
        return rows
                .sql((SELECT + "coalesce(query.stream(r.kind, r.id, r.refs), '') <> all (:streams)")
                        .formatted(Generation.table(generation)))
                .param("position", position)
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> shown(row))
                .list()
                .stream()
                .map(row -> difference(place(row), null, row))
                .toList();
    }

    /** What tells the rectangles of all entities apart. */
    private record Place(String kind, String id, String valid, String known) {}

    /** Every row that the facts of one stream ever made. */
    private List<Opened> fold(List<StoredEvent> own, List<Unfolded> unfolded) {
        Fold fold = new Fold(facts, types, json);
        RowChanges changes = fold.begin();
        for (StoredEvent fact : own) {
            try {
                fold.handle(fact, changes);
            } catch (RuntimeException | StackOverflowError e) {
                unfolded.add(new Unfolded(fact.stream(), fact.position(), FailureReason.of(e)));
                break;
            }
        }
        return changes.opened();
    }

    private List<ObjectNode> of(int generation, long position, List<String> streams) {
        List<EntityName> names = streams.stream().map(EntityName::ofStream).toList();
        String table = Generation.table(generation);
        String entities =
                SELECT.formatted(table) + "(r.kind, r.id) in (select * from unnest(:kinds::text[], :ids::text[]))";
        String corrections = SELECT.formatted(table) + "r.kind = 'correction' and r.refs && :streams::text[]";
        return rows.sql(entities + " union all " + corrections)
                .param("position", position)
                .param("kinds", names.stream().map(EntityName::kind).toArray(String[]::new))
                .param("ids", names.stream().map(EntityName::id).toArray(String[]::new))
                .param("streams", streams.toArray(String[]::new))
                .query((row, _) -> shown(row))
                .list();
    }

    private static List<RowDifference> differences(
            Map<Place, ObjectNode> folded, Map<Place, ObjectNode> stored, List<Place> twice) {
        TreeSet<Place> places = new TreeSet<>(Comparator.comparing(Place::kind)
                .thenComparing(Place::id)
                .thenComparing(Place::known)
                .thenComparing(Place::valid));
        places.addAll(folded.keySet());
        places.addAll(stored.keySet());
        Stream<RowDifference> differing = places.stream()
                .filter(place -> folded.get(place) == null || !folded.get(place).equals(stored.get(place)))
                .map(place -> difference(place, folded.get(place), stored.get(place)));
        return Stream.concat(differing, twice.stream().map(place -> difference(place, null, stored.get(place))))
                .toList();
    }

    private static RowDifference difference(Place place, @Nullable JsonNode folded, @Nullable JsonNode stored) {
        return new RowDifference(place.kind(), place.id(), place.valid(), place.known(), stored, folded);
    }

    private static Place place(Opened opened) {
        Row.Key key = opened.row().key();
        return new Place(key.kind(), key.id(), opened.row().valid(), opened.known());
    }

    private static Place place(ObjectNode row) {
        return new Place(
                row.path("kind").asString(""),
                row.path("id").asString(""),
                row.path("valid").asString(""),
                row.path("known").asString(""));
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
        ArrayNode refs = shown.putArray("refs");
        for (String ref : (String[]) row.getArray("refs").getArray()) refs.add(ref);
        for (String column : List.of("register", "valid", "known")) shown.put(column, row.getString(column));
        shown.set("state", json.readTree(row.getString("state")));
        ArrayNode positions = shown.putArray("facts");
        for (Long fact : (Long[]) row.getArray("facts").getArray()) positions.add(fact);
        return shown;
    }
}
