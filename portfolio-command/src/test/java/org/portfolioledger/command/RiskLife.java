package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.owner;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RiskState;

/** A life of the family {@link RiskFact}. */
final class RiskLife implements Life<RiskState> {

    @Override
    public Kind<?, RiskState> kind() {
        return Kinds.RISK;
    }

    @Override
    public String id() {
        return "R";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        RiskFacts.risk("R", RiskLevel.PROGRAMME, "PG", RiskFacts.board("B0"), "p0", "2020-01-01"),
                        RiskFacts.risk("R-2", RiskLevel.PROJECT, "PX", null, "p1", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        RiskLevel level = List.of(RiskLevel.values()).get(sent.which() % 5);
        RiskGatekeeper gatekeeper = level.hasGatekeeper() ? RiskFacts.board("B" + sent.other() % 2) : null;
        String person = "p" + sent.other() % 4;
        return switch (sent.kind() % 16) {
            case 0, 1, 2 -> RiskFacts.escalated("R", level, gatekeeper, person, day);
            case 3, 4 -> RiskFacts.deescalated("R", level, gatekeeper, day);
            case 5, 6, 7 -> RiskFacts.admitted("R", person, day);
            case 8 -> RiskFacts.notAdmitted("R", person, day);
            case 9 -> RiskFacts.riskClosed("R", day);
            case 10 -> RiskFacts.riskReopened("R", day);
            case 11 -> RiskFacts.same("R", "R-2", day);
            case 12 -> RiskFacts.notSame("R", "R-2", day);
            case 13 -> RiskFacts.materialised("R", day);
            case 14 -> RiskFacts.scored("R", 1 + sent.which() % 5, 1 + sent.other() % 5, day);
            default -> RiskFacts.owner("R", person, day);
        };
    }

    /**
     * A risk comes to higher levels only through its gatekeeper: above programme level only what a gatekeeper admitted,
     * who is not its owner.
     */
    @Override
    public void keepsLaw(Given given) {
        RiskLevel[] level = {RiskLevel.PROGRAMME};
        RiskLevel[] waiting = {RiskLevel.PROGRAMME};
        boolean[] closed = {false};
        boolean[] admitted = {false};
        Set<String> owners = new HashSet<>(Set.of("p0"));
        told(given, Kinds.RISK, "R").forEach(fact -> {
            if (closed[0]) assertThat(fact).isInstanceOfAny(RiskReopened.class, RiskRaised.class);
            switch (fact) {
                case RiskOwnerChanged changed -> owners.add(String.valueOf(owner(changed.owner())));
                case RiskEscalated escalated -> {
                    assertThat(escalated.level()).isGreaterThan(level[0]);
                    assertThat(waiting[0]).isNull();
                    if (escalated.gatekeeper() == null) level[0] = escalated.level();
                    else waiting[0] = escalated.level();
                }
                case RiskDeescalated back -> {
                    assertThat(back.level()).isLessThan(level[0]);
                    assertThat(waiting[0]).isNull();
                    if (back.gatekeeper() == null) level[0] = back.level();
                    else waiting[0] = back.level();
                }
                case RiskAdmissionDecided decided -> {
                    assertThat(waiting[0]).isNotNull();
                    assertThat(owners).doesNotContainAnyElementsOf(decided.decidedBy());
                    boolean raising = waiting[0] == RiskLevel.PROGRAMME && level[0] == RiskLevel.PROGRAMME;
                    if (decided.outcome() == RiskAdmission.ADMITTED) {
                        admitted[0] = true;
                        level[0] = waiting[0];
                    } else closed[0] = raising && !admitted[0];
                    waiting[0] = null;
                }
                case RiskClosed _ -> closed[0] = true;
                case RiskReopened _ -> {
                    assertThat(closed[0]).isTrue();
                    closed[0] = false;
                    // One that was never admitted waits again.
                    if (!admitted[0]) waiting[0] = RiskLevel.PROGRAMME;
                }
                default -> {}
            }
        });
    }

    @Override
    public Set<String> colliding() {
        return Set.of(
                "ADMISSION_STILL_WAITS",
                "LINKED_ALREADY",
                "MATERIALISED_ALREADY",
                "NOT_A_HIGHER_LEVEL",
                "NOT_A_LOWER_LEVEL",
                "NOT_THE_GATEKEEPER",
                "NO_ADMISSION_WAITS",
                "RISK_CLOSED_ALREADY",
                "RISK_STILL_OPEN",
                "SELF_ADMISSION");
    }
}
