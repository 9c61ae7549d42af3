package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ChallengeVersion;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.state.Structure;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Provenance;

/**
 * A ledger as a test tells it: given facts, when a command, then facts or a refusal. The first fact stands at position 1,
 * the next at 2, whatever their streams. What is asked for is told as the fact that it would give.
 */
public final class Given {

    private static final Set<Kind<?, ?>> PARTS_OF_INITIATIVES = Set.of(Kinds.APPOINTMENTS, Kinds.RAG, Kinds.MILESTONES);

    private final Map<String, RecordedStream> streams = new TreeMap<>();
    private final Set<String> persons = new TreeSet<>();
    private final Set<String> erased = new TreeSet<>();
    private @Nullable Sender sender;
    private final Map<String, Long> wentLive = new TreeMap<>();
    /** By the position of one: all positions that one command recorded. */
    private final Map<Long, List<Long>> units = new TreeMap<>();

    private long head;

    private Given() {}

    /** An empty ledger, and a directory that knows these persons. */
    public static Given persons(String... persons) {
        Given given = new Given();
        given.persons.addAll(Arrays.asList(persons));
        return given;
    }

    /** The same for itself: what is recorded in one is not in the other. */
    public Given copy() {
        Given copy = new Given();
        copy.streams.putAll(streams);
        copy.persons.addAll(persons);
        copy.erased.addAll(erased);
        copy.sender = sender;
        copy.wentLive.putAll(wentLive);
        copy.units.putAll(units);
        copy.head = head;
        return copy;
    }

    /** The same with a person erased from the directory. */
    public Given erased(String person) {
        erased.add(person);
        return this;
    }

    /** The same with facts more, whatever the rules say of them. */
    public Given facts(GovernanceFact... facts) {
        for (GovernanceFact fact : facts) record(stream(fact), fact, List.of(), List.of());
        return this;
    }

    /** The same with a migrated fact that left rules unmet. */
    public Given migrated(GovernanceFact fact, Rule... unmet) {
        record(stream(fact), fact, Then.names(Arrays.asList(unmet)), List.of());
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
        then.isRecorded();
        List<Long> unit = new ArrayList<>();
        long before = head;
        for (StreamFact fact : then.decided.refuseOrRecordUnmet(then.migrating)) {
            List<Long> restsOn = fact.restsOn().stream()
                    .map(position -> History.isRecorded(position) ? position : before + then.number(position))
                    .sorted()
                    .toList();
            record(fact.stream(), fact.fact(), then.reading.recorders(), fact.unmetRules(), restsOn);
            unit.add(head);
        }
        // What was recorded together is corrected each by itself.
        if (!(then.command instanceof Together)) unit.forEach(position -> units.put(position, List.copyOf(unit)));
        if (!then.migrating && then.decided.facts().getFirst().fact() instanceof RegisterFact)
            wentLive.putIfAbsent(register(then.command, then.stream), unit.getFirst());
        return this;
    }

    /** Position of the last fact. */
    public long head() {
        return head;
    }

    /**
     * The same with one person who records everything; before, the secretary records decisions, assurance what it alone
     * may, and a clerk all else.
     */
    public Given recordedBy(String person) {
        return sentBy(clerk(person));
    }

    /** The same with another sender. */
    public Given sentBy(Sender another) {
        sender = another;
        return this;
    }

    /** Who may do what the office, the central secretariat and assurance may. */
    public static Sender clerk(String person) {
        return new Sender(
                person,
                Set.of(
                        Grant.of(ActorRole.PORTFOLIO_OFFICE),
                        new Grant(ActorRole.BOARD_SECRETARY, Grant.EVERYTHING),
                        Grant.of(ActorRole.ASSURANCE)),
                LocalDate.of(2026, 1, 1),
                false);
    }

    /** An ordinary command that asks for a fact. */
    public Then when(GovernanceFact wanted) {
        return when(Families.asking(wanted));
    }

    public Then when(Command command) {
        return decide(command, Families.addressed(command), false);
    }

    /** A command that asks for a fact with others within it, recorded together or not at all. */
    public Then whenTogether(GovernanceFact whole, GovernanceFact... others) {
        return whenTogether(false, whole, others);
    }

    /** The same of a migrator, in a register that still migrates. */
    public Then whenTogetherMigrating(GovernanceFact whole, GovernanceFact... others) {
        return whenTogether(true, whole, others);
    }

    private Then whenTogether(boolean migrating, GovernanceFact whole, GovernanceFact... others) {
        List<Together.Addressed> parts = Arrays.stream(others)
                .map(Families::asking)
                .map(command -> new Together.Addressed(Families.addressed(command), command))
                .toList();
        return decide(new Together(Families.asking(whole), parts), stream(whole), migrating);
    }

    /** A command of a migrator, in a register that still migrates. */
    public Then whenMigrating(GovernanceFact wanted) {
        return whenMigrating(Families.asking(wanted));
    }

    public Then whenMigrating(Command command) {
        return decide(command, Families.addressed(command), true);
    }

    /** A correction that puts other words in the place of those of a fact, and of all that were recorded with it. */
    public Then whenReplaced(long position, GovernanceFact words) {
        return whenReplaced(position, Families.asking(words));
    }

    /** The same, with a command of several facts. */
    public Then whenReplaced(long position, Command replacement) {
        return whenCorrected(position, replacement);
    }

    /** "Entered in error". */
    public Then whenStruck(long position) {
        return whenCorrected(position, null);
    }

    /** The same in an import of history. */
    public Then whenStruckMigrating(long position) {
        return decide(new Correct(targets(position), "misread", null), streamOf(position), true);
    }

    /** The same of a position at which the stream may hold nothing. */
    public Then whenStruck(String stream, long position) {
        return decide(new Correct(List.of(new Correct.Target(stream, position)), "misread", null), stream, false);
    }

    private Then whenCorrected(long position, @Nullable Command replacement) {
        List<Correct.Target> targets = targets(position);
        return decide(new Correct(targets, "misread", replacement), targets.getFirst().stream(), false);
    }

    private List<Correct.Target> targets(long position) {
        return units.getOrDefault(position, List.of(position)).stream()
                .map(each -> new Correct.Target(streamOf(each), each))
                .sorted(Comparator.comparingLong(this::origin))
                .toList();
    }

    private long origin(Correct.Target target) {
        return recorded(target.stream())
                .lineages()
                .lineageOf(target.position())
                .getFirst()
                .position();
    }

    /** The entity of a kind with an id, all that is recorded counted in. */
    public <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
        return kind.history(recorded(kind.stream(id)));
    }

    /** What is recorded in a stream. */
    public List<RecordedFact> stream(String name) {
        return recorded(name).facts();
    }

    private RecordedStream recorded(String stream) {
        return streams.getOrDefault(stream, RecordedStream.EMPTY);
    }

    private Then decide(Command command, String stream, boolean migrating) {
        Reading reading = new Reading(register(command, stream), sender(command, migrating));
        Decided decided = Families.DECIDER.decide(command, stream, recorded(stream), reading);
        try {
            decided.refuseOrRecordUnmet(migrating);
            return new Then(command, stream, migrating, decided, List.of(), unmet(decided), reading, head);
        } catch (Refused refused) {
            return new Then(command, stream, migrating, decided, refused.findings(), List.of(), reading, head);
        }
    }

    private static List<String> unmet(Decided decided) {
        return decided.facts().stream()
                .flatMap(fact -> fact.unmetRules().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Sender sender(Command command, boolean migrating) {
        Sender by = sender == null ? clerk(recorder(command)) : sender;
        return by.migrating(migrating);
    }

    private String recorder(Command command) {
        boolean decides = command instanceof Correct correct
                ? correct.facts().stream().anyMatch(target -> decides(target.position()))
                : Families.routes()
                        .filter(route -> route.command().isInstance(command))
                        .anyMatch(route -> route.facts().stream().anyMatch(Given::isOfBoards));
        return decides
                ? "p-secretary"
                : isForAssurance(command) || command instanceof ChallengeVersion ? "p-assurance" : "p-clerk";
    }

    /** What boards decide, and what becomes of it. */
    private static boolean isOfBoards(Class<? extends GovernanceFact> fact) {
        return BoardDecision.class.isAssignableFrom(fact)
                || Set.of(CaseConditionDischarged.class, BusinessCaseReevaluated.class)
                        .contains(fact);
    }

    /** What assurance alone may, and assessments of cases that the clerk put on record. */
    private static boolean isForAssurance(Command command) {
        return Families.routes()
                .filter(route -> route.command().isInstance(command))
                .anyMatch(route -> route.senders().equals(Set.of(ActorRole.ASSURANCE, ActorRole.MIGRATOR))
                        || route.facts().stream().anyMatch(AccountingAssessmentFact.class::isAssignableFrom));
    }

    private boolean decides(long position) {
        if (position < 1 || position > head) return false;
        GovernanceFact fact = at(position).fact();
        return fact instanceof Corrected corrected ? decides(corrected.fact()) : isOfBoards(fact.getClass());
    }

    /** As the edge finds it: named where a stream begins, else that of the stream or of the initiative it is part of. */
    private String register(Command sent, String stream) {
        Command command = sent instanceof Together together ? together.whole() : sent;
        boolean opens = Families.routes()
                .anyMatch(route -> route.opens() && route.command().isInstance(command));
        return opens ? String.valueOf(Shape.value(command, "register")) : registerOf(stream);
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

    private void record(String stream, GovernanceFact fact, List<String> unmet, List<Long> restsOn) {
        record(stream, fact, Set.of(), unmet, restsOn);
    }

    private void record(
            String stream, GovernanceFact fact, Set<String> recorders, List<String> unmet, List<Long> restsOn) {
        streams.put(stream, recorded(stream).with(new RecordedFact(++head, fact, recorders, unmet, restsOn)));
    }

    private RecordedFact at(long position) {
        return streams.values().stream()
                .flatMap(stream -> stream.facts().stream())
                .filter(recorded -> recorded.position() == position)
                .findFirst()
                .orElseThrow();
    }

    private String streamOf(long position) {
        return streams.entrySet().stream()
                .filter(stream ->
                        stream.getValue().facts().stream().anyMatch(recorded -> recorded.position() == position))
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

    /** Reads the same facts, and remembers which streams were read. */
    final class Reading implements Evidence {

        private final String register;
        private final Sender sender;
        final Set<String> read = new TreeSet<>();
        final Set<Mark> marks = new HashSet<>();

        private Reading(String register, Sender sender) {
            this.register = register;
            this.sender = sender;
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
                            Given.this.stream(stream).getFirst().position()))
                    .toList();
        }

        @Override
        public RecordedStream stream(String name) {
            read.add(name);
            return recorded(name);
        }

        @Override
        public void mark(Mark mark) {
            marks.add(mark);
        }

        /** Those of whose facts one names it, whether it was recorded with the mark or told. */
        @Override
        public List<String> marked(Mark mark) {
            return streams.entrySet().stream()
                    .filter(stream -> Kinds.ofStream(stream.getKey())
                            .filter(mark.kind()::equals)
                            .isPresent())
                    .filter(stream -> stream.getValue().facts().stream().anyMatch(fact -> names(fact, mark.value())))
                    .map(stream -> mark.kind().idIn(stream.getKey()))
                    .toList();
        }

        private boolean names(RecordedFact recorded, String value) {
            List<Object> found = new ArrayList<>();
            Structure.forEach(recorded.fact(), part -> {
                if (value.equals(part)) found.add(part);
            });
            return !found.isEmpty();
        }

        @Override
        public Optional<RecordedFact> fact(long position) {
            if (position < 1 || position > head) return Optional.empty();
            read.add(streamOf(position));
            return Optional.of(at(position));
        }

        @Override
        public Sender sender() {
            return sender;
        }

        @Override
        public PersonStatus person(String id) {
            if (erased.contains(id)) return PersonStatus.ERASED;
            return persons.contains(id) ? PersonStatus.KNOWN : PersonStatus.UNKNOWN;
        }
    }
}
