package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.renamed;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.AppointmentFacts;
import org.portfolioledger.command.BoardFacts;
import org.portfolioledger.command.BusinessCaseFacts;
import org.portfolioledger.command.DependencyFacts;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.InitiativeFacts;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.PortfolioFacts;
import org.portfolioledger.command.RagFacts;
import org.portfolioledger.command.Refused;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.serialization.UnreadableFact;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.vocabulary.RagRating;

/** What is held ready of streams is what the ledger holds, whoever recorded it. */
class RecordedStreamsTest {

    private static final int STREAMS = 5;

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final FactReader reader = new FactReader();
    private final CommandProcessor here = node();
    private final CommandProcessor elsewhere = node();
    private final RecordedStreams streams = new RecordedStreams(ledger, reader, 1_000);

    @Test
    void what_another_node_recorded_is_decided_on_at_once() {
        send(here, initiative("PG", "2020-01-01"));
        send(elsewhere, renamed("PG", "Homes", "2021-01-01"));
        send(here, renamed("PG", "Houses", "2022-01-01"));
        send(elsewhere, closed("PG", "2023-01-01"));

        assertThatThrownBy(() -> send(here, renamed("PG", "Huts", "2024-01-01")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> send(elsewhere, initiative("PG", "2020-01-01")))
                .isInstanceOf(Refused.class);
        assertThat(ledger.stream("initiative-PG")).hasSize(4);
    }

    @Test
    void a_fork_with_a_small_memory_forgets_nothing_that_it_wrote() {
        CommandProcessor small = new CommandProcessor(
                ledger, new GroupAppender(ledger), reader, _ -> PersonStatus.KNOWN, Families.ALL, 3);
        send(small, initiative("PG-0", "2020-01-01"));
        Fork fork = small.fork(ledger, _ -> PersonStatus.KNOWN);
        send(fork.processor(), renamed("PG-0", "First", "2021-01-01"));
        for (int n = 1; n < 6; n++) send(fork.processor(), initiative("PG-" + n, "2020-01-01"));
        send(fork.processor(), renamed("PG-0", "Second", "2022-01-01"));
        send(fork.processor(), renamed("PG-1", "Second", "2022-01-01"));

        assertThat(fork.ledger().stream("initiative-PG-0")).hasSize(3);
        assertThat(fork.ledger().stream("initiative-PG-1")).hasSize(2);
        assertThat(ledger.stream("initiative-PG-0")).hasSize(1);
    }

    /** One fact of every kind: what was decided on a fork is held ready as it was decided, not as it is read back. */
    @Test
    void what_was_recorded_on_a_fork_is_held_ready_as_it_would_be_read() {
        Fork fork = here.fork(ledger, _ -> PersonStatus.KNOWN);
        List<GovernanceFact> facts = List.of(
                PortfolioFacts.portfolio("PF", "2020-01-01"),
                PortfolioFacts.group("PF", "HR", "Human Resources", "2020-01-01"),
                PortfolioFacts.validity("PF", 40, "2020-01-01"),
                PortfolioFacts.scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                InitiativeFacts.initiativeIn("PG", "PF", "2020-01-01"),
                InitiativeFacts.initiative("PX", "2020-01-01"),
                renamed("PG", "Homes", "2020-02-01"),
                InitiativeFacts.owned("PG", List.of("HR"), "2020-02-02"),
                AppointmentFacts.sro("PG", "A1", "p1", "2020-02-03"),
                AppointmentFacts.sroReplacing("PG", "A2", "p2", "A1", "2020-03-03"),
                AppointmentFacts.ended("PG", "A2", "2020-04-03"),
                AppointmentFacts.vacancy("PG", "A3", null, "2020-04-04"),
                RagFacts.rated("PG", RagRating.AMBER, "2020-05-01"),
                RagFacts.unrated("PG", "2020-05-02"),
                BoardFacts.board("B0", "2020-01-01"),
                BoardFacts.board("B1", "2020-01-01"),
                BoardFacts.limit("B0", "1000000", "2020-01-02"),
                BoardFacts.remit("B0", List.of("BUSINESS_CASE"), "2020-01-02"),
                BoardFacts.parent("B0", null, "2020-01-03"),
                DependencyFacts.dependency(
                        "DP", new DependencyEnd("PG", null), new DependencyEnd("PX", null), "2020-02-01"),
                DependencyFacts.agreed("DP", DependencySide.GIVER, "2020-02-02"),
                DependencyFacts.promised("DP", "2020-12-01", "2020-02-03"),
                DependencyFacts.status("DP", DependencyStatus.AT_RISK, "2020-02-04"),
                BusinessCaseFacts.caseOpened("BC", "PG", CaseStage.SOC, List.of("B1"), "2020-03-01"),
                BusinessCaseFacts.version("BC", 1, "2020-03-02"),
                BusinessCaseFacts.submitted("BC", 1, "2020-03-03"),
                closed("PX", "2023-01-01"));
        facts.forEach(fact -> send(fork.processor(), fact));
        List<String> own = facts.stream()
                .map(fact -> Families.addressed(Families.asking(fact)))
                .distinct()
                .toList();
        assertThat(own).hasSizeGreaterThan(8);

        for (String stream : own)
            assertThat(fork.processor().streams().recorded(stream).stream().facts())
                    .isNotEmpty()
                    .isEqualTo(fork.ledger().stream(stream).stream()
                            .map(reader::read)
                            .toList());
        assertThat(facts.stream().map(Object::getClass).distinct()).hasSizeGreaterThan(20);
    }

    @Test
    void a_stream_that_held_nothing_is_known_to_begin() {
        streams.catchUp();
        assertThat(streams.recorded("initiative-PG").size()).isZero();
        assertThat(streams.registerOf("initiative-PG")).isEmpty();
        send(here, initiative("PG", "2020-01-01"));

        assertThat(streams.registerOf("initiative-PG")).contains("ACME");
        streams.catchUp();
        assertThat(streams.recorded("initiative-PG").register()).isEqualTo("ACME");
        assertSameAsStored("initiative-PG");
    }

    @Test
    void what_was_committed_before_is_counted_in_while_many_record_and_many_look() throws Exception {
        for (int stream = 0; stream < STREAMS; stream++) send(here, initiative("PG-" + stream, "2020-01-01"));
        AtomicInteger committed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < STREAMS; writer++) {
                String id = "PG-" + writer;
                CommandProcessor node = writer % 2 == 0 ? here : elsewhere;
                all.add(threads.submit(() -> {
                    for (int n = 0; n < 40; n++) {
                        send(node, renamed(id, "Name " + n, "2021-01-01"));
                        committed.incrementAndGet();
                    }
                }));
            }
            for (int looker = 0; looker < 4; looker++)
                all.add(threads.submit(() -> {
                    while (committed.get() < STREAMS * 40) {
                        int before = committed.get();
                        streams.catchUp();
                        int seen = IntStream.range(0, STREAMS)
                                .map(stream -> streams.recorded("initiative-PG-" + stream)
                                                .size()
                                        - 1)
                                .sum();
                        assertThat(seen).isGreaterThanOrEqualTo(before);
                    }
                }));
            for (Future<?> one : all) one.get();
        }
        streams.catchUp();
        for (int stream = 0; stream < STREAMS; stream++) assertSameAsStored("initiative-PG-" + stream);
    }

    @Test
    void it_remembers_no_more_than_it_may_and_forgets_what_was_not_asked_for_longest() {
        RecordedStreams few = new RecordedStreams(ledger, reader, 10);
        for (int stream = 0; stream < 8; stream++) {
            send(here, initiative("PG-" + stream, "2020-01-01"));
            few.catchUp();
            assertThat(few.recorded("initiative-PG-" + stream).size()).isEqualTo(1);
        }
        assertThat(few.remembered()).isEqualTo(10);
        for (int n = 0; n < 12; n++) send(here, renamed("PG-7", "Name " + n, "2021-01-01"));
        few.catchUp();
        assertThat(few.remembered()).isLessThanOrEqualTo(10);
        assertThat(few.recorded("initiative-PG-7").size()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1_000})
    void streams_that_are_expected_are_read_at_once_and_are_what_is_on_record(int mostFacts) {
        for (int stream = 0; stream < STREAMS; stream++) send(here, initiative("PG-" + stream, "2020-01-01"));
        send(here, renamed("PG-1", "Homes", "2021-01-01"));
        List<String> calls = new ArrayList<>();
        RecordedStreams some = new RecordedStreams(watched(calls, () -> {}), reader, mostFacts);
        some.catchUp();
        some.expect(names());
        some.expect(names());

        for (String stream : names())
            assertThat(some.recorded(stream).stream().facts())
                    .isEqualTo(ledger.stream(stream).stream().map(reader::read).toList());
        assertThat(calls.stream().filter("streams"::equals)).hasSize(mostFacts == 1_000 ? 1 : 2);
        if (mostFacts == 1_000) assertThat(calls).doesNotContain("stream", "registerOf");
        assertThat(some.remembered()).isLessThanOrEqualTo(mostFacts);
    }

    @Test
    void what_is_recorded_while_expected_streams_are_read_is_counted_in() {
        send(here, initiative("PG-1", "2020-01-01"));
        List<Runnable> meanwhile = new ArrayList<>();
        LedgerReader watched = watched(new ArrayList<>(), () -> meanwhile.forEach(Runnable::run));
        RecordedStreams some = new RecordedStreams(watched, reader, 1_000);
        meanwhile.add(() -> send(elsewhere, renamed("PG-1", "Homes", "2021-01-01")));
        meanwhile.add(() -> send(elsewhere, initiative("PG-2", "2020-01-01")));
        meanwhile.add(some::catchUp);
        some.expect(names());

        assertThat(some.recorded("initiative-PG-1").size()).isEqualTo(2);
        assertThat(some.recorded("initiative-PG-2").size()).isEqualTo(1);
        assertThat(some.recorded("initiative-PG-3").size()).isZero();
    }

    /** With one that holds nothing. */
    private static List<String> names() {
        return IntStream.rangeClosed(0, STREAMS)
                .mapToObj(stream -> "initiative-PG-" + stream)
                .toList();
    }

    /** @param meanwhile what happens when streams were read at once and are not answered yet */
    private LedgerReader watched(List<String> calls, Runnable meanwhile) {
        return (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (_, method, arguments) -> {
                    calls.add(method.getName());
                    Object answer = method.invoke(ledger, arguments);
                    if (method.getName().equals("streams")) meanwhile.run();
                    return answer;
                });
    }

    @Test
    void a_fact_that_this_release_does_not_know_is_told_to_whoever_needs_its_stream() {
        send(here, initiative("PG", "2020-01-01"));
        streams.catchUp();
        streams.recorded("initiative-PG");
        Outcome outcome = new GroupAppender(ledger)
                .append(new AppendRequest(
                        key(),
                        "f1",
                        "ACME",
                        null,
                        false,
                        List.of(new NewEvent(
                                UUID.randomUUID(),
                                "initiative-PG",
                                1,
                                "initiative-of-tomorrow",
                                1,
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "{}".getBytes(StandardCharsets.UTF_8),
                                LocalDate.of(2021, 1, 1))),
                        List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Appended.class);

        streams.catchUp();
        streams.expect(List.of("initiative-PG", "initiative-PX"));
        assertThat(streams.registerOf("initiative-PX")).isEmpty();
        assertThatThrownBy(() -> streams.recorded("initiative-PG")).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> streams.recorded("initiative-PG")).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> send(here, renamed("PG", "Homes", "2021-01-01")))
                .isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> send(elsewhere, initiative("PG", "2020-01-01")))
                .isInstanceOf(UnreadableFact.class);
    }

    private void assertSameAsStored(String stream) {
        List<RecordedFact> stored =
                ledger.stream(stream).stream().map(reader::read).toList();
        assertThat(streams.recorded(stream).stream().facts()).isEqualTo(stored);
        assertThat(Kinds.INITIATIVE.history(streams.recorded(stream).stream()).timeline())
                .isEqualTo(Kinds.INITIATIVE
                        .history(reader.read(ledger.stream(stream)))
                        .timeline());
    }

    private static void send(CommandProcessor node, GovernanceFact wanted) {
        CommandKey key = key();
        node.process(
                Families.addressed(Families.asking(wanted)),
                Families.asking(wanted),
                Given.clerk(key.actor()),
                key,
                "f1",
                "ACME",
                null,
                null);
    }

    private static CommandKey key() {
        return new CommandKey("a.clerk", UUID.randomUUID().toString());
    }

    private CommandProcessor node() {
        return new CommandProcessor(
                ledger, new GroupAppender(ledger), reader, _ -> PersonStatus.KNOWN, Families.ALL, 1_000);
    }
}
