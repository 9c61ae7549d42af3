package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskResponseKind;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;

/** Makes facts about risks. */
final class HostileRisks extends HostileFamily {

    HostileRisks(HostileFacts all) {
        super(all);
        makers.put(
                RiskSchemeDefined.class,
                id -> new RiskSchemeDefined(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        List.of("rare", "unlikely", "possible", "likely", "certain"),
                        List.of("minimal", "minor", "moderate", "major", "extreme"),
                        10 + random.nextInt(10),
                        on()));
        makers.put(
                RiskGovernanceDescribed.class,
                id -> new RiskGovernanceDescribed(
                        id,
                        List.of(any(RiskLevel.values())),
                        maybe(gatekeeper(id)),
                        texts("monthly", "by exception"),
                        random.nextBoolean() ? List.of() : List.of(near("board", id)),
                        on()));
        makers.put(
                RiskRaised.class,
                id -> new RiskRaised(
                        id,
                        register(id),
                        any(RiskKind.RISK, RiskKind.RISK, RiskKind.ISSUE),
                        name(),
                        maybe("Interest rates rise"),
                        maybe("The lender withdraws"),
                        maybe("A year is lost"),
                        any(RiskLevel.values()),
                        riskSubject(id),
                        random.nextInt(3) == 0 ? gatekeeper(id) : null,
                        maybe(holder()),
                        random.nextInt(3) == 0 ? near("post", id) : null,
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(
                RiskScored.class,
                id -> new RiskScored(
                        id,
                        any(RiskScoreKind.RESIDUAL, RiskScoreKind.RESIDUAL, RiskScoreKind.INHERENT),
                        1 + random.nextInt(5),
                        1 + random.nextInt(5),
                        maybe(scheme()),
                        maybe(1),
                        maybe(random.nextBoolean()),
                        random.nextBoolean() ? null : new RiskProximity(maybe(day()), maybe("soon")),
                        maybe("as the paper has it"),
                        on()));
        makers.put(
                RiskResponseChosen.class,
                id -> new RiskResponseChosen(id, maybe(any(RiskResponseKind.values())), name(), on()));
        makers.put(
                RiskOwnerChanged.class,
                id -> new RiskOwnerChanged(id, maybe(holder()), maybe(near("post", id)), maybe("left"), on()));
        makers.put(RiskReviewed.class, id -> new RiskReviewed(id, maybe("no change"), maybe(day()), on()));
        makers.put(
                RiskEscalated.class,
                id -> new RiskEscalated(
                        id, any(RiskLevel.values()), "shared", maybe(gatekeeper(id)), maybe("P-1"), on()));
        makers.put(
                RiskDeescalated.class,
                id -> new RiskDeescalated(
                        id, any(RiskLevel.values()), "one is left", maybe(gatekeeper(id)), maybe("P-1"), on()));
        makers.put(
                RiskAdmissionDecided.class,
                id -> new RiskAdmissionDecided(
                        id, any(RiskAdmission.values()), texts("P-1", "P-2"), maybe("too small"), on()));
        makers.put(RiskMaterialised.class, id -> new RiskMaterialised(id, name(), on()));
        makers.put(
                RiskLinked.class,
                id -> random.nextInt(3) == 0
                        ? new RiskLinked(id, RiskLinkKind.CAUSES, null, near("dependency", id), maybe("why"), on())
                        : new RiskLinked(id, any(RiskLinkKind.values()), near("risk", id), null, maybe("why"), on()));
        makers.put(
                RiskUnlinked.class,
                id -> random.nextInt(3) == 0
                        ? new RiskUnlinked(id, RiskLinkKind.CAUSES, null, near("dependency", id), null, on())
                        : new RiskUnlinked(id, any(RiskLinkKind.values()), near("risk", id), null, null, on()));
        makers.put(RiskClosed.class, id -> new RiskClosed(id, "it passed", on()));
        makers.put(RiskReopened.class, id -> new RiskReopened(id, "it came back", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return RiskFact.class;
    }

    @Override
    String kind() {
        return "risk";
    }

    @Override
    Some some() {
        return new Some("R", 4, RiskRaised.class);
    }

    private RiskSubject riskSubject(String id) {
        return switch (random.nextInt(6)) {
            case 0 -> new RiskSubject(null, near("portfolio", id), null, null);
            case 1 -> new RiskSubject(null, null, near("board", id), null);
            case 2 -> new RiskSubject(null, null, null, "the contract");
            default -> new RiskSubject(near("initiative", id), null, null, null);
        };
    }

    private RiskGatekeeper gatekeeper(String id) {
        return random.nextBoolean()
                ? new RiskGatekeeper(near("board", id), null, null)
                : new RiskGatekeeper(null, maybe("P-2"), "Director");
    }
}
