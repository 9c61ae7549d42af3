package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.state.RiskState.RiskStatus;
import org.portfolioledger.vocabulary.Holder;

class RiskStateTest {

    private static final RiskGatekeeper BOARD = new RiskGatekeeper("BD", null, null);
    private static final LocalDate REVIEW = LocalDate.parse("2011-12-31");

    private static Story<RiskFact, RiskState> raised(
            RiskLevel level, @Nullable RiskGatekeeper gatekeeper, @Nullable String owner) {
        return Story.<RiskFact, RiskState>of(Kinds.RISK)
                .then(new RiskRaised(
                        "R",
                        "MPS",
                        RiskKind.RISK,
                        "Savings may be missed",
                        null,
                        null,
                        null,
                        level,
                        new RiskSubject("PG", null, null, null),
                        gatekeeper,
                        owner == null ? null : new Holder(owner, null),
                        null,
                        REVIEW,
                        new TreeMap<>(),
                        on("2011-06-01")));
    }

    private static RiskScored scored(int probability, int impact, @Nullable String near, String day) {
        return new RiskScored(
                "R",
                RiskScoreKind.RESIDUAL,
                probability,
                impact,
                null,
                null,
                probability * impact >= 15,
                near == null ? null : new RiskProximity(LocalDate.parse(near), null),
                null,
                on(day));
    }

    private static RiskAdmissionDecided decided(RiskAdmission outcome, String day) {
        return new RiskAdmissionDecided("R", outcome, List.of("P"), "why", on(day));
    }

    private static RiskStatus status(Story<RiskFact, RiskState> told, String day) {
        return told.state(day).status().value();
    }

    @Test
    void it_is_proposed_until_its_gatekeeper_admits_it() {
        var proposed = raised(RiskLevel.PORTFOLIO, BOARD, "P-1");
        assertThat(status(proposed, "2011-06-01")).isEqualTo(RiskStatus.PROPOSED);
        assertThat(proposed.state("2011-06-01").alerts(REVIEW)).containsExactly(Alert.RISK_WAITS_FOR_GATEKEEPER);
        var admitted = proposed.then(decided(RiskAdmission.ADMITTED, "2011-06-10"));
        assertThat(status(admitted, "2011-06-09")).isEqualTo(RiskStatus.PROPOSED);
        assertThat(status(admitted, "2011-06-10")).isEqualTo(RiskStatus.OPEN);
        assertThat(admitted.state("2011-06-10").alerts(REVIEW)).isEmpty();
        var refused = proposed.then(decided(RiskAdmission.NOT_ADMITTED, "2011-06-10"));
        assertThat(status(refused, "2011-06-10")).isEqualTo(RiskStatus.CLOSED);
        var again = refused.then(new RiskReopened("R", "asked again", on("2011-06-20")));
        assertThat(status(again, "2011-06-20")).isEqualTo(RiskStatus.PROPOSED);
        assertThat(status(again.then(decided(RiskAdmission.ADMITTED, "2011-06-21")), "2011-06-21"))
                .isEqualTo(RiskStatus.OPEN);
    }

    @Test
    void an_escalation_that_waits_leaves_it_at_its_level() {
        var waiting = raised(RiskLevel.PROJECT, null, "P-1")
                .then(new RiskEscalated("R", RiskLevel.PORTFOLIO, "shared", BOARD, "P-1", on("2011-07-01")));
        assertThat(waiting.state("2011-07-01").level().value()).isEqualTo(RiskLevel.PROJECT);
        assertThat(status(waiting, "2011-07-01")).isEqualTo(RiskStatus.OPEN);
        var refused = waiting.then(decided(RiskAdmission.NOT_ADMITTED, "2011-07-02"));
        assertThat(refused.state("2011-07-02").level().value()).isEqualTo(RiskLevel.PROJECT);
        assertThat(status(refused, "2011-07-02")).isEqualTo(RiskStatus.OPEN);
        var admitted = waiting.then(decided(RiskAdmission.ADMITTED, "2011-07-02"));
        assertThat(admitted.state("2011-07-02").level().value()).isEqualTo(RiskLevel.PORTFOLIO);
        assertThat(status(admitted, "2011-07-02")).isEqualTo(RiskStatus.ESCALATED);
        var back = admitted.then(
                new RiskDeescalated("R", RiskLevel.PROJECT, "one project is left", null, null, on("2011-08-01")));
        assertThat(back.state("2011-08-01").level().value()).isEqualTo(RiskLevel.PROJECT);
        assertThat(status(back, "2011-08-01")).isEqualTo(RiskStatus.OPEN);
        assertThat(back.state("2011-08-01").placements())
                .extracting(
                        placement -> placement.value().placing(),
                        placement -> placement.value().from())
                .containsExactly(
                        tuple(RiskState.RiskPlacing.RAISED, null),
                        tuple(RiskState.RiskPlacing.ESCALATED, RiskLevel.PROJECT),
                        tuple(RiskState.RiskPlacing.DEESCALATED, RiskLevel.PORTFOLIO));
    }

    @Test
    void what_materialised_is_an_issue_until_it_is_closed_and_when_it_is_reopened() {
        var happened = raised(RiskLevel.PROJECT, null, "P-1")
                .then(new RiskMaterialised("R", "it happened", on("2011-07-01")))
                .then(new RiskClosed("R", "made good", on("2011-08-01")))
                .then(new RiskReopened("R", "not so", on("2011-09-01")));
        assertThat(happened.state("2011-06-30").kind().value()).isEqualTo(RiskKind.RISK);
        assertThat(happened.state("2011-07-01").kind().value()).isEqualTo(RiskKind.ISSUE);
        assertThat(status(happened, "2011-07-01")).isEqualTo(RiskStatus.MATERIALISED);
        assertThat(status(happened, "2011-08-01")).isEqualTo(RiskStatus.CLOSED);
        assertThat(status(happened, "2011-09-01")).isEqualTo(RiskStatus.MATERIALISED);
        assertThat(happened.state("2011-08-01").alerts(LocalDate.parse("2012-06-01")))
                .isEmpty();
    }

    @Test
    void its_review_is_overdue_from_the_day_after_until_it_is_reviewed() {
        var risk = raised(RiskLevel.PROJECT, null, "P-1");
        assertThat(risk.state("2011-06-01").alerts(REVIEW)).isEmpty();
        assertThat(risk.state("2011-06-01").alerts(REVIEW.plusDays(1))).containsExactly(Alert.RISK_REVIEW_OVERDUE);
        var reviewed = risk.then(new RiskReviewed("R", "no change", null, on("2012-01-01")));
        assertThat(reviewed.state("2012-01-01").alerts(REVIEW.plusDays(1))).isEmpty();
    }

    @Test
    void a_critical_one_without_owner_and_one_whose_day_has_passed_are_reported() {
        var unowned = raised(RiskLevel.PROJECT, null, null);
        LocalDate day = LocalDate.parse("2011-07-01");
        assertThat(unowned.then(scored(2, 5, null, "2011-07-01"))
                        .state("2011-07-01")
                        .alerts(day))
                .isEmpty();
        var critical = unowned.then(scored(3, 5, "2011-07-01", "2011-07-01"));
        assertThat(critical.state("2011-07-01").alerts(day)).containsExactly(Alert.CRITICAL_RISK_WITHOUT_OWNER);
        assertThat(critical.state("2011-07-01").alerts(day.plusDays(1)))
                .containsExactlyInAnyOrder(Alert.CRITICAL_RISK_WITHOUT_OWNER, Alert.RISK_PROXIMITY_PASSED);
        var owned =
                critical.then(new RiskOwnerChanged("R", new Holder(null, "Director"), null, null, on("2011-07-02")));
        assertThat(owned.state("2011-07-02").alerts(day.plusDays(1))).containsExactly(Alert.RISK_PROXIMITY_PASSED);
        var happened = owned.then(new RiskMaterialised("R", "it happened", on("2011-07-03")));
        assertThat(happened.state("2011-07-03").alerts(day.plusDays(2))).isEmpty();
    }

    @Test
    void a_post_on_record_owns_it_in_place_of_whoever_did_and_the_other_way_round() {
        var told = raised(RiskLevel.PROJECT, null, "P-1")
                .then(scored(5, 5, null, "2011-07-01"))
                .then(new RiskOwnerChanged("R", null, "PO", null, on("2011-08-01")))
                .then(new RiskOwnerChanged("R", new Holder("P-2", null), null, null, on("2011-09-01")));
        RiskState byPost = told.state("2011-08-01");
        assertThat(byPost.owner()).isNull();
        assertThat(Objects.requireNonNull(byPost.heldByPost()).value()).isEqualTo("PO");
        assertThat(byPost.alerts(LocalDate.parse("2011-08-01"))).isEmpty();
        assertThat(byPost.references()).extracting(Referring.Reference::stream).contains("post-PO");
        assertThat(byPost.holder(Map.of())).isNull();
        assertThat(told.state("2011-07-31").heldByPost()).isNull();
        assertThat(told.state("2011-09-01").heldByPost()).isNull();
    }

    @Test
    void what_it_was_scored_last_is_its_score_and_earlier_days_keep_theirs() {
        var told = raised(RiskLevel.PROJECT, null, "P-1")
                .then(scored(4, 5, "2012-01-01", "2011-07-01"))
                .then(scored(2, 5, null, "2011-08-01"));
        assertThat(present(told, "2011-07-31")).isEqualTo(20);
        assertThat(present(told, "2011-08-01")).isEqualTo(10);
        assertThat(told.state("2011-08-01").proximity()).isNotNull();
    }

    private static int present(Story<RiskFact, RiskState> told, String day) {
        return Objects.requireNonNull(told.state(day).present()).value().score();
    }

    @Test
    void it_refers_to_what_it_concerns_to_gatekeepers_and_to_what_it_is_linked_to() {
        var told = raised(RiskLevel.PORTFOLIO, BOARD, "P-1")
                .then(new RiskLinked("R", RiskLinkKind.SAME_AS, "R-2", null, null, on("2011-07-01")))
                .then(new RiskLinked("R", RiskLinkKind.RELATES_TO, null, "DP", null, on("2011-07-02")));
        assertThat(told.state("2011-07-02").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("initiative-PG", LocalDate.parse("2011-06-01")),
                        tuple("board-BD", LocalDate.parse("2011-06-01")),
                        tuple("dependency-DP", null),
                        tuple("risk-R-2", null));
        var unlinked = told.then(new RiskUnlinked("R", RiskLinkKind.SAME_AS, "R-2", null, null, on("2011-07-03")));
        assertThat(unlinked.state("2011-07-03").links()).containsOnlyKeys("RELATES_TO:dependency-DP");
    }

    @Test
    void what_was_stated_for_a_day_before_it_was_raised_is_kept() {
        var told = raised(RiskLevel.PROJECT, null, null)
                .then(scored(4, 5, null, "2011-05-01"))
                .then(new RiskOwnerChanged("R", new Holder("P-2", null), null, null, on("2011-05-02")))
                .then(new RiskEscalated("R", RiskLevel.PROGRAMME, "shared", null, null, on("2011-05-03")));
        RiskState state = told.state("2011-06-01");
        assertThat(Objects.requireNonNull(state.owner()).value().person()).isEqualTo("P-2");
        assertThat(state.scores()).containsOnlyKeys(RiskScoreKind.RESIDUAL);
        assertThat(state.level().value()).isEqualTo(RiskLevel.PROGRAMME);
        assertThat(state.status().value()).isEqualTo(RiskStatus.ESCALATED);
    }
}
