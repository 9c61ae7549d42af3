package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.Facts.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersioned;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseStage;
import org.portfolioledger.vocabulary.DependencyEnd;
import org.portfolioledger.vocabulary.DependencySide;
import org.portfolioledger.vocabulary.DependencyStatus;
import org.portfolioledger.vocabulary.Placement;

/**
 * Laws of deciding: whatever is sent, in whatever order and for whatever dates, corrections and corrections of corrections
 * included, what is accepted leaves no segment that breaks an invariant.
 */
@AddLifecycleHook(SuiteSize.class)
class LawsTest {

    /**
     * What is sent.
     *
     * @param how 0 to 5: a command; 6 and 7: it replaces a fact; 8: a strike
     * @param which of the facts of the stream is corrected, and what the command names
     */
    record Sent(int how, int kind, int which, int other, int day) {}

    private static final LocalDate FIRST = day("2020-01-01");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void appointments_keep_the_law(@ForAll("sequences") List<Sent> sequence) {
        Given given = play(office(), "appointments-PG", sequence, LawsTest::appointment);
        keepsTheLaw(given, Kinds.APPOINTMENTS, "PG");
        onlyOneSroAtAnyMoment(given);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void business_cases_keep_the_law(@ForAll("sequences") List<Sent> sequence) {
        Given given = office().facts(
                        Facts.caseOpened("BC", "PG", CaseStage.SOC, List.of("B0", "B1"), "2020-01-01"),
                        Facts.version("BC", 1, "2020-01-02"),
                        Facts.submitted("BC", 1, "2020-01-03"));
        play(given, "businesscase-BC", sequence, LawsTest::caseFact);
        keepsTheLaw(given, Kinds.BUSINESS_CASE, "BC");
        nothingComesAfterTheFinalApproval(given);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void initiatives_keep_the_law(@ForAll("sequences") List<Sent> sequence) {
        Given given = play(office(), "initiative-PG", sequence, LawsTest::initiative);
        keepsTheLaw(given, Kinds.INITIATIVE, "PG");
        comesLast(
                given,
                "initiative-PG",
                Kinds.INITIATIVE,
                fact -> fact instanceof InitiativeClosed,
                Set.of(InitiativeOpened.class));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void boards_keep_the_law(@ForAll("sequences") List<Sent> sequence) {
        Given given = play(office(), "board-B0", sequence, LawsTest::board);
        keepsTheLaw(given, Kinds.BOARD, "B0");
        comesLast(given, "board-B0", Kinds.BOARD, fact -> fact instanceof BoardClosed, Set.of(BoardDecided.class));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void dependencies_keep_the_law(@ForAll("sequences") List<Sent> sequence) {
        Given given = office().facts(Facts.dependency(
                "DP", new DependencyEnd("PG", null), new DependencyEnd("PX", null), "2020-01-01"));
        play(given, "dependency-DP", sequence, LawsTest::dependency);
        keepsTheLaw(given, Kinds.DEPENDENCY, "DP");
        comesLast(
                given,
                "dependency-DP",
                Kinds.DEPENDENCY,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                Set.of(DependencyProposed.class));
    }

    @Provide
    Arbitrary<List<Sent>> sequences() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 8);
        return Combinators.combine(
                        small, small, small, small, Arbitraries.integers().between(-3, 8))
                .as(Sent::new)
                .list()
                .ofMaxSize(14);
    }

    /** Makes a fact that a family might be asked for. */
    private interface Maker {
        PortfolioEvent make(Sent sent, Given given, String day);
    }

    private static Given office() {
        return Given.persons("p0", "p1", "p2", "p3", "p-owner", "p-submitter", "p-board")
                .facts(
                        Facts.initiative("PG", "2020-01-01"),
                        Facts.initiative("PX", "2020-01-01"),
                        Facts.portfolio("PF", "2020-01-01"),
                        Facts.board("B0", "2020-01-01"),
                        Facts.board("B1", "2020-01-01"));
    }

    /** Sends everything; what is accepted is recorded, what is refused changes nothing. */
    private static Given play(Given given, String stream, List<Sent> sequence, Maker maker) {
        for (Sent sent : sequence) {
            List<Recorded> before = given.stream(stream);
            Given.Then then = send(given, stream, sent, maker);
            if (then.isAccepted()) {
                given.and(then);
                assertThat(given.stream(stream).subList(0, before.size())).isEqualTo(before);
            } else {
                assertThat(given.stream(stream)).isEqualTo(before);
            }
        }
        return given;
    }

    private static Given.Then send(Given given, String stream, Sent sent, Maker maker) {
        String day = FIRST.plusDays(sent.day()).toString();
        PortfolioEvent wanted = maker.make(sent, given, day);
        List<Recorded> facts = given.stream(stream);
        if (sent.how() < 6 || facts.isEmpty()) return given.when(wanted);
        // Mostly the last of a line, since only that can be corrected.
        List<Long> corrected = facts.stream()
                .map(Recorded::fact)
                .filter(Corrected.class::isInstance)
                .map(fact -> ((Corrected) fact).fact())
                .toList();
        List<Recorded> last = facts.stream()
                .filter(recorded -> !corrected.contains(recorded.position()))
                .toList();
        if (sent.how() == 8) {
            return given.whenStruck(last.get(sent.which() % last.size()).position());
        }
        // The edge makes the replacement of the command that gave the fact.
        List<Recorded> alike = last.stream()
                .filter(recorded -> words(facts, recorded).equals(wanted.getClass()))
                .toList();
        if (alike.isEmpty()) return given.when(wanted);
        return given.whenReplaced(alike.get(sent.which() % alike.size()).position(), wanted);
    }

    private static Class<?> words(List<Recorded> stream, Recorded recorded) {
        long place =
                Kind.lineages(stream).lineageOf(recorded.position()).getFirst().position();
        return stream.stream()
                .filter(first -> first.position() == place)
                .findFirst()
                .orElseThrow()
                .fact()
                .getClass();
    }

    private static PortfolioEvent appointment(Sent sent, Given given, String day) {
        String id = "A" + sent.which() % 5;
        String other = "A" + sent.other() % 5;
        return switch (sent.kind() % 5) {
            case 0 -> Facts.sro("PG", id, "p" + sent.other() % 4, day);
            case 1, 2 -> Facts.sroReplacing("PG", id, "p" + sent.other() % 4, other, day);
            case 3 -> Facts.vacancy("PG", id, sent.other() % 2 == 0 ? other : null, day);
            default -> Facts.ended("PG", id, day);
        };
    }

    private static PortfolioEvent caseFact(Sent sent, Given given, String day) {
        int version = 1 + sent.other() % 2;
        BoardOutcome outcome = List.of(
                        BoardOutcome.APPROVED,
                        BoardOutcome.ENDORSED,
                        BoardOutcome.APPROVED_WITH_CONDITIONS,
                        BoardOutcome.REJECTED)
                .get(sent.which() % 4);
        return switch (sent.kind() % 8) {
            case 0 -> Facts.version("BC", version, day);
            case 1 -> Facts.submitted("BC", version, day);
            case 2, 3 -> Facts.decided("BC", "B1", version, outcome, day);
            case 4 ->
                Facts.caseOpened(
                        "BC",
                        "PG",
                        CaseStage.SOC,
                        List.of(sent.other() > 4 ? "B1" : "B0", "B" + sent.which() % 2),
                        day);
            case 5 ->
                Shape.with(
                        Facts.decided("BC", "B0", version, outcome, day), "decidedBy", List.of("p" + sent.which() % 4));
            default -> Facts.decided("BC", "B0", version, outcome, day);
        };
    }

    private static PortfolioEvent initiative(Sent sent, Given given, String day) {
        return switch (sent.kind() % 6) {
            case 0 -> Facts.renamed("PG", "Name " + sent.which() % 3, day);
            case 1 -> Facts.moved("PG", new Placement(sent.other() % 2 == 0 ? "PX" : null, null), day);
            case 2 -> Facts.owned("PG", List.of("G" + sent.which() % 3), day);
            case 3 -> Facts.closed("PG", day);
            case 4 -> Facts.moved("PG", new Placement(null, "PF"), day);
            default -> Facts.initiative("PG", day);
        };
    }

    private static PortfolioEvent board(Sent sent, Given given, String day) {
        return switch (sent.kind() % 5) {
            case 0 -> Facts.limit("B0", Integer.toString(sent.which() - 1), day);
            case 1 -> Facts.remit("B0", List.of(sent.other() % 2 == 0 ? "POLICY" : "SOC"), day);
            case 2 -> Facts.dissolved("B0", day);
            case 3 -> Facts.board("B0", day);
            default -> Facts.boardDecided("B0", "D" + sent.which() % 3, "POLICY", day);
        };
    }

    private static PortfolioEvent dependency(Sent sent, Given given, String day) {
        List<DependencyStatus> all = List.of(DependencyStatus.values());
        return switch (sent.kind() % 4) {
            case 0 -> Facts.agreed("DP", sent.which() % 2 == 0 ? DependencySide.GIVER : DependencySide.RECEIVER, day);
            case 1 -> Facts.promised("DP", day, day);
            case 2 -> Facts.status("DP", all.get(sent.other() % all.size()), day);
            default -> Facts.dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("PX", null), day);
        };
    }

    private static <S> void keepsTheLaw(Given given, Kind<?, S> kind, String id) {
        History<Recorded, S> history = given.history(kind, id);
        Families family = Families.ofStream(kind.stream(id));
        for (Segment<S> segment : history.timeline().segments()) {
            assertThat(invariants(family.rules(), segment.state()))
                    .as("segment from %s", segment.from())
                    .isEmpty();
        }
        assertThat(family.rules().contradictions(history.sayings())).isEmpty();
        assertThat(openings(history)).isLessThanOrEqualTo(1);
        decidingAndAFoldFromScratchAgree(given, kind, id, history);
    }

    @SuppressWarnings("unchecked")
    private static <S> List<Finding> invariants(Rules<?, ?, S> rules, Object state) {
        return rules.invariants((S) state);
    }

    private static <S> long openings(History<Recorded, S> history) {
        return history.sayings().stream()
                .filter(saying -> history.opens().test(saying.says()))
                .count();
    }

    /** What deciding sees is the prefix of each fact; folding the same prefix again, by position, tells the same. */
    private static <S> void decidingAndAFoldFromScratchAgree(
            Given given, Kind<?, S> kind, String id, History<Recorded, S> history) {
        List<Recorded> stream = given.stream(kind.stream(id));
        History<Recorded, S> told = History.of(List.of(), history.opens(), history.evolve());
        for (Saying<Recorded> saying : shuffled(history.sayings())) told = told.with(saying);
        assertThat(told.timeline()).isEqualTo(history.timeline());
        for (int length = 1; length <= stream.size(); length++) {
            List<Recorded> prefix = stream.subList(0, length);
            assertThat(kind.history(stream, prefix.getLast().position()).timeline())
                    .isEqualTo(kind.history(prefix).timeline());
        }
    }

    private static <T> List<T> shuffled(List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }

    /** Told without the rules: day by day, who of the appointed has neither ended nor been replaced. */
    private static void onlyOneSroAtAnyMoment(Given given) {
        Map<String, RoleAppointed> running = new HashMap<>();
        for (Saying<Recorded> saying : given.history(Kinds.APPOINTMENTS, "PG").sayings()) {
            switch (saying.says().fact()) {
                case RoleAppointed appointed -> {
                    if (appointed.replaces() != null) running.remove(appointed.replaces());
                    running.values().removeIf(before -> before.kind() == AppointmentKind.VACANT);
                    running.put(appointed.appointment(), appointed);
                }
                case AppointmentEnded ended -> running.remove(ended.appointment());
                default -> throw new AssertionError(saying);
            }
            assertThat(running).as("after %s", saying).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void nothingComesAfterTheFinalApproval(Given given) {
        var history = given.history(Kinds.BUSINESS_CASE, "BC");
        var last = history.timeline().last().orElse(null);
        if (last == null) return;
        Set<Integer> written = new HashSet<>();
        boolean isFinal = false;
        for (Saying<Recorded> saying : history.sayings()) {
            PortfolioEvent fact = saying.says().fact();
            if (fact instanceof BusinessCaseVersioned versioned) {
                assertThat(written.add(versioned.version())).isTrue();
            }
            if (!(fact instanceof BusinessCaseDecided) && !(fact instanceof BusinessCaseSubmitted)) continue;
            assertThat(isFinal).as("final before %s", saying).isFalse();
            isFinal = fact instanceof BusinessCaseDecided decided
                    && decided.outcome() == BoardOutcome.APPROVED
                    && last.route().value().getLast().equals(decided.board());
        }
    }

    private static <S> void comesLast(
            Given given, String stream, Kind<?, S> kind, Predicate<PortfolioEvent> ends, Set<Class<?>> mayFollow) {
        List<PortfolioEvent> after = new ArrayList<>();
        boolean ended = false;
        for (Saying<Recorded> saying : given.history(kind, kind.idIn(stream)).sayings()) {
            PortfolioEvent fact = saying.says().fact();
            if (ended && !mayFollow.contains(fact.getClass())) after.add(fact);
            ended |= ends.test(fact);
        }
        assertThat(after).isEmpty();
    }
}
