package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.vocabulary.Holder;

/** One full life of a risk: every fact of the family, and every field of its state. */
final class RiskLife {

    private RiskLife() {}

    static Story<?, ?> story() {
        RiskFact.RiskGatekeeper board = new RiskFact.RiskGatekeeper("BD-MB", null, null);
        RiskFact.RiskGatekeeper person = new RiskFact.RiskGatekeeper(null, "PN-021", "Director");
        return Story.of(Kinds.RISK)
                .then(new RiskFact.RiskRaised(
                        "R-1",
                        "MPS",
                        RiskFact.RiskKind.RISK,
                        "Savings of this scale may not be delivered",
                        "many programmes at once",
                        "savings are missed",
                        "the budget is overspent",
                        RiskFact.RiskLevel.PORTFOLIO,
                        new RiskFact.RiskSubject("PG-DRM", null, null, null),
                        board,
                        new Holder("PN-021", "Director"),
                        null,
                        LocalDate.parse("2011-12-31"),
                        attributes(),
                        VAGUE))
                .then(new RiskFact.RiskAdmissionDecided(
                        "R-1", RiskFact.RiskAdmission.NOT_ADMITTED, List.of("PN-003"), "too early", on("2011-06-20")))
                .then(new RiskFact.RiskReopened("R-1", "asked again", on("2011-06-25")))
                .then(new RiskFact.RiskAdmissionDecided(
                        "R-1", RiskFact.RiskAdmission.ADMITTED, List.of("PN-003"), null, on("2011-07-01")))
                .then(new RiskFact.RiskScored(
                        "R-1",
                        RiskFact.RiskScoreKind.INHERENT,
                        4,
                        5,
                        "MPS_RISKS",
                        1,
                        true,
                        new RiskFact.RiskProximity(LocalDate.parse("2012-04-01"), null),
                        "as the paper has it",
                        on("2011-07-02")))
                .then(new RiskFact.RiskResponseChosen(
                        "R-1", RiskFact.RiskResponseKind.REDUCE, "monthly monitoring", on("2011-07-03")))
                .then(new RiskFact.RiskOwnerChanged("R-1", null, "PO-1", "left", on("2011-08-01")))
                .then(new RiskFact.RiskReviewed("R-1", "no change", LocalDate.parse("2012-01-31"), on("2011-09-01")))
                .then(new RiskFact.RiskEscalated(
                        "R-1", RiskFact.RiskLevel.STRATEGIC, "all share it", person, "PN-003", on("2011-09-02")))
                .then(new RiskFact.RiskLinked(
                        "R-1", RiskFact.RiskLinkKind.SAME_AS, "R-2", null, "two registers", on("2011-09-03")))
                .then(new RiskFact.RiskLinked(
                        "R-1", RiskFact.RiskLinkKind.RELATES_TO, null, "DP-1", null, on("2011-09-04")))
                .then(new RiskFact.RiskUnlinked(
                        "R-1", RiskFact.RiskLinkKind.RELATES_TO, null, "DP-1", null, on("2011-09-05")))
                .then(new RiskFact.RiskMaterialised("R-1", "the saving was missed", on("2011-10-01")))
                .then(new RiskFact.RiskDeescalated(
                        "R-1", RiskFact.RiskLevel.PROJECT, "one project is left", null, "PN-003", on("2011-10-02")))
                .then(new RiskFact.RiskClosed("R-1", "made good", on("2011-11-01")));
    }
}
