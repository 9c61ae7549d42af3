package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.naive.NaiveReferences;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What holds of rows whatever the history: they are the fold of what was known, in every column, live and rebuilt. */
class LawsTest {

    private static final int FACTS = 60;
    private static final JsonMapper JSON = FactSerializer.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final LedgerDatabase database = Served.migrated();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final History history = new History(database.appender());

    /** Rows of a kind that are found by nothing but their ids. */
    private record Of<S>(Kind<?, S> kind) implements RowType<S> {}

    @Test
    void there_is_a_life_of_every_kind() {
        assertThat(Life.ALL).extracting(Life::kind).containsExactlyInAnyOrderElementsOf(Kinds.ALL);
    }

    @RepeatedTest(8)
    void at_every_position_the_rows_are_the_fold_of_the_facts_up_to_it(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        Life.tell(history, Life.ALL, chance, FACTS);
        try (RowProjection projection = projection(1 + chance.nextInt(7))) {
            Subscription<RowChanges> follower = projection.subscription();
            while (follower.step()) {}

            FactDecoder reading = new FactDecoder();
            for (Life life : Life.ALL) {
                List<RecordedFact> stream = projection.ledger().stream(life.stream()).stream()
                        .map(reading::recorded)
                        .toList();
                Map<Long, List<String>> rows = rows(life);
                List<String> folded = List.of();
                for (long position = 0; position <= FACTS; position++) {
                    if (isOneOf(stream, position)) folded = fold(life.kind(), stream, position);
                    assertThat(rows.getOrDefault(position, List.of()))
                            .as("seed %s, %s at %s", repetition.getCurrentRepetition(), life.stream(), position)
                            .isEqualTo(folded);
                }
            }
            assertThat(owner.sql("select query.overlaps(number) from query.generation where state = 'LIVE'")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(Rebuilt.areSame(projection)).isTrue();
        }
    }

    @Test
    void rows_overlap_where_one_entity_has_two_for_a_day_at_a_position() {
        owner.sql("select query.create_rows(9)").query((_, _) -> 1).list();
        owner.sql("""
                        insert into query.row_9 (kind, id, register, valid, known, state, facts)
                        select 'initiative', id, 'MPS', valid::daterange, known::int8range, '{}', '{}' from (values
                            ('PG', '[2011-01-01,2012-01-01)', '[1,)'), ('PG', '[2011-12-31,)', '[3,)'),
                            ('PG', '[2011-12-30,2012-02-01)', '[2,3)'), ('PG', '[2013-01-01,)', '[1,3)'),
                            ('PH', '[2011-01-01,)', '[1,)')) as r (id, valid, known)""").update();
        assertThat(owner.sql("select query.overlaps(9)").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void a_rebuild_goes_on_while_facts_arrive_and_loses_none() {
        Life.tell(history, Life.ALL, new Random(7), 200);
        try (RowProjection projection = projection(20)) {
            ProjectionLifecycle following = projection.following(true);
            following.start();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 80; n++) history.append(renamed("PG", "While " + n, "2012-01-01"));
            });
            List<Generation> rebuilt = new ArrayList<>();
            do rebuilt.add(Rebuilt.byItsProcess(projection));
            while (!writing.isDone());
            writing.join();
            assertThat(projection.progress().await(live -> live.position() == 280, Duration.ofSeconds(30)))
                    .isPresent();
            following.stop();
            assertThat(following.failure()).isNull();
            assertThat(rebuilt).allMatch(generation -> Boolean.TRUE.equals(generation.same()));
            assertThat(Rebuilt.areSame(projection)).isTrue();
        }
    }

    private static boolean isOneOf(List<RecordedFact> stream, long position) {
        return stream.stream().anyMatch(recorded -> recorded.position() == position);
    }

    private static <S> List<String> fold(Kind<?, S> kind, List<RecordedFact> stream, long position) {
        List<RecordedFact> known = stream.stream()
                .filter(recorded -> recorded.position() <= position)
                .toList();
        return kind.history(RecordedStream.of(known)).timeline().segments().stream()
                .map(segment -> "[%s,%s) %s"
                        .formatted(
                                segment.from(),
                                segment.to() == null ? "" : segment.to(),
                                whole(kind, JSON.valueToTree(segment.state()))))
                .toList();
    }

    /** A state and what its row must be found by. */
    private static String whole(Kind<?, ?> kind, JsonNode state) {
        boolean isInitiative = kind.equals(Kinds.INITIATIVE);
        Set<Long> facts = new TreeSet<>();
        state.findValues("fact").forEach(fact -> facts.add(fact.asLong()));
        state.findValues("restsOn").forEach(restsOn -> restsOn.forEach(fact -> facts.add(fact.asLong())));
        return "%s %s %s %s %s %s %s"
                .formatted(
                        state.path(isInitiative ? "id" : "initiative").asString("-"),
                        state.at("/placement/value/portfolio").asString("-"),
                        state.at(isInitiative ? "/placement/value/parent" : "/parent/value")
                                .asString("-"),
                        NaiveReferences.streams(kind.name(), state),
                        "MPS",
                        facts,
                        tree(state.toString()));
    }

    /** By positions, the rows that were known at each. */
    private Map<Long, List<String>> rows(Life life) {
        Map<Long, List<String>> rows = new HashMap<>();
        Map<String, String> trees = new HashMap<>();
        owner.sql("""
                        select position, valid::text, coalesce(initiative, '-') as initiative,
                               coalesce(portfolio, '-') as portfolio, coalesce(parent, '-') as parent,
                               array_to_string(refs, ', ') as refs, register, array_to_string(facts, ', ') as facts,
                               state::text as state
                        from query.row join generate_series(0, ?) position on known @> position::bigint
                        where kind = ? and id = ? order by position, lower(valid)""").params(FACTS, life.kind().name(), life.id()).query(row -> {
            rows.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add("%s %s %s %s [%s] %s [%s] %s"
                            .formatted(
                                    row.getString("valid"),
                                    row.getString("initiative"),
                                    row.getString("portfolio"),
                                    row.getString("parent"),
                                    row.getString("refs"),
                                    row.getString("register"),
                                    row.getString("facts"),
                                    trees.computeIfAbsent(row.getString("state"), LawsTest::tree)));
        });
        return rows;
    }

    /** Whatever the order of its members was. */
    private static String tree(String json) {
        return JSON.writeValueAsString(JSON.treeToValue(JSON.readTree(json), Object.class));
    }

    private RowProjection projection(int batch) {
        List<RowType<?>> families =
                Kinds.ALL.stream().<RowType<?>>map(LawsTest::of).toList();
        return new RowProjection(
                Served.database(database),
                families,
                JSON,
                new RowProjection.Pace(batch, 1_000, Duration.ofMillis(200), Duration.ofMinutes(10)));
    }

    private static <S> RowType<S> of(Kind<?, S> kind) {
        return new Of<>(kind);
    }
}
