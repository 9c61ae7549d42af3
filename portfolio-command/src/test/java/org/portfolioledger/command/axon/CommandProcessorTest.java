package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.MeetingFacts.minuted;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.Shape.with;

import java.time.Instant;
import java.time.LocalDate;
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
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.People;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.command.Together;
import org.portfolioledger.command.appointment.AppointmentCommand.TransferAppointment;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.PositionRange;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.CommandKeyReused;
import org.portfolioledger.ledger.axon.CommandRepeated;
import org.portfolioledger.ledger.axon.KnownAtRefused;
import org.portfolioledger.ledger.axon.LedgerConflict;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Provenance;
import tools.jackson.databind.JsonNode;

/** Aggregate, ids, sequence and guards fit together over a real ledger. */
class CommandProcessorTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final FactReader reader = new FactReader();
    private final CommandProcessor processing = processing(_ -> PersonStatus.KNOWN);

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
    void an_aggregate_decides_on_what_is_stored_positions_included() {
        send(initiative("PG", "2020-01-01"));
        send(renamed("PG", "Homes", "2021-01-01"));

        assertThatThrownBy(() -> send(correct("initiative-PG", 1, null)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.findings())
                            .extracting(Finding::rule)
                            .containsExactly(LedgerRule.OPENING_STILL_NEEDED);
                    assertThat(refused.findings().getFirst().facts()).containsExactly(2L);
                });
        send(correct("initiative-PG", 2, null));
        assertThat(ledger.stream("initiative-PG")).hasSize(3);
    }

    @Test
    void what_would_change_nothing_and_what_is_refused_store_nothing() {
        send(initiative("PG", "2020-01-01"));

        send(renamed("PG", "Homes", "2021-01-01"));
        assertThat(process(command(renamed("PG", "Homes", "2021-01-01")), key(), null))
                .isEmpty();
        assertThatThrownBy(() -> send(initiative("PG", "2020-01-01"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> send(renamed("PX", "Homes", "2020-01-01"))).isInstanceOf(Refused.class);
        assertThat(ledger.head().position()).isEqualTo(2);
    }

    @Test
    void a_sender_who_decided_on_an_older_version_is_told() {
        send(initiative("PG", "2020-01-01"));
        send(renamed("PG", "Homes", "2021-01-01"));

        assertThatThrownBy(() -> process(command(renamed("PG", "Houses", "2022-01-01")), key(), 1L))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.present()).isEqualTo(2));
        assertThat(process(command(renamed("PG", "Houses", "2022-01-01")), key(), 2L))
                .isPresent();
    }

    @Test
    void the_same_key_is_recorded_once_and_another_request_under_it_is_refused() {
        send(initiative("PG", "2020-01-01"));
        CommandKey key = new CommandKey("a.clerk", "k-1");
        Command rename = command(renamed("PG", "Homes", "2021-01-01"));
        process(rename, key, "f1", "ACME", null, null);

        Command another = command(renamed("PG", "Houses", "2022-01-01"));
        assertThatThrownBy(() -> process(another, key, "f1", "ACME", null, null))
                .isInstanceOf(CommandRepeated.class);
        assertThatThrownBy(() -> process(another, key, "f2", "ACME", null, null))
                .isInstanceOf(CommandKeyReused.class);
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

        JsonNode basis = basis(ledger.stream("business-case-BC").getLast());
        assertThat(basis.path("restsOn").toString()).isEqualTo("[2,3,4]");
        assertThat(basis.path("read").findValuesAsString("stream"))
                .contains("board-BD", "appointments-PG", "business-case-BC");
        assertThat(basis.path("read").toString())
                .contains(
                        "{\"stream\":\"board-BD\",\"sequence\":0}", "{\"stream\":\"business-case-BC\",\"sequence\":2}");
    }

    /** The first of them is the meeting's, so it is published first; what was decided before it comes behind. */
    @Test
    void each_fact_of_a_unit_is_stored_with_the_grounds_of_its_own_decision() {
        send(initiative("PG", "2020-01-01"));
        send(board("BD", "2020-01-01"));
        send(sro("PG", "SRO-1", "p-sro", "2020-01-01"));
        send(meeting("M", "BD", "2020-05-20", "2020-05-01"));
        Together minutes = new Together(
                command(minuted("M", "2020-05-27")),
                List.of(
                        addressed(action("ACT", "p-owner", null, "2020-05-27")),
                        addressed(meetingHeld("M", List.of("p-a", "p-b", "p-c"), "2020-05-20")),
                        addressed(decision("D-1", "PG")),
                        addressed(decision("D-2", null))));
        process(processing, "meeting-M", minutes, key());

        List<StoredEvent> unit = ledger.between(5, 9);
        assertThat(unit)
                .extracting(
                        StoredEvent::type, fact -> basis(fact).path("restsOn").toString())
                .containsExactly(
                        tuple("meeting-held", "[]"),
                        tuple("meeting-minuted", "[]"),
                        tuple("action-opened", "[]"),
                        tuple("board-decided", "[2,3,5]"),
                        tuple("board-decided", "[2,5]"));
        assertThat(unit)
                .extracting(fact -> basis(fact).path("read").toString())
                .containsOnly(basis(unit.getFirst()).path("read").toString());
        assertThat(basis(unit.getFirst()).path("read").findValuesAsString("stream"))
                .contains("appointments-PG", "board-BD", "meeting-M");
        assertThat(facts("board-BD")).extracting(RecordedFact::restsOn).endsWith(List.of(2L, 3L, 5L), List.of(2L, 5L));
    }

    private static Together.Addressed addressed(GovernanceFact wanted) {
        Command command = command(wanted);
        return new Together.Addressed(Families.addressed(command), command);
    }

    private static GovernanceFact decision(String id, @Nullable String initiative) {
        BoardDecided policy = with(boardDecided("BD", id, "POLICY", "2020-05-20"), "manner", DecisionManner.IN_MEETING);
        BoardDecided there = with(with(policy, "meeting", "M"), "attendance", null);
        return with(with(there, "decidedBy", List.of("p-a")), "initiative", initiative);
    }

    private static JsonNode basis(StoredEvent fact) {
        return FactSerializer.mapper().readTree(fact.basis());
    }

    @Test
    void a_limit_that_is_lowered_between_reading_and_appending_is_a_conflict() {
        prepareCase();
        // Whether the directory knows who waived is asked after the board was read.
        CommandProcessor deciding = processing(person -> {
            if (person.equals("p-waives")) elsewhere(() -> send(limit("BD", "1", "2020-01-01")));
            return PersonStatus.KNOWN;
        });

        assertThatThrownBy(() -> process(deciding, "business-case-BC", command(approval()), secretary()))
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
        send(live("ACME", "2012-01-01"));
        send(correct("business-case-BC", 4, command(titled)));
        assertThat(facts("business-case-BC").getLast().unmetRules()).containsExactly("CASE_WITHOUT_STAGE");
    }

    @Test
    void what_is_of_another_register_is_not_named() {
        send(initiative("PG", "2020-01-01"));
        process(command(with(initiative("RV-PG", "2020-01-01"), "register", "RV")), key(), "f1", "RV", null, null);

        Command between = command(
                dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("RV-PG", null), "2020-02-01"));
        assertThatThrownBy(() -> send(between)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings()).extracting(Finding::rule).containsExactly(LedgerRule.ANOTHER_REGISTER);
            assertThat(refused.findings().getFirst().facts()).containsExactly(2L);
        });
        assertThat(ledger.stream("dependency-DP")).isEmpty();
    }

    @Test
    void a_register_migrates_until_it_goes_live_and_goes_live_once() {
        migrate(register("ACME", "2011-06-13"));
        migrate(initiative("PG", "2011-06-13"));
        assertThatThrownBy(() -> send(renamed("PG", "Homes", "2021-01-01"))).isInstanceOf(KnownAtRefused.class);

        send(live("ACME", "2021-01-01"));
        send(renamed("PG", "Homes", "2021-01-01"));
        assertThatThrownBy(() -> send(live("ACME", "2021-02-01"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings())
                    .extracting(finding -> finding.rule().code())
                    .containsExactly("register-already-live");
            assertThat(refused.findings().getFirst().facts()).containsExactly(3L);
        });
    }

    @Test
    void a_key_whose_command_changed_nothing_has_that_effect_for_ever() {
        send(initiative("PG", "2020-01-01"));
        send(renamed("PG", "Alpha", "2020-03-01"));
        CommandKey key = key();
        assertThat(process(command(renamed("PG", "Alpha", "2020-03-01")), key, null))
                .isEmpty();
        send(renamed("PG", "Beta", "2020-03-01"));

        assertThat(ledger.command(key))
                .hasValueSatisfying(stored -> assertThat(stored.isEmpty()).isTrue());
        assertThatThrownBy(() -> process(command(renamed("PG", "Alpha", "2020-03-01")), key, null))
                .isInstanceOf(CommandRepeated.class);
        assertThat(ledger.stream("initiative-PG")).hasSize(3);
    }

    @Test
    void what_was_said_before_stores_nothing_and_what_is_wrong_is_refused_all_the_same() {
        prepareCase();
        assertThat(process(command(submitted("BC", 1, "2020-01-01")), key(), null))
                .isEmpty();
        assertThatThrownBy(() -> send(submitted("BC", 2, "2020-01-01"))).isInstanceOf(Refused.class);
        assertThat(ledger.stream("business-case-BC")).hasSize(3);
    }

    @Test
    void facts_of_two_streams_are_appended_in_one_unit_and_so_is_their_correction() {
        prepareTransfer();
        CommandKey key = key();
        process(transfer(), key, null);

        assertThat(ledger.command(key))
                .hasValueSatisfying(stored -> assertThat(stored.positions()).isEqualTo(new PositionRange(4, 5)));
        assertThat(ledger.between(4, 5))
                .extracting(StoredEvent::stream, StoredEvent::sequence, StoredEvent::type)
                .containsExactly(
                        tuple("appointments-PG", 1L, "appointment-ended"),
                        tuple("appointments-RD", 0L, "role-appointed"));

        Correct retraction = new Correct(
                List.of(new Correct.Target("appointments-PG", 4), new Correct.Target("appointments-RD", 5)),
                "entered in error",
                null);
        send(retraction);
        assertThat(ledger.between(6, 7))
                .extracting(StoredEvent::stream, StoredEvent::sequence, StoredEvent::type)
                .containsExactly(tuple("appointments-PG", 2L, "corrected"), tuple("appointments-RD", 1L, "corrected"));
        assertThat(ledger.at(6).orElseThrow().command())
                .isEqualTo(ledger.at(7).orElseThrow().command());
    }

    @Test
    void a_stream_that_moves_while_another_decides_on_it_refuses_the_whole() {
        prepareTransfer();
        CommandProcessor deciding = processing(_ -> {
            elsewhere(() -> send(sro("RD", "SRO-5", "p1", "2020-06-01")));
            return PersonStatus.KNOWN;
        });

        assertThatThrownBy(() -> process(deciding, "appointments-PG", transfer(), key()))
                .isInstanceOfSatisfying(
                        LedgerConflict.class,
                        conflict -> assertThat(conflict.conflict().stream()).isEqualTo("appointments-RD"));
        assertThat(ledger.stream("appointments-PG")).hasSize(1);
        assertThat(ledger.stream("appointments-RD")).hasSize(1);
    }

    private void prepareTransfer() {
        send(initiative("PG", "2020-01-01"));
        send(initiative("RD", "2020-01-01"));
        send(sro("PG", "SRO-1", "p0", "2020-01-01"));
    }

    private static Command transfer() {
        return new TransferAppointment(
                "PG",
                "SRO-1",
                "SRO-9",
                "RD",
                null,
                AppointmentKind.SUBSTANTIVE,
                null,
                "RD/1",
                LocalDate.parse("2029-01-01"),
                50,
                null,
                null,
                null,
                "Moved",
                null,
                Provenance.on(LocalDate.parse("2021-01-01")));
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

    /** The secretary records what boards decide, a clerk all else. */
    private Outcome send(GovernanceFact wanted) {
        CommandKey key = wanted instanceof BoardDecision ? secretary() : key();
        return process(command(wanted), key, null).orElseThrow();
    }

    private Outcome send(Command command) {
        return process(command, key(), null).orElseThrow();
    }

    private void migrate(GovernanceFact wanted) {
        CommandKey key = new CommandKey("a.migrator", UUID.randomUUID().toString());
        assertThat(process(command(wanted), key, "f1", "ACME", Instant.parse("2011-06-13T00:00:00Z"), null))
                .isPresent();
    }

    private Optional<Outcome> process(Command command, CommandKey key, @Nullable Long ifMatch) {
        return process(command, key, "f1", "ACME", null, ifMatch);
    }

    private Optional<Outcome> process(
            Command command,
            CommandKey key,
            String fingerprint,
            String register,
            @Nullable Instant knownAt,
            @Nullable Long ifMatch) {
        String stream =
                command instanceof Correct correct ? correct.facts().getFirst().stream() : Families.addressed(command);
        Outcome outcome = processing
                .process(
                        stream,
                        command,
                        sender(key, knownAt),
                        key,
                        fingerprint,
                        register,
                        knownAt,
                        ifMatch == null ? null : ExpectedVersion.of(ifMatch))
                .outcome();
        return outcome instanceof Outcome.NoEvents ? Optional.empty() : Optional.of(outcome);
    }

    private static CommandContext process(CommandProcessor deciding, String stream, Command command, CommandKey key) {
        return deciding.process(stream, command, sender(key, null), key, "f1", "ACME", null, null);
    }

    private static Sender sender(CommandKey key, @Nullable Instant knownAt) {
        Sender clerk = Given.clerk(key.actor());
        return new Sender(clerk.person(), clerk.grants(), clerk.today(), knownAt != null);
    }

    private static Correct correct(String stream, long position, @Nullable Command replacement) {
        return new Correct(List.of(new Correct.Target(stream, position)), "misread", replacement);
    }

    private static Command command(GovernanceFact wanted) {
        return Families.asking(wanted);
    }

    private static CommandKey secretary() {
        return new CommandKey("a.secretary", UUID.randomUUID().toString());
    }

    private static CommandKey key() {
        return new CommandKey("a.clerk", UUID.randomUUID().toString());
    }

    private List<RecordedFact> facts(String stream) {
        return ledger.stream(stream).stream().map(reader::read).toList();
    }

    private CommandProcessor processing(People people) {
        return new CommandProcessor(ledger, new GroupAppender(ledger), reader, people, Families.ALL, 1_000);
    }
}
