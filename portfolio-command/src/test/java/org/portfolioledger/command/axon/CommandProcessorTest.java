package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.portfolioledger.command.Facts.board;
import static org.portfolioledger.command.Facts.caseOpened;
import static org.portfolioledger.command.Facts.decided;
import static org.portfolioledger.command.Facts.dependency;
import static org.portfolioledger.command.Facts.initiative;
import static org.portfolioledger.command.Facts.limit;
import static org.portfolioledger.command.Facts.live;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.register;
import static org.portfolioledger.command.Facts.renamed;
import static org.portfolioledger.command.Facts.submitted;
import static org.portfolioledger.command.Facts.version;
import static org.portfolioledger.command.Shape.with;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Correct;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.People;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.CommandKeyReused;
import org.portfolioledger.ledger.axon.CommandRepeated;
import org.portfolioledger.ledger.axon.KnownAtRefused;
import org.portfolioledger.ledger.axon.LedgerConflict;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseStage;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.Waiver;
import tools.jackson.databind.JsonNode;

/** Shell, ids, sequence and guards fit together over a real ledger. */
class CommandProcessorTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final FactReader reader = new FactReader();
    private final CommandProcessor processing = processing(person -> true);

    @Test
    void an_initiative_is_opened_and_renamed_in_one_stream() {
        assertThat(send(initiative("PG", "2020-01-01"))).isInstanceOf(Appended.class);
        assertThat(send(renamed("PG", "Homes", "2021-01-01"))).isInstanceOf(Appended.class);

        assertThat(ledger.stream("initiative-PG"))
                .extracting(StoredEvent::type, StoredEvent::sequence, StoredEvent::position)
                .containsExactly(tuple("initiative-opened", 0L, 1L), tuple("initiative-renamed", 1L, 2L));
        assertThat(facts("initiative-PG"))
                .extracting(RecordedFact::fact)
                .containsExactly(initiative("PG", "2020-01-01"), renamed("PG", "Homes", "2021-01-01"));
    }

    @Test
    void a_shell_decides_on_what_is_stored_positions_included() {
        send(initiative("PG", "2020-01-01"));
        send(renamed("PG", "Homes", "2021-01-01"));

        assertThatThrownBy(() -> send(new Correct("initiative-PG", 1, "misread", null, on("2020-01-01"))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.findings())
                            .extracting(Finding::rule)
                            .containsExactly(LedgerRule.OPENING_STILL_NEEDED);
                    assertThat(refused.findings().getFirst().facts()).containsExactly(2L);
                });
        send(new Correct("initiative-PG", 2, "misread", null, on("2021-01-01")));
        assertThat(ledger.stream("initiative-PG")).hasSize(3);
    }

    @Test
    void what_would_change_nothing_and_what_is_refused_store_nothing() {
        send(initiative("PG", "2020-01-01"));

        assertThat(process(command(renamed("PG", "New homes", "2021-01-01")), unit(), false, null))
                .isEmpty();
        assertThatThrownBy(() -> send(initiative("PG", "2020-01-01"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> send(renamed("PX", "Homes", "2020-01-01"))).isInstanceOf(Refused.class);
        assertThat(ledger.head().position()).isEqualTo(1);
    }

    @Test
    void a_sender_who_decided_on_an_older_version_is_told() {
        send(initiative("PG", "2020-01-01"));
        send(renamed("PG", "Homes", "2021-01-01"));

        assertThatThrownBy(() -> process(command(renamed("PG", "Houses", "2022-01-01")), unit(), false, 1L))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.present()).isEqualTo(2));
        assertThat(process(command(renamed("PG", "Houses", "2022-01-01")), unit(), false, 2L))
                .isPresent();
    }

    @Test
    void the_same_key_is_recorded_once_and_another_request_under_it_is_refused() {
        send(initiative("PG", "2020-01-01"));
        CommandKey key = new CommandKey("a.clerk", "k-1");
        Command rename = command(renamed("PG", "Homes", "2021-01-01"));
        process(rename, unit(key, "f1"), false, null);

        Command another = command(renamed("PG", "Houses", "2022-01-01"));
        assertThatThrownBy(() -> process(another, unit(key, "f1"), false, null)).isInstanceOf(CommandRepeated.class);
        assertThatThrownBy(() -> process(another, unit(key, "f2"), false, null)).isInstanceOf(CommandKeyReused.class);
        assertThat(ledger.stream("initiative-PG")).hasSize(2);
    }

    @Test
    void threads_that_race_on_one_stream_all_come_through_when_they_try_again() throws Exception {
        send(initiative("PG", "2020-01-01"));
        int racers = 8;
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(racers)) {
            List<Future<Integer>> races = IntStream.range(0, racers)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return triesOf(renamed("PG", "Name " + i, "2021-01-0" + (i + 1)));
                    }))
                    .toList();
            start.countDown();
            for (Future<Integer> race : races) assertThat(race.get()).isPositive();
        }
        assertThat(ledger.stream("initiative-PG"))
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, racers).boxed().toList());
    }

    @Test
    void the_facts_on_which_an_approval_rests_are_stored_with_it() {
        prepareCase();
        send(approval());

        String basis = new String(ledger.stream("business-case-BC").getLast().basis(), StandardCharsets.UTF_8);
        assertThat(basis).contains("board-BD", "appointments-PG", "business-case-BC");
        assertThat(guard(basis, "board-BD").path("facts").toString()).isEqualTo("[2]");
        assertThat(guard(basis, "board-BD").path("sequence").asInt()).isZero();
        assertThat(guard(basis, "business-case-BC").path("facts").toString()).isEqualTo("[3,4]");
        assertThat(guard(basis, "appointments-PG").path("facts").toString()).isEqualTo("[]");
    }

    private static JsonNode guard(String basis, String stream) {
        return FactSerializer.mapper()
                .readTree(basis)
                .valueStream()
                .filter(guard -> guard.path("stream").asString().equals(stream))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_limit_that_is_lowered_between_reading_and_appending_is_a_conflict() {
        prepareCase();
        // Whether the directory knows who waived is asked after the board was read.
        CommandProcessor deciding = processing(person -> {
            if (person.equals("p-waives")) elsewhere(() -> send(limit("BD", "1", "2020-01-01")));
            return true;
        });

        assertThatThrownBy(() -> deciding.process(command(approval()), unit(), false, null))
                .isInstanceOfSatisfying(
                        LedgerConflict.class,
                        conflict -> assertThat(conflict.conflict().stream()).isEqualTo("board-BD"));
        assertThatThrownBy(() -> send(approval())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings()).extracting(Finding::rule).containsExactly(PowersRule.OVER_DELEGATED_LIMIT);
            assertThat(refused.findings().getFirst().facts()).containsExactly(6L);
        });
        assertThat(ledger.stream("business-case-BC")).hasSize(3);
    }

    @Test
    void what_a_migrated_source_cannot_satisfy_is_stored_with_the_fact_and_lives_on_in_its_correction() {
        migrate(register("ACME", "2011-06-13"));
        migrate(initiative("PG", "2011-06-13"));
        migrate(board("BD", "2011-06-13"));
        migrate(with(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2011-06-13"), "stage", null));
        assertThat(facts("business-case-BC").getFirst().unmetRules()).containsExactly("CASE_WITHOUT_STAGE");

        var titled = with(
                with(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2011-06-13"), "stage", null),
                "title",
                "Newer homes");
        assertThatThrownBy(() -> send(with(titled, "businessCase", "BC-2"))).isInstanceOf(Refused.class);
        goLive("2021-01-01");
        send(new Correct("business-case-BC", 4, "misread", command(titled), titled.provenance()));
        assertThat(facts("business-case-BC").getLast().unmetRules()).containsExactly("CASE_WITHOUT_STAGE");
    }

    @Test
    void what_is_of_another_register_is_not_named() {
        send(initiative("PG", "2020-01-01"));
        process(command(with(initiative("RV-PG", "2020-01-01"), "register", "RV")), unit("RV"), false, null);

        Command between = command(
                dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("RV-PG", null), "2020-02-01"));
        assertThatThrownBy(() -> send(between)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings()).extracting(Finding::rule).containsExactly(LedgerRule.ANOTHER_REGISTER);
            assertThat(refused.findings().getFirst().facts()).containsExactly(2L);
        });
        assertThat(ledger.stream("dependency-DP")).isEmpty();
    }

    @Test
    void a_register_migrates_until_it_goes_live_and_does_not_once_more() {
        migrate(register("ACME", "2011-06-13"));
        migrate(initiative("PG", "2011-06-13"));
        assertThatThrownBy(() -> send(renamed("PG", "Homes", "2021-01-01"))).isInstanceOf(KnownAtRefused.class);
        goLive("2021-01-01");
        send(renamed("PG", "Homes", "2021-01-01"));

        assertThatThrownBy(() -> send(live("ACME", "2021-01-02"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings())
                    .extracting(finding -> finding.rule().slug())
                    .containsExactly("register-already-live");
            assertThat(refused.findings().getFirst().facts()).containsExactly(3L);
        });
    }

    @Test
    void what_was_said_before_stores_nothing_and_what_is_wrong_is_refused_all_the_same() {
        prepareCase();
        assertThat(process(command(submitted("BC", 1, "2020-01-01")), unit(), false, null))
                .isEmpty();
        assertThatThrownBy(() -> send(submitted("BC", 2, "2020-01-01"))).isInstanceOf(Refused.class);
        assertThat(ledger.stream("business-case-BC")).hasSize(3);
    }

    private void prepareCase() {
        send(initiative("PG", "2020-01-01"));
        send(board("BD", "2020-01-01"));
        send(caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2020-01-01"));
        send(version("BC", 1, "2020-01-01"));
        send(submitted("BC", 1, "2020-01-01"));
    }

    private static GovernanceFact approval() {
        return with(
                decided("BC", "BD", 1, BoardOutcome.APPROVED, "2020-06-01"),
                "waiver",
                new Waiver("p-waives", "No outline case was asked for"));
    }

    /** On another thread: what is sent within a unit of work would become part of it. */
    private static void elsewhere(Runnable sending) {
        CompletableFuture.runAsync(sending).join();
    }

    private int triesOf(GovernanceFact wanted) {
        for (int tries = 1; ; tries++) {
            try {
                send(wanted);
                return tries;
            } catch (LedgerConflict lost) {
                if (tries == 50) throw lost;
            }
        }
    }

    private Outcome send(GovernanceFact wanted) {
        return send(command(wanted));
    }

    private Outcome send(Command command) {
        return process(command, unit(), false, null).orElseThrow();
    }

    private void migrate(GovernanceFact wanted) {
        PendingUnit unit = new PendingUnit(
                new CommandKey("a.migrator", UUID.randomUUID().toString()),
                "f1",
                "ACME",
                Instant.parse("2011-06-13T00:00:00Z"));
        assertThat(process(command(wanted), unit, true, null)).isPresent();
    }

    private void goLive(String day) {
        PendingUnit unit = unit();
        unit.goLive();
        assertThat(process(command(live("ACME", day)), unit, false, null)).isPresent();
    }

    private Optional<Outcome> process(Command command, PendingUnit unit, boolean migrating, @Nullable Long ifMatch) {
        return processing.process(command, unit, migrating, ifMatch);
    }

    private static Command command(GovernanceFact wanted) {
        return Families.asking(wanted);
    }

    private static PendingUnit unit() {
        return unit(new CommandKey("a.clerk", UUID.randomUUID().toString()), "f1");
    }

    private static PendingUnit unit(String register) {
        return new PendingUnit(new CommandKey("a.clerk", UUID.randomUUID().toString()), "f1", register, null);
    }

    private static PendingUnit unit(CommandKey key, String fingerprint) {
        return new PendingUnit(key, fingerprint, "ACME", null);
    }

    private List<RecordedFact> facts(String stream) {
        return ledger.stream(stream).stream().map(reader::read).toList();
    }

    private CommandProcessor processing(People people) {
        return new CommandProcessor(ledger, new GroupAppender(ledger), reader, people, shells());
    }

    private static List<Class<? extends Shell>> shells() {
        return Families.ALL.stream()
                .<Class<? extends Shell>>map(family -> family.posts().shell())
                .toList();
    }
}
