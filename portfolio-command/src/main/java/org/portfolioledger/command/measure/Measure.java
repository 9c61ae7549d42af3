package org.portfolioledger.command.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.measure.MeasureCommand.DefineMeasure;
import org.portfolioledger.command.measure.MeasureCommand.EndMeasure;
import org.portfolioledger.command.measure.MeasureCommand.PreferMeasureSource;
import org.portfolioledger.command.measure.MeasureCommand.SetMeasureTarget;
import org.portfolioledger.command.measure.MeasureCommand.StateMeasureValue;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MeasureState.MeasureTarget;
import org.portfolioledger.state.MeasureState.MeasureValue;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Provenance;

/** The rules of what is counted. */
final class Measure extends Family<MeasureCommand, MeasureFact, MeasureState> {

    private static final Set<String> PERCENT = Set.of("%", "percent", "per cent");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

    Measure() {
        super(Kinds.MEASURE, MeasureCommand.class, MeasureCommand.ROUTES, MeasureRule.values());
    }

    @Override
    protected Decision<MeasureFact> decide(
            MeasureCommand command, History<RecordedFact, MeasureState> history, Evidence evidence) {
        return switch (command) {
            case DefineMeasure define -> define(define, evidence);
            case SetMeasureTarget set -> setTarget(set);
            case StateMeasureValue state -> stateValue(state, evidence);
            case PreferMeasureSource prefer ->
                Decision.of(
                        new MeasureSourcePreferred(
                                prefer.measure(),
                                EntryChecks.firstSpelling(prefer.statedIn(), documents(history.entries())),
                                prefer.reason(),
                                prefer.provenance()),
                        new Findings());
            case EndMeasure end -> Decision.stating(MeasureEnded.class, end, new Findings());
        };
    }

    @Override
    protected List<String> initiatives(MeasureFact fact, MeasureState state) {
        if (fact instanceof MeasureTargetSet || fact instanceof MeasureSourcePreferred) return List.of();
        return Stream.ofNullable(state.initiative()).map(Grounded::value).toList();
    }

    private static Decision<MeasureFact> define(DefineMeasure define, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        define.initiative() == null || define.portfolio() == null,
                        Finding.of(
                                        MeasureRule.AMBIGUOUS_MEASURE_SUBJECT,
                                        "The measure names an initiative and a portfolio")
                                .at("/portfolio"))
                .require(
                        define.initiative() != null || define.portfolio() != null,
                        Finding.of(
                                        MeasureRule.MEASURE_WITHOUT_SUBJECT,
                                        "The measure names neither an initiative nor a portfolio")
                                .at("/initiative"))
                .requireKnown(Kinds.PORTFOLIO, define.portfolio(), "/portfolio", evidence);
        if (define.initiative() != null)
            findings.requireOpenInitiative(
                    define.initiative(), define.provenance().effectiveOn(), "/initiative", evidence);
        return Decision.stating(MeasureDefined.class, define, findings);
    }

    private static Decision<MeasureFact> setTarget(SetMeasureTarget set) {
        LocalDate on = set.provenance().effectiveOn();
        Findings findings = new Findings()
                .require(
                        set.by() != null,
                        Finding.of(MeasureRule.TARGET_WITHOUT_DAY, "The target states no day")
                                .at("/by"));
        if (set.by() != null)
            findings.require(
                    !set.by().lastDay().isBefore(on),
                    Finding.of(
                                    MeasureRule.IMPOSSIBLE_TARGET_DAY,
                                    "It would be reached by %s, and is set for %s"
                                            .formatted(set.by().lastDay(), on))
                            .at("/by"));
        return Decision.stating(MeasureTargetSet.class, set, findings);
    }

    private static Decision<MeasureFact> stateValue(StateMeasureValue state, Evidence evidence) {
        LocalDate on = state.provenance().effectiveOn();
        LocalDate last = lastDay(state.provenance());
        LocalDate today = evidence.sender().today();
        Findings findings = new Findings()
                .require(
                        state.countedFrom() == null || !state.countedFrom().isAfter(last),
                        Finding.of(
                                        MeasureRule.COUNTED_FROM_LATER_DAY,
                                        "It would be counted from %s until %s".formatted(state.countedFrom(), last))
                                .at("/countedFrom"))
                .require(
                        !on.isAfter(today),
                        Finding.of(
                                        MeasureRule.VALUE_OF_THE_FUTURE,
                                        "It is stated for %s, and recorded on %s".formatted(on, today))
                                .at("/effectiveOn"));
        return Decision.stating(MeasureValueStated.class, state, findings);
    }

    /** The last day that may be meant. */
    private static LocalDate lastDay(Provenance provenance) {
        DatePrecision precision = provenance.precision();
        return precision == null || precision == DatePrecision.DAY
                ? provenance.effectiveOn()
                : precision.endOfPeriod(provenance.effectiveOn()).minusDays(1);
    }

    @Override
    protected List<Finding> invariants(MeasureState state) {
        List<Finding> findings = new ArrayList<>(
                EntryChecks.closedAfterItBegan(state, state.name(), MeasureRule.MEASURE_ENDED_BEFORE_IT_BEGAN));
        Grounded<MeasureTarget> target = state.target();
        if (target != null) requirePossible(state.unit(), target, target.value().number(), findings);
        for (Grounded<MeasureValue> value : state.values())
            requirePossible(state.unit(), value, value.value().number(), findings);
        return findings;
    }

    private static void requirePossible(
            Grounded<String> unit, Grounded<?> stated, BigDecimal number, List<Finding> findings) {
        if (PERCENT.contains(unit.value()) && number.abs().compareTo(MOST_PERCENT) > 0)
            findings.add(Finding.of(
                            MeasureRule.IMPOSSIBLE_PERCENTAGE,
                            "The number is %s, in %s".formatted(number.toPlainString(), unit.value()))
                    .against(stated)
                    .at("/number"));
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                MeasureEnded.class::isInstance,
                fact -> !(fact instanceof MeasureDefined),
                MeasureRule.MEASURE_ENDED_ALREADY,
                "ended"));
        findings.addAll(targetsChangedWithoutReason(entries));
        findings.addAll(preferredWithoutValue(entries));
        return findings;
    }

    /** The documents that state values. */
    private static Stream<String> documents(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.facts(entries, MeasureValueStated.class)
                .flatMap(value -> Stream.ofNullable(
                        value.provenance().source() == null
                                ? null
                                : value.provenance().source().document()));
    }

    /** A document is preferred from a day by which it states a value. */
    private static List<Finding> preferredWithoutValue(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            EffectiveEntry<RecordedFact> entry = entries.get(i);
            if (entry.content().fact() instanceof MeasureSourcePreferred prefer
                    && documents(entries.subList(0, i)).noneMatch(prefer.statedIn()::equalsIgnoreCase))
                findings.add(Finding.contradiction(
                        MeasureRule.DOCUMENT_STATES_NO_VALUE,
                        "\"%s\" states no value by %s".formatted(prefer.statedIn(), entry.effectiveOn()),
                        entry,
                        List.of()));
        }
        return findings;
    }

    private static List<Finding> targetsChangedWithoutReason(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        @Nullable EffectiveEntry<RecordedFact> before = null;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (!(entry.content().fact() instanceof MeasureTargetSet set)) continue;
            if (before != null && set.reason() == null)
                findings.add(Finding.contradiction(
                        MeasureRule.TARGET_CHANGED_WITHOUT_REASON,
                        "The target of %s takes the place of that of %s, and no reason is stated"
                                .formatted(entry.effectiveOn(), before.effectiveOn()),
                        entry,
                        List.of(before)));
            before = entry;
        }
        return findings;
    }
}
