package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Provenance;

/**
 * A ledger as a test tells it: given facts, when a command, then facts or a refusal. The first fact stands at position 1,
 * the next at 2, whatever their streams. What is asked for is told as the fact that it would give.
 */
public final class Given {

    private static final Set<Kind<?, ?>> PARTS_OF_INITIATIVES = Set.of(Kinds.APPOINTMENTS, Kinds.RAG);

    /** Rules that nothing breaks but against something on record. */
    private static final Set<String> COLLIDING = Set.of(
            "ALREADY_CLOSED",
            "ALREADY_EXISTS",
            "ALREADY_FINAL",
            "AMOUNTS_NOT_COMPARABLE",
            "ANOTHER_REGISTER",
            "BOARD_CLOSED_ALREADY",
            "BOARD_NOT_IN_EXISTENCE",
            "CASE_OF_CLOSED_INITIATIVE",
            "INITIATIVE_CLOSED_WHEN_RATED",
            "INITIATIVE_IS_CLOSED",
            "NO_QUORUM",
            "OUTSIDE_REMIT",
            "OVERLAPPING_APPOINTMENT",
            "OVER_DELEGATED_LIMIT",
            "PARENT_IS_CLOSED",
            "REGISTER_ALREADY_LIVE");

    private final Map<String, List<RecordedFact>> streams = new TreeMap<>();
    private final Set<String> persons = new TreeSet<>();
    private String recorder = "p-clerk";
    private final Map<String, Long> wentLive = new TreeMap<>();
    private long head;

    private Given() {}

    /** An empty ledger, and a directory that knows these persons. */
    public static Given persons(String... persons) {
        Given given = new Given();
        given.persons.addAll(Arrays.asList(persons));
        return given;
    }

    /** The same with facts more, whatever the rules say of them. */
    public Given facts(GovernanceFact... facts) {
        for (GovernanceFact fact : facts) record(stream(fact), fact, List.of(), List.of());
        return this;
    }

    /** The same with a migrated fact that left rules unmet. */
    public Given migrated(GovernanceFact fact, Rule... unmet) {
        record(stream(fact), fact, names(Arrays.asList(unmet)), List.of());
        return this;
    }

    /** The same with the words of a fact replaced. */
    public Given replaced(long position, GovernanceFact words) {
        record(
                stream(words),
                new Corrected(position, "misread", FactType.of(words.getClass()).revision(), words, words.provenance()),
                List.of(),
                List.of());
        return this;
    }

    /** The same with a fact retracted. */
    public Given retracted(long position) {
        RecordedFact recorded = at(position);
        record(streamOf(position), retraction(position, recorded.fact().provenance()), List.of(), List.of());
        return this;
    }

    /** The same with what a live command recorded. */
    public Given and(GovernanceFact wanted) {
        return and(when(wanted));
    }

    /** The same with what came of a command. */
    public Given and(Then then) {
        GovernanceFact fact = then.isRecorded().fact();
        record(then.command.stream(), fact, then.unmet, List.copyOf(then.decision.restsOn()));
        if (!then.migrating && fact instanceof RegisterFact) wentLive.putIfAbsent(register(then.command), head);
        return this;
    }

    /** Position of the last fact. */
    public long head() {
        return head;
    }

    /** The same with another person who records. */
    public Given recordedBy(String person) {
        recorder = person;
        return this;
    }

    /** An ordinary command that asks for a fact. */
    public Then when(GovernanceFact wanted) {
        return when(Families.asking(wanted));
    }

    public Then when(Command command) {
        return decide(command, false);
    }

    /** A command of a migrator, in a register that still migrates. */
    public Then whenMigrating(GovernanceFact wanted) {
        return whenMigrating(Families.asking(wanted));
    }

    public Then whenMigrating(Command command) {
        return decide(command, true);
    }

    /** A correction that puts other words in the place of those of a fact. */
    public Then whenReplaced(long position, GovernanceFact words) {
        return when(correct(position, words));
    }

    /** "Entered in error". */
    public Then whenStruck(long position) {
        return when(correct(position, null));
    }

    /** The correction of a fact. */
    public Correct correct(long position, @Nullable GovernanceFact words) {
        Provenance provenance = words == null ? at(position).fact().provenance() : words.provenance();
        return new Correct(
                streamOf(position), position, "misread", words == null ? null : Families.asking(words), provenance);
    }

    /** The entity of a kind with an id, all that is recorded counted in. */
    public <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
        return kind.history(streams.getOrDefault(kind.stream(id), List.of()));
    }

    /** What is recorded in a stream. */
    public List<RecordedFact> stream(String name) {
        return List.copyOf(streams.getOrDefault(name, List.of()));
    }

    private Then decide(Command command, boolean migrating) {
        Reading reading = new Reading(register(command));
        Decision<GovernanceFact> decision =
                Families.ofStream(command.stream()).judge().decide(command, stream(command.stream()), reading);
        List<String> before = command instanceof Correct correct ? unmet(correct) : List.of();
        List<Finding> refusing = decision.findings().stream()
                .filter(finding -> !finding.rule().isGovernance()
                        || !(migrating || before.contains(finding.rule().name())))
                .toList();
        List<String> unmet = names(decision.findings().stream()
                .filter(finding -> !refusing.contains(finding))
                .map(Finding::rule)
                .toList());
        return new Then(command, migrating, decision, refusing, unmet, reading.read);
    }

    /** As the edge finds it: named where a stream begins, else that of the stream with which it is registered. */
    private String register(Command command) {
        String named = command.register();
        return named == null ? registerOf(command.registeredWith()) : named;
    }

    private String registerOf(String stream) {
        return stream(stream).stream()
                .map(RecordedFact::fact)
                .filter(Opening.class::isInstance)
                .map(opening -> ((Opening) opening).register())
                .findFirst()
                .orElseGet(() -> Kinds.ofStream(stream)
                        .filter(kind -> PARTS_OF_INITIATIVES.contains(kind))
                        .map(kind -> registerOf(Kinds.INITIATIVE.stream(kind.idIn(stream))))
                        .orElse("ACME"));
    }

    private List<String> unmet(Correct correct) {
        return stream(correct.stream()).stream()
                .filter(recorded -> recorded.position() == correct.fact())
                .flatMap(recorded -> recorded.unmetRules().stream())
                .toList();
    }

    private void record(String stream, GovernanceFact fact, List<String> unmet, List<Long> restsOn) {
        streams.computeIfAbsent(stream, _ -> new ArrayList<>()).add(new RecordedFact(++head, fact, unmet, restsOn));
    }

    private RecordedFact at(long position) {
        return streams.values().stream()
                .flatMap(List::stream)
                .filter(recorded -> recorded.position() == position)
                .findFirst()
                .orElseThrow();
    }

    private String streamOf(long position) {
        return streams.entrySet().stream()
                .filter(stream -> stream.getValue().stream().anyMatch(recorded -> recorded.position() == position))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Corrected retraction(long position, Provenance provenance) {
        return new Corrected(position, "entered in error", null, null, provenance);
    }

    /** The first component of every fact is the id of its entity. */
    private static String stream(GovernanceFact fact) {
        Kind<?, ?> kind = Kinds.ALL.stream()
                .filter(known -> known.facts().isInstance(fact))
                .findFirst()
                .orElseThrow();
        Object id = Shape.value(fact, Shape.names(fact.getClass()).getFirst());
        return kind.stream(String.valueOf(id));
    }

    private static List<String> names(List<Rule> rules) {
        return rules.stream().map(Rule::name).distinct().sorted().toList();
    }

    /** Reads the same facts, and remembers which streams were read. */
    private final class Reading implements Evidence {

        private final String register;
        private final Set<String> read = new TreeSet<>();

        private Reading(String register) {
            this.register = register;
        }

        @Override
        public String register() {
            return register;
        }

        @Override
        public Optional<RecordedFact> wentLive() {
            return Optional.ofNullable(wentLive.get(register)).map(Given.this::at);
        }

        @Override
        public List<Read> read() {
            return read.stream()
                    .filter(streams::containsKey)
                    .map(stream -> new Read(
                            stream,
                            registerOf(stream),
                            stream(stream).getFirst().position()))
                    .toList();
        }

        @Override
        public <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
            read.add(kind.stream(id));
            return Given.this.history(kind, id);
        }

        @Override
        public Optional<RecordedFact> fact(long position) {
            if (position < 1 || position > head) return Optional.empty();
            read.add(streamOf(position));
            return Optional.of(at(position));
        }

        @Override
        public String recordedBy() {
            return recorder;
        }

        @Override
        public boolean knowsPerson(String id) {
            return persons.contains(id);
        }
    }

    /** What came of a command. */
    public final class Then {

        private final Command command;
        private final boolean migrating;
        private final Decision<GovernanceFact> decision;
        private final List<Finding> refusing;
        private final List<String> unmet;
        private final Set<String> read;

        private Then(
                Command command,
                boolean migrating,
                Decision<GovernanceFact> decision,
                List<Finding> refusing,
                List<String> unmet,
                Set<String> read) {
            this.command = command;
            this.migrating = migrating;
            this.decision = decision;
            this.refusing = refusing;
            this.unmet = unmet;
            this.read = read;
        }

        /** Recorded as it was asked for. */
        public Then isRecorded() {
            assertThat(refusing).as("refusing findings of %s", command).isEmpty();
            assertThat(decision.fact()).as("fact of %s", command).isNotNull();
            return this;
        }

        public Then records(GovernanceFact fact) {
            isRecorded();
            assertThat(fact()).isEqualTo(fact);
            return this;
        }

        /** The fact that would be recorded; of a correction its replacement is part of it. */
        public GovernanceFact fact() {
            GovernanceFact fact = decision.fact();
            if (fact == null) throw new AssertionError("nothing is recorded");
            return fact;
        }

        /** RecordedFact, with exactly these rules unmet. */
        public Then unmet(Rule... rules) {
            isRecorded();
            assertThat(unmet).isEqualTo(names(Arrays.asList(rules)));
            return this;
        }

        /** RecordedFact, resting on exactly these facts. */
        public Then restsOn(Long... positions) {
            isRecorded();
            assertThat(decision.restsOn()).containsExactlyInAnyOrder(positions);
            return this;
        }

        /** These streams were read as evidence, and so are guarded. */
        public Then reads(String... names) {
            assertThat(read).containsExactlyInAnyOrder(names);
            return this;
        }

        public void changesNothing() {
            storesNothing();
            assertThat(decision.findings()).isEmpty();
        }

        /** Accepted, and on record already. */
        public void storesNothing() {
            assertThat(refusing).as("refusing findings of %s", command).isEmpty();
            assertThat(decision.fact()).as("fact of %s", command).isNull();
        }

        /** The rules that refuse it. */
        public List<Rule> rules() {
            return refusing.stream().map(Finding::rule).distinct().toList();
        }

        public boolean isAccepted() {
            return refusing.isEmpty() && decision.fact() != null;
        }

        /** Refused for this rule alone, once, in words that help. */
        public Refusal refuses(Rule rule) {
            assertThat(refusing).as("what refuses %s", command).isNotEmpty();
            assertThat(refusing)
                    .as("rules that refuse %s", command)
                    .extracting(finding -> finding.rule().name())
                    .containsOnly(rule.name());
            for (Finding finding : refusing) {
                if (COLLIDING.contains(rule.name()))
                    assertThat(finding.facts())
                            .as("facts with which %s collides", command)
                            .isNotEmpty();
                assertThat(finding.detail()).hasSizeGreaterThan(12).doesNotContain("null", "Grounded", "[]");
                assertThat(finding.facts())
                        .allSatisfy(position -> assertThat(position).isBetween(1L, head));
            }
            return new Refusal(refusing);
        }

        /** Refused for exactly these rules. */
        public void refusesAll(Rule... rules) {
            assertThat(names(refusing.stream().map(Finding::rule).toList())).isEqualTo(names(Arrays.asList(rules)));
        }
    }

    /** Why a command was refused. */
    public record Refusal(List<Finding> findings) {

        /** The facts with which it collides, of all findings. */
        public Refusal against(Long... positions) {
            assertThat(findings.stream().flatMap(finding -> finding.facts().stream()))
                    .containsOnly(positions);
            return this;
        }

        public Refusal againstNothing() {
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.facts()).isEmpty());
            return this;
        }

        /** First day on which the rule would be broken, and the first on which it would not. */
        public Refusal during(String from, @Nullable String to) {
            assertThat(findings.getFirst().from()).isEqualTo(LocalDate.parse(from));
            assertThat(findings.getFirst().to()).isEqualTo(to == null ? null : LocalDate.parse(to));
            return this;
        }

        public Refusal at(String pointer) {
            assertThat(findings).extracting(Finding::pointer).containsOnly(pointer);
            return this;
        }

        /** The detail names what the reader needs to know. */
        public Refusal entry(String... words) {
            assertThat(findings.getFirst().detail()).contains(words);
            return this;
        }
    }
}
