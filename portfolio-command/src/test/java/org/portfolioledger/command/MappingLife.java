package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MappingState;

/** A life of the family {@link MappingFact}. */
final class MappingLife implements Life<MappingState> {

    @Override
    public Kind<?, MappingState> kind() {
        return Kinds.MAPPING;
    }

    @Override
    public String id() {
        return "MAP";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(MappingFacts.mapping("MAP", null, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0, 1, 2 -> MappingFacts.redefined("MAP", 2 + sent.which() % 4, day);
            case 3 -> MappingFacts.mappingWithdrawn("MAP", sent.other() % 3 == 0 ? "2020-02-01" : day);
            default -> MappingFacts.mapping("MAP", null, day);
        };
    }

    /** Versions of a mapping follow each other. */
    @Override
    public void keepsLaw(Given given) {
        int[] last = {1};
        told(given, Kinds.MAPPING, "MAP").forEach(fact -> {
            if (!(fact instanceof ImportMappingRedefined redefined)) return;
            assertThat(redefined.version()).isGreaterThan(last[0]);
            last[0] = redefined.version();
        });
        staysClosed(given, Kinds.MAPPING, "MAP", ImportMappingWithdrawn.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("MAPPING_WITHDRAWN_ALREADY");
    }
}
