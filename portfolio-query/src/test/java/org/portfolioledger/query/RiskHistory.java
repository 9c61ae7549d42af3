package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of risks. */
public final class RiskHistory {

    private RiskHistory() {}

    /** Of an initiative, which no gatekeeper is to admit. */
    public static GovernanceFact risk(String id, RiskLevel level, String initiative, String day) {
        return risk(id, level, new RiskSubject(initiative, null, null, null), null, day);
    }

    public static GovernanceFact risk(
            String id, RiskLevel level, RiskSubject subject, @Nullable String gatekeeper, String day) {
        return new RiskFact.RiskRaised(
                id,
                "MPS",
                RiskKind.RISK,
                "Savings may be missed",
                null,
                null,
                null,
                level,
                subject,
                gatekeeper == null ? null : new RiskGatekeeper(gatekeeper, null, null),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact riskScored(String id, int probability, int impact, String day) {
        return riskScored(id, RiskScoreKind.RESIDUAL, probability, impact, null, day);
    }

    public static GovernanceFact riskScored(
            String id, RiskScoreKind score, int probability, int impact, @Nullable String scheme, String day) {
        return new RiskFact.RiskScored(
                id,
                score,
                probability,
                impact,
                scheme,
                scheme == null ? null : 1,
                probability * impact >= 15,
                null,
                null,
                on(day));
    }

    /** Without a gatekeeper. */
    public static GovernanceFact riskEscalated(String id, RiskLevel level, String day) {
        return new RiskFact.RiskEscalated(id, level, "Shared", null, null, on(day));
    }

    public static GovernanceFact riskAdmitted(String id, String day) {
        return new RiskFact.RiskAdmissionDecided(id, RiskAdmission.ADMITTED, List.of("P-1"), null, on(day));
    }

    /** By a post. */
    public static GovernanceFact riskOwner(String id, String post, String day) {
        return new RiskFact.RiskOwnerChanged(id, new Holder(null, post), null, null, on(day));
    }

    /** By the holder of a post on record. */
    public static GovernanceFact riskOwnedByPost(String id, String post, String day) {
        return new RiskFact.RiskOwnerChanged(id, null, post, null, on(day));
    }

    public static GovernanceFact sameRisk(String id, String other, String day) {
        return new RiskFact.RiskLinked(id, RiskLinkKind.SAME_AS, other, null, null, on(day));
    }

    public static GovernanceFact happened(String id, String day) {
        return new RiskFact.RiskMaterialised(id, "It happened", on(day));
    }

    public static GovernanceFact riskClosed(String id, String day) {
        return new RiskFact.RiskClosed(id, "It passed", on(day));
    }

    public static GovernanceFact riskReopened(String id, String day) {
        return new RiskFact.RiskReopened(id, "It came back", on(day));
    }

    /** An action in response to a risk; no day: it is due on none. */
    public static GovernanceFact inResponse(String id, String risk, @Nullable String dueOn, String day) {
        return new ActionFact.ActionOpened(
                id,
                "MPS",
                "Agree terms",
                new Holder("P-1", null),
                dueOn == null ? null : LocalDate.parse(dueOn),
                null,
                null,
                null,
                null,
                risk,
                null,
                new TreeMap<>(),
                on(day));
    }
}
