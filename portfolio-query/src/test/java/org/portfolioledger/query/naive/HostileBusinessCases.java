package org.portfolioledger.query.naive;

import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** Makes facts about business cases. */
final class HostileBusinessCases extends HostileFamily {

    HostileBusinessCases(HostileFacts all) {
        super(all);
        makers.put(
                BusinessCaseOpened.class,
                id -> new BusinessCaseOpened(
                        id,
                        register(id),
                        number(id) == 0 ? near("initiative", id, 0) : near("initiative", id),
                        maybe(any(CaseStage.SOC, CaseStage.OBC)),
                        name(),
                        texts(board(id, 0), board(id, 1)),
                        maybe(near("business-case", id)),
                        texts("P-1", "P-2"),
                        attributes(),
                        on()));
        makers.put(
                BusinessCaseVersionRecorded.class,
                id -> new BusinessCaseVersionRecorded(
                        id, 1 + random.nextInt(11), money(), paper(), List.of(), figures(), on()));
        makers.put(
                BusinessCaseSubmitted.class,
                id -> new BusinessCaseSubmitted(
                        id,
                        1 + random.nextInt(2),
                        any("P-1", "P-2"),
                        maybe("CONTRACT_EXTENSION"),
                        random.nextBoolean() ? null : route(id),
                        on()));
        makers.put(
                BusinessCaseChallenged.class,
                id -> new BusinessCaseChallenged(
                        id, 1 + random.nextInt(2), "Panel", texts("P-1", "P-2"), maybe("so"), on()));
        makers.put(
                CaseConditionDischarged.class,
                id -> new CaseConditionDischarged(id, "C" + random.nextInt(3), maybe("P-1"), evidence(id), on()));
        makers.put(BusinessCaseWithdrawn.class, id -> new BusinessCaseWithdrawn(id, maybe("P-1"), "sold", on()));
        makers.put(
                BusinessCaseReevaluated.class,
                id -> new BusinessCaseReevaluated(
                        id, any(ReevaluationResult.values()), texts("P-1", "P-2"), "costs rose", on()));
        makers.put(
                BusinessCaseDecided.class,
                id -> new BusinessCaseDecided(
                        id,
                        maybe(near("board", id)),
                        maybe(near("board", id)),
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        random.nextBoolean() ? BoardOutcome.APPROVED : maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe("DG1"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        dissent(),
                        conditions(),
                        random.nextInt(3) == 0 ? day() : null,
                        maybe(near("board", id)),
                        maybe("because"),
                        maybe(new Waiver("P-3", "in haste")),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return BusinessCaseFact.class;
    }

    @Override
    String kind() {
        return "business-case";
    }

    @Override
    Some some() {
        return new Some("BC", 2, BusinessCaseOpened.class);
    }

    private CaseRoute route(String id) {
        return new CaseRoute(
                texts(board(id, random.nextInt(2)), board(id, 2)),
                maybe("Panel"),
                random.nextBoolean() ? null : 1 + random.nextInt(12),
                maybe("Scheme"));
    }

    private List<CaseCondition> conditions() {
        return random.nextBoolean() ? List.of() : List.of(new CaseCondition("C" + random.nextInt(3), name()));
    }

    private List<CaseFigure> figures() {
        return random.nextBoolean() ? List.of() : List.of(new CaseFigure(any(FigureKind.values()), name(), money()));
    }

    /**
     * The way of a case within a day, from a fresh start to its final approval by one board, somebody who becomes SRO of its
     * initiative, and a gate for which the case is written anew: few come about by chance.
     */
    List<GovernanceFact> approval(String register) {
        String id = all.entity("business-case", register, 0);
        Provenance on = Provenance.on(day());
        List<RoleAppointed> sros = Stream.generate(
                        () -> (RoleAppointed) all.of(RoleAppointed.class, all.entity("initiative", register, 0)))
                .filter(appointed -> appointed.role() == Role.SRO)
                .limit(2)
                .toList();
        return List.of(
                sros.getFirst(),
                sros.getLast(),
                new BusinessCaseVersionRecorded(id, 1, money(), paper(), List.of(), List.of(), on),
                new BusinessCaseVersionRecorded(id, 2, money(), paper(), List.of(), List.of(), on),
                new ReviewHeld(all.entity("review", register, 0), null, on),
                new BusinessCaseWithdrawn(id, null, "begun anew", on),
                new BusinessCaseSubmitted(
                        id, 1, "P-1", null, new CaseRoute(List.of(board(id, 0)), null, null, null), on),
                new BusinessCaseDecided(
                        id,
                        board(id, 0),
                        null,
                        1,
                        BoardOutcome.APPROVED,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of("P-2"),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        attributes(),
                        on));
    }
}
