package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;

/** A life of the family {@link MeasureFact}. */
final class MeasureLife implements Life<MeasureState> {

    @Override
    public Kind<?, MeasureState> kind() {
        return Kinds.MEASURE;
    }

    @Override
    public String id() {
        return "ME";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(MeasureFacts.measure("ME", "%", "PG", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String number = String.valueOf(200 * sent.which());
        return switch (sent.kind() % 8) {
            case 0, 1 -> MeasureFacts.value("ME", number, day);
            case 2 -> MeasureFacts.valueIn("ME", "Audit", number, day);
            case 3, 4 ->
                MeasureFacts.target(
                        "ME", number, "2020-01-1" + sent.other() % 9, sent.other() % 2 == 0 ? null : "late", day);
            case 5 -> MeasureFacts.measureEnded("ME", sent.other() % 2 == 0 ? "2020-01-20" : day);
            case 6 -> MeasureFacts.preferredDocument("ME", "Audit", day);
            default -> MeasureFacts.measure("ME", "%", "PG", day);
        };
    }

    /**
     * No measure is counted after its end: no percentage is absurd, a second target says why, and a preferred document
     * states a value.
     */
    @Override
    public void keepsLaw(Given given) {
        boolean[] aimed = {false};
        Set<String> documents = new HashSet<>();
        told(given, Kinds.MEASURE, "ME").forEach(fact -> {
            switch (fact) {
                case MeasureValueStated value -> {
                    if (value.provenance().source() != null)
                        documents.add(value.provenance().source().document());
                }
                case MeasureSourcePreferred one -> assertThat(documents).contains(one.statedIn());
                case MeasureTargetSet target -> {
                    assertThat(aimed[0] && target.reason() == null).isFalse();
                    aimed[0] = true;
                }
                default -> {}
            }
        });
        given.history(Kinds.MEASURE, "ME")
                .timeline()
                .segments()
                .forEach(segment -> assertThat(numbers(segment.state()))
                        .allSatisfy(number -> assertThat(number.abs()).isLessThanOrEqualTo(BigDecimal.valueOf(1000))));
        staysClosed(given, Kinds.MEASURE, "ME", MeasureEnded.class);
    }

    /** What is stated and what is aimed at: another number for the same day may have taken the place of what was recorded. */
    private static List<BigDecimal> numbers(MeasureState state) {
        return Stream.concat(
                        state.values().stream().map(value -> value.value().number()),
                        Stream.ofNullable(state.target())
                                .map(target -> target.value().number()))
                .toList();
    }

    @Override
    public Set<String> colliding() {
        return Set.of("MEASURE_ENDED_ALREADY", "TARGET_CHANGED_WITHOUT_REASON");
    }
}
