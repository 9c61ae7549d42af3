package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link BenefitFact}. */
final class BenefitLife implements Life<BenefitState> {

    @Override
    public Kind<?, BenefitState> kind() {
        return Kinds.BENEFIT;
    }

    @Override
    public String id() {
        return "BEN";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(BenefitFacts.benefit("BEN", "PG", "p0", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String person = "p" + sent.other() % 4;
        String source = sent.which() % 2 == 0 ? "Plan" : "Text";
        return switch (sent.kind() % 12) {
            case 0, 1, 2 -> BenefitFacts.stated("BEN", source, "2020/21", "-" + sent.other(), day);
            case 3 -> BenefitFacts.preferred("BEN", source, day);
            case 4 -> BenefitFacts.profileWithdrawn("BEN", source, day);
            case 5 -> BenefitFacts.planned("BEN", day);
            case 6 -> BenefitFacts.measured("BEN", "-" + sent.other(), day);
            case 7, 8, 9 ->
                BenefitFacts.assessed(
                        "BEN", List.of(BenefitRealisation.values()).get(sent.which() % 3), person, day);
            case 10 -> BenefitFacts.owner("BEN", person, day);
            default -> BenefitFacts.withdrawn("BEN", day);
        };
    }

    /**
     * A benefit is assessed by others and prefers only what is stated: assessed by others than its owners so far, a
     * source that stated it preferred, planned once.
     */
    @Override
    public void keepsLaw(Given given) {
        Set<String> owners = new HashSet<>(Set.of("p0"));
        Set<String> sources = new HashSet<>();
        boolean[] onItsWay = {false};
        told(given, Kinds.BENEFIT, "BEN").forEach(fact -> {
            switch (fact) {
                case BenefitOwnerChanged changed -> owners.add(changed.owner().person());
                case BenefitProfileStated stated -> sources.add(stated.statedIn());
                case BenefitProfileWithdrawn none ->
                    assertThat(sources.remove(none.statedIn())).isTrue();
                case BenefitProfilePreferred preferred -> assertThat(sources).contains(preferred.statedIn());
                case BenefitPlanned _ -> {
                    assertThat(onItsWay[0]).isFalse();
                    onItsWay[0] = true;
                }
                case BenefitRealisationAssessed assessed -> {
                    assertThat(owners).doesNotContainAnyElementsOf(assessed.assessedBy());
                    onItsWay[0] = true;
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.BENEFIT, "BEN", BenefitWithdrawn.class);
    }
}
