package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.renamed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of rows whatever the history: they are the fold of what was known, live and rebuilt. */
class LawsTest {

    private static final LocalDate START = LocalDate.of(2011, 1, 1);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final History history = new History(database.appender());

    private record OfInitiative() implements RowOf<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }
    }

    @RepeatedTest(8)
    void at_every_position_the_rows_are_the_fold_of_the_facts_up_to_it(RepetitionInfo repetition) {
        QueryMigration.migrate(database.owner());
        Random chance = new Random(repetition.getCurrentRepetition());
        record(chance, 30);
        try (Keeping keeping = keeping(1 + chance.nextInt(7))) {
            Follower follower = keeping.follower();
            while (follower.step()) {}

            Reading reading = new Reading();
            for (String id : List.of("A", "B")) {
                List<Recorded> stream = keeping.ledger().stream("initiative-" + id).stream()
                        .map(reading::recorded)
                        .toList();
                for (long position = 0; position <= 30; position++) {
                    assertThat(rows(id, position))
                            .as("seed %d, %s at %d", repetition.getCurrentRepetition(), id, position)
                            .isEqualTo(fold(stream, position));
                }
            }
            assertThat(owner.sql("select query.overlaps('row')")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(keeping.rebuild().run().same()).isTrue();
        }
    }

    @Test
    void a_rebuild_goes_on_while_facts_arrive_and_loses_none() {
        QueryMigration.migrate(database.owner());
        record(new Random(7), 200);
        try (Keeping keeping = keeping(20)) {
            Following following = keeping.following(true);
            following.start();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 80; n++) history.append(renamed("A", "While " + n, "2012-01-01"));
            });
            List<Rebuild.Rebuilt> rebuilt = new ArrayList<>();
            while (!writing.isDone()) rebuilt.add(keeping.rebuild().run());
            writing.join();
            assertThat(keeping.progress().await(280, Duration.ofSeconds(10))).isTrue();
            following.stop();
            assertThat(following.failure()).isNull();
            assertThat(rebuilt).isNotEmpty().allMatch(Rebuild.Rebuilt::same);
            assertThat(keeping.rebuild().run().same()).isTrue();
        }
    }

    /** Two initiatives: opened, renamed at any date, corrected, corrected again and struck out. */
    private void record(Random chance, int facts) {
        List<Long> a = new ArrayList<>(List.of(history.append(initiative("A", "A", "PF", START.toString()))));
        List<Long> b = new ArrayList<>(List.of(history.append(initiative("B", "B", "PF", START.toString()))));
        for (int n = 2; n < facts; n++) {
            boolean first = chance.nextBoolean();
            List<Long> stream = first ? a : b;
            String id = first ? "A" : "B";
            String day = START.plusDays(chance.nextInt(20) - 5).toString();
            if (stream.size() == 1 || chance.nextInt(3) > 0) {
                stream.add(history.append(renamed(id, id + n, day)));
            } else {
                long target = stream.get(1 + chance.nextInt(stream.size() - 1));
                stream.add(history.correct(target, "mended", chance.nextBoolean() ? renamed(id, id + n, day) : null));
            }
        }
    }

    private static List<String> fold(List<Recorded> stream, long position) {
        List<Recorded> known = stream.stream()
                .filter(recorded -> recorded.position() <= position)
                .toList();
        return Kinds.INITIATIVE.history(known).timeline().segments().stream()
                .map(segment -> "[%s,%s) %s"
                        .formatted(
                                segment.from(),
                                segment.to() == null ? "" : segment.to(),
                                segment.state().name().value()))
                .toList();
    }

    private List<String> rows(String id, long position) {
        return owner.sql("""
                        select valid || ' ' || (state #>> '{name,value}') from query.row
                        where kind = 'initiative' and id = ? and known @> ?::bigint order by lower(valid)""").params(id, position).query(String.class).list();
    }

    private Keeping keeping(int batch) {
        DataSource rows = Served.rows(database);
        return new Keeping(rows, rows, List.of(new OfInitiative()), Wire.mapper(), batch, Duration.ofMillis(200));
    }
}
