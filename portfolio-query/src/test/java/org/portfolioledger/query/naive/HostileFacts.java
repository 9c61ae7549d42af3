package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.query.naive.HostileFamily.Some;

/** Makes facts of every type about the few entities of a register, for days in no order. */
final class HostileFacts {

    static final LocalDate FIRST_DAY = LocalDate.of(2011, 6, 1);
    static final int DAYS = 20;

    private final Random random;
    private final HostileBusinessCases cases;
    private final List<HostileFamily> families;

    /** Makes facts of every family: a new family adds one line here. */
    HostileFacts(Random random) {
        this.random = random;
        this.cases = new HostileBusinessCases(this);
        this.families = List.of(
                new HostileRegisters(this),
                new HostilePortfolios(this),
                new HostileInitiatives(this),
                new HostileAppointments(this),
                new HostileRag(this),
                new HostilePosts(this),
                new HostileBoards(this),
                cases,
                new HostileDependencies(this),
                new HostileDocuments(this),
                new HostileActions(this),
                new HostileReviews(this),
                new HostileMeetings(this),
                new HostileEqualityAssessments(this),
                new HostileAccountingAssessments(this),
                new HostileVacancyRequests(this),
                new HostileDeliveryPlans(this),
                new HostileExternalRequests(this),
                new HostileReportingCycles(this),
                new HostileContracts(this),
                new HostileOutsideDecisions(this),
                new HostileWorkforceControls(this),
                new HostileRisks(this),
                new HostileMappings(this),
                new HostileMilestones(this),
                new HostileBenefits(this),
                new HostileMeasures(this),
                new HostileBudgets(this),
                new HostileProtectiveMarkings(this));
    }

    Random random() {
        return random;
    }

    /** The types of which it makes facts. */
    List<Class<? extends GovernanceFact>> types() {
        return families.stream()
                .<Class<? extends GovernanceFact>>flatMap(family -> family.makers.keySet().stream())
                .toList();
    }

    /** A fact of a type about an entity. */
    GovernanceFact of(Class<? extends GovernanceFact> type, String id) {
        return families.stream()
                .map(family -> family.makers.get(type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .apply(id);
    }

    /** The kind of entity that the facts of a type concern. */
    String kind(Class<? extends GovernanceFact> type) {
        return families.stream()
                .filter(family -> family.facts().isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no family has facts of " + type))
                .kind();
    }

    /** The kinds of entity of which it makes facts. */
    List<String> kinds() {
        return families.stream().map(HostileFamily::kind).toList();
    }

    /** The entities of which a register has some. */
    List<Some> entities() {
        return families.stream()
                .map(HostileFamily::some)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Some entity of a kind in a register, the first of them more often. */
    String entity(String kind, String register) {
        if (kind.equals("register")) return register;
        return entity(
                kind, register, random.nextInt(1 + random.nextInt(some(kind).count())));
    }

    String entity(String kind, String register, int n) {
        return some(kind).id(register, n);
    }

    private Some some(String kind) {
        Some own = families.stream()
                .filter(family -> family.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no family is of the kind " + kind))
                .some();
        return own == null ? some("initiative") : own;
    }

    /** What a case's way to its approval consists of. */
    List<GovernanceFact> approval(String register) {
        return cases.approval(register);
    }
}
