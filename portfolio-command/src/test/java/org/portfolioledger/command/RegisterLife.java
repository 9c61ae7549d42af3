package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RegisterState;

/** A life of the family {@link RegisterFact}. */
final class RegisterLife implements Life<RegisterState> {

    @Override
    public Kind<?, RegisterState> kind() {
        return Kinds.REGISTER;
    }

    @Override
    public String id() {
        return "R";
    }

    @Override
    public Given beginning() {
        return Given.persons();
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 4) {
            case 0 -> RegisterFacts.live("R", day);
            case 1 -> DataStandardFacts.standard("R", 1 + sent.which() % 3, day);
            default -> RegisterFacts.register("R", day);
        };
    }

    /** Each version of a data standard is defined once: whatever a version says, it says once. */
    @Override
    public void keepsLaw(Given given) {
        assertThat(told(given, Kinds.REGISTER, "R")
                        .filter(DataStandardDefined.class::isInstance)
                        .map(defined -> ((DataStandardDefined) defined).version()))
                .doesNotHaveDuplicates();
    }

    @Override
    public Set<String> colliding() {
        return Set.of("REGISTER_ALREADY_LIVE");
    }
}
