package org.portfolioledger.command.marking;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.marking.ProtectiveMarkingCommand.ChangeProtectiveMarking;
import org.portfolioledger.command.marking.ProtectiveMarkingCommand.LiftProtectiveMarking;
import org.portfolioledger.command.marking.ProtectiveMarkingCommand.MarkEntity;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ProtectiveMarkingState;
import org.portfolioledger.state.ProtectiveMarkingState.EntityPublication;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.timeline.Timeline;

/** The rules of protective markings. */
final class ProtectiveMarking extends Family<ProtectiveMarkingCommand, ProtectiveMarkingFact, ProtectiveMarkingState> {

    /** What states its marking itself, belongs to all who see anything, or is a marking. */
    private static final Set<Kind<?, ?>> BEAR_NONE = Set.of(Kinds.DOCUMENT, Kinds.REGISTER, Kinds.PROTECTIVE_MARKING);

    ProtectiveMarking() {
        super(
                Kinds.PROTECTIVE_MARKING,
                ProtectiveMarkingCommand.class,
                ProtectiveMarkingCommand.ROUTES,
                ProtectiveMarkingRule.values());
    }

    @Override
    protected Decision<ProtectiveMarkingFact> decide(
            ProtectiveMarkingCommand command,
            History<RecordedFact, ProtectiveMarkingState> history,
            Evidence evidence) {
        return switch (command) {
            case MarkEntity mark -> mark(mark, evidence);
            case ChangeProtectiveMarking change -> change(change, history);
            case LiftProtectiveMarking lift -> Decision.stating(ProtectiveMarkingLifted.class, lift, new Findings());
        };
    }

    private static Decision<ProtectiveMarkingFact> mark(MarkEntity mark, Evidence evidence) {
        Findings findings = new Findings();
        requireMarkable(mark.entity(), mark.provenance().effectiveOn(), evidence, findings);
        requireSection(mark.publication(), mark.section(), findings);
        evidence.mark(Mark.ofMarkingsOf(mark.entity()));
        return Decision.stating(EntityMarked.class, mark, findings);
    }

    /** That the entity is one that bears a marking, is on record, and has begun by a day. */
    private static void requireMarkable(String entity, LocalDate on, Evidence evidence, Findings findings) {
        Optional<Kind<?, ?>> kind = Kinds.ofStream(entity).filter(of -> !BEAR_NONE.contains(of));
        if (kind.isEmpty()) {
            findings.note(Finding.of(
                            ProtectiveMarkingRule.ENTITY_BEARS_NO_PROTECTIVE_MARKING,
                            "%s bears no protective marking".formatted(entity))
                    .at("/entity"));
            return;
        }
        Timeline<?> known =
                evidence.history(kind.get(), kind.get().idIn(entity)).timeline();
        if (known.last().isEmpty())
            findings.note(ReferenceRule.unknown(kind.get(), kind.get().idIn(entity), "/entity"));
        else
            findings.require(
                    known.on(on).isPresent(),
                    Finding.of(
                                    ProtectiveMarkingRule.MARKED_BEFORE_ENTITY_BEGAN,
                                    "%s begins on %s, after %s"
                                            .formatted(
                                                    Kinds.words(entity),
                                                    known.segments().getFirst().from(),
                                                    on))
                            .at("/effectiveOn"));
    }

    private static void requireSection(@Nullable Publication publication, @Nullable String section, Findings findings) {
        boolean restricted = publication != null && publication != Publication.PUBLISH;
        findings.require(
                        section != null || !restricted || publication == Publication.REDACTED,
                        Finding.of(
                                        ProtectiveMarkingRule.EXEMPTION_WITHOUT_SECTION,
                                        "%s names no section".formatted(publication))
                                .at("/section"))
                .require(
                        section == null || restricted,
                        Finding.of(
                                        ProtectiveMarkingRule.SECTION_WITHOUT_RESTRICTION,
                                        "The section %s is stated, and nothing that is left out".formatted(section))
                                .at("/section"));
    }

    private static Decision<ProtectiveMarkingFact> change(
            ChangeProtectiveMarking change, History<RecordedFact, ProtectiveMarkingState> history) {
        Findings findings = new Findings();
        requireSection(change.publication(), change.section(), findings);
        history.timeline()
                .on(change.provenance().effectiveOn())
                .ifPresent(before -> findings.require(
                        changes(change, before),
                        Finding.of(
                                        ProtectiveMarkingRule.PROTECTIVE_MARKING_UNCHANGED,
                                        "It is %s already, and published as before"
                                                .formatted(before.marking().value()))
                                .against(before.marking())));
        return Decision.stating(ProtectiveMarkingChanged.class, change, findings);
    }

    private static boolean changes(ChangeProtectiveMarking change, ProtectiveMarkingState before) {
        EntityPublication wanted =
                change.publication() == null ? null : new EntityPublication(change.publication(), change.section());
        return (change.marking() != null && change.marking() != before.marking().value())
                || (wanted != null && !wanted.equals(value(before.publication())));
    }

    private static <T> @Nullable T value(@Nullable Grounded<T> grounded) {
        return grounded == null ? null : grounded.value();
    }

    @Override
    protected List<Finding> invariants(ProtectiveMarkingState state) {
        LocalDate begun = state.entity().since();
        return Stream.<@Nullable Grounded<?>>of(state.marking(), state.publication(), state.reason(), state.closure())
                .filter(Objects::nonNull)
                .filter(stated -> stated.since().isBefore(begun))
                .limit(1)
                .map(early -> Finding.of(
                                ProtectiveMarkingRule.PROTECTIVE_MARKING_NOT_BEGUN,
                                "It begins on %s, after %s".formatted(begun, early.since()))
                        .against(state.entity()))
                .toList();
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                ProtectiveMarkingLifted.class::isInstance,
                fact -> !(fact instanceof EntityMarked),
                ProtectiveMarkingRule.PROTECTIVE_MARKING_LIFTED_ALREADY,
                "lifted");
    }

    /** Notes each other marking that the entity would newly bear on the same day. */
    @Override
    protected void arising(
            History<RecordedFact, ProtectiveMarkingState> before,
            History<RecordedFact, ProtectiveMarkingState> after,
            Evidence evidence,
            Findings findings) {
        Map<String, Finding> known = others(before, evidence);
        others(after, evidence).forEach((id, finding) -> {
            if (!known.containsKey(id)) findings.note(finding);
        });
    }

    /** By their ids the markings that an entity bears besides. */
    private Map<String, Finding> others(History<RecordedFact, ProtectiveMarkingState> own, Evidence evidence) {
        Map<String, Finding> others = new LinkedHashMap<>();
        for (Segment<ProtectiveMarkingState> segment : own.timeline().segments()) {
            ProtectiveMarkingState state = segment.state();
            if (!state.isOpen()) continue;
            for (String id : evidence.marked(Mark.ofMarkingsOf(state.entity().value()))) {
                if (id.equals(state.protectiveMarking())) continue;
                overlapping(segment, evidence.history(kind(), id).timeline())
                        .ifPresent(other -> others.putIfAbsent(
                                id,
                                Finding.of(
                                                ProtectiveMarkingRule.ENTITY_MARKED_ALREADY,
                                                "%s bears the protective marking %s from %s"
                                                        .formatted(
                                                                Kinds.words(state.entity()
                                                                        .value()),
                                                                id,
                                                                other.from()))
                                        .against(List.of(other.state().entity().fact()))
                                        .at("/entity")));
            }
        }
        return others;
    }

    private static Optional<Segment<ProtectiveMarkingState>> overlapping(
            Segment<ProtectiveMarkingState> segment, Timeline<ProtectiveMarkingState> others) {
        return others.segments().stream()
                .filter(other -> other.state().isOpen())
                .filter(other -> other.state()
                        .entity()
                        .value()
                        .equals(segment.state().entity().value()))
                .filter(other -> (segment.to() == null || other.from().isBefore(segment.to()))
                        && (other.to() == null || segment.from().isBefore(other.to())))
                .findFirst();
    }
}
