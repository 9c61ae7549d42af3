package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link ContractFact}. */
final class ContractLife implements Life<ContractState> {

    @Override
    public Kind<?, ContractState> kind() {
        return Kinds.CONTRACT;
    }

    @Override
    public String id() {
        return "CON";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        ContractFacts.contract("CON", null, "2020-01-01"),
                        ContractFacts.contract("CON-2", null, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String lastDay = "2020-01-1" + sent.other() % 9;
        String lot = "LOT-" + sent.which() % 2;
        String option = "OPT-" + sent.which() % 2;
        return switch (sent.kind() % 13) {
            case 8 -> ContractFacts.lot("CON", lot, day);
            case 9 -> ContractFacts.lotAwarded("CON", lot, sent.other() % 3 == 0 ? null : lastDay, day);
            case 10 -> ContractFacts.option("CON", option, lastDay, sent.other() % 2 == 0 ? null : day, day);
            case 11 -> ContractFacts.extendedBy("CON", option, lastDay, day);
            case 12 ->
                ContractFacts.supplierChanged(
                        "CON", sent.which() % 3 == 0 ? null : lot, "Supplier " + sent.other() % 3, day);
            case 0 -> ContractFacts.supplierAgreed("CON", "Supplier " + sent.which() % 3, day);
            case 1, 2 -> ContractFacts.awarded("CON", lastDay, day);
            case 3, 4 -> ContractFacts.extended("CON", lastDay, sent.which() % 3 == 0, day);
            case 5 -> ContractFacts.contractChanged("CON", "Notice " + sent.which() % 3, day);
            case 6 ->
                ContractFacts.contractEnded(
                        "CON",
                        List.of(ContractEnding.values()).get(sent.which() % 3),
                        sent.other() % 2 == 0 ? "2020-01-20" : day);
            default -> ContractFacts.contract("CON", lastDay, day);
        };
    }

    /**
     * A contract runs from its award to its end: it is awarded once, and each extension is of what runs, in time and
     * for longer.
     */
    @Override
    public void keepsLaw(Given given) {
        boolean[] awarded = {false};
        boolean[] maximum = {false};
        LocalDate[] last = {LocalDate.MAX};
        told(given, Kinds.CONTRACT, "CON").forEach(fact -> {
            switch (fact) {
                case ContractRegistered registered -> {
                    if (registered.lastDay() != null) last[0] = registered.lastDay();
                }
                case ContractSupplierAgreed _ -> assertThat(awarded[0]).isFalse();
                case ContractAwarded award -> {
                    assertThat(awarded[0]).isFalse();
                    awarded[0] = true;
                    last[0] = award.lastDay();
                }
                case ContractExtended extended -> {
                    assertThat(awarded[0]).isTrue();
                    assertThat(maximum[0]).isFalse();
                    assertThat(extended.provenance().effectiveOn()).isBeforeOrEqualTo(last[0]);
                    assertThat(extended.lastDay()).isAfter(last[0]);
                    maximum[0] = Boolean.TRUE.equals(extended.toMaximum());
                    last[0] = extended.lastDay();
                }
                case ContractChanged _ -> assertThat(awarded[0]).isTrue();
                default -> {}
            }
        });
        aLotAndAnOptionTakeEffectAfterTheyAreOnRecord(given);
        staysClosed(given, Kinds.CONTRACT, "CON", ContractEnded.class);
    }

    /** What is defined once is awarded once, and an option carries one extension, in its time. */
    private static void aLotAndAnOptionTakeEffectAfterTheyAreOnRecord(Given given) {
        Map<String, Boolean> lots = new HashMap<>();
        Map<String, ContractExtensionOptionAgreed> options = new HashMap<>();
        told(given, Kinds.CONTRACT, "CON").forEach(fact -> {
            switch (fact) {
                case ContractLotDefined defined ->
                    assertThat(lots.put(defined.lot(), false)).isNull();
                case ContractLotAwarded lot ->
                    assertThat(lots.put(lot.lot(), true)).isFalse();
                case ContractExtensionOptionAgreed agreed ->
                    assertThat(options.put(agreed.option(), agreed)).isNull();
                case ContractExtended extended -> {
                    if (extended.option() == null) return;
                    ContractExtensionOptionAgreed option = Objects.requireNonNull(options.get(extended.option()));
                    assertThat(extended.lastDay()).isBeforeOrEqualTo(option.lastDay());
                    if (option.decideBy() != null)
                        assertThat(extended.provenance().effectiveOn()).isBeforeOrEqualTo(option.decideBy());
                }
                default -> {}
            }
        });
    }

    @Override
    public Set<String> colliding() {
        return Set.of(
                "CONTRACT_AWARDED_ALREADY",
                "CONTRACT_ENDED_ALREADY",
                "EXTENDED_AFTER_LAST_DAY",
                "EXTENDED_BEYOND_MAXIMUM",
                "EXTENSION_NOT_LATER");
    }
}
