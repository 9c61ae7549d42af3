package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
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
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskResponseKind;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.vocabulary.Holder;

/** What tests record of risks. */
public final class RiskFacts {

    private RiskFacts() {}

    /** Of an initiative. */
    public static RiskRaised risk(
            String id,
            RiskLevel level,
            String initiative,
            @Nullable RiskGatekeeper gatekeeper,
            String owner,
            String day) {
        return new RiskRaised(
                id,
                "ACME",
                RiskKind.RISK,
                "The lender may withdraw",
                null,
                null,
                null,
                level,
                new RiskSubject(initiative, null, null, null),
                gatekeeper,
                new Holder(owner, null),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static RiskGatekeeper board(String id) {
        return new RiskGatekeeper(id, null, null);
    }

    public static RiskScored scored(String id, int probability, int impact, String day) {
        return new RiskScored(id, RiskScoreKind.RESIDUAL, probability, impact, null, null, null, null, null, on(day));
    }

    public static RiskResponseChosen response(String id, String description, String day) {
        return new RiskResponseChosen(id, RiskResponseKind.REDUCE, description, on(day));
    }

    public static RiskOwnerChanged owner(String id, String owner, String day) {
        return new RiskOwnerChanged(id, new Holder(owner, null), null, null, on(day));
    }

    public static RiskOwnerChanged ownedByPost(String id, String post, String day) {
        return new RiskOwnerChanged(id, null, post, null, on(day));
    }

    public static RiskReviewed riskReviewed(String id, String day) {
        return new RiskReviewed(id, "No change", null, on(day));
    }

    public static RiskEscalated escalated(
            String id, RiskLevel level, @Nullable RiskGatekeeper gatekeeper, @Nullable String by, String day) {
        return new RiskEscalated(id, level, "Three share it", gatekeeper, by, on(day));
    }

    public static RiskDeescalated deescalated(
            String id, RiskLevel level, @Nullable RiskGatekeeper gatekeeper, String day) {
        return new RiskDeescalated(id, level, "One is left", gatekeeper, null, on(day));
    }

    public static RiskAdmissionDecided admitted(String id, String by, String day) {
        return new RiskAdmissionDecided(id, RiskAdmission.ADMITTED, List.of(by), null, on(day));
    }

    public static RiskAdmissionDecided notAdmitted(String id, String by, String day) {
        return new RiskAdmissionDecided(id, RiskAdmission.NOT_ADMITTED, List.of(by), "Too small", on(day));
    }

    public static RiskMaterialised materialised(String id, String day) {
        return new RiskMaterialised(id, "It happened", on(day));
    }

    public static RiskLinked same(String id, String other, String day) {
        return new RiskLinked(id, RiskLinkKind.SAME_AS, other, null, null, on(day));
    }

    public static RiskUnlinked notSame(String id, String other, String day) {
        return new RiskUnlinked(id, RiskLinkKind.SAME_AS, other, null, null, on(day));
    }

    public static RiskClosed riskClosed(String id, String day) {
        return new RiskClosed(id, "It passed", on(day));
    }

    public static RiskReopened riskReopened(String id, String day) {
        return new RiskReopened(id, "It came back", on(day));
    }

    public static RiskGovernanceDescribed riskGovernance(String portfolio, String board, String day) {
        return new RiskGovernanceDescribed(
                portfolio,
                List.of(RiskLevel.PROGRAMME, RiskLevel.PORTFOLIO),
                board(board),
                List.of("Reviewed monthly"),
                List.of(board),
                on(day));
    }

    public static RiskSchemeDefined riskScheme(String portfolio, String scheme, int version, String day) {
        return new RiskSchemeDefined(
                portfolio,
                scheme,
                version,
                List.of("rare", "unlikely", "possible", "likely", "almost certain"),
                List.of("minimal", "minor", "moderate", "major", "extreme"),
                15,
                on(day));
    }
}
