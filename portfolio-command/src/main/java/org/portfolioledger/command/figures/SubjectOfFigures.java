package org.portfolioledger.command.figures;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.FiguresSubject;

/** Judges whose figures are put on record, and within what they count. */
public final class SubjectOfFigures {

    private SubjectOfFigures() {}

    /** Notes what is wrong with a subject, which the body names {@code subject}. */
    public static void require(FiguresSubject subject, LocalDate on, Evidence evidence, Findings findings) {
        boolean one = (subject.initiative() == null || subject.portfolio() == null)
                && (subject.businessGroup() == null || subject.portfolio() != null);
        findings.require(
                        one,
                        Finding.of(
                                        FiguresRule.AMBIGUOUS_FIGURES_SUBJECT,
                                        "The subject is an initiative and a portfolio, or a business group of none")
                                .at("/subject"))
                .require(
                        Stream.of(subject.initiative(), subject.portfolio(), subject.businessGroup())
                                .anyMatch(Objects::nonNull),
                        Finding.of(FiguresRule.FIGURES_WITHOUT_SUBJECT, "The subject is nothing on record")
                                .at("/subject"))
                .requireKnown(Kinds.PORTFOLIO, subject.portfolio(), "/subject/portfolio", evidence);
        if (subject.initiative() != null)
            findings.requireOpenInitiative(subject.initiative(), on, "/subject/initiative", evidence);
        if (subject.portfolio() != null && subject.businessGroup() != null)
            requireGroup(subject.portfolio(), subject.businessGroup(), evidence, findings);
    }

    private static void requireGroup(String portfolio, String group, Evidence evidence, Findings findings) {
        boolean named = evidence.history(Kinds.PORTFOLIO, portfolio)
                .timeline()
                .last()
                .map(state -> state.businessGroups().containsKey(group))
                .orElse(true);
        findings.require(
                named,
                ReferenceRule.unknown(
                        "Portfolio %s has no business group %s".formatted(portfolio, group), "/subject/businessGroup"));
    }

    /**
     * Notes that what something counts within is not on record, or counts within it.
     *
     * @param id of what is put on record
     * @param within id of that within which it counts; null: within nothing
     * @param up within what a state counts
     */
    public static <S> void requireWithin(
            Kind<?, S> kind,
            String id,
            @Nullable String within,
            String pointer,
            Function<S, @Nullable Grounded<String>> up,
            Evidence evidence,
            Findings findings) {
        findings.requireKnown(kind, id.equals(within) ? null : within, pointer, evidence);
        Set<String> seen = new TreeSet<>();
        String above = within;
        while (above != null && !above.equals(id) && seen.add(above))
            above = within(evidence.history(kind, above).timeline().last().orElse(null), up);
        findings.require(
                above == null || !above.equals(id),
                Finding.of(FiguresRule.COUNTED_WITHIN_ITSELF, "It would count within itself")
                        .at(pointer));
    }

    private static <S> @Nullable String within(@Nullable S state, Function<S, @Nullable Grounded<String>> up) {
        Grounded<String> within = state == null ? null : up.apply(state);
        return within == null ? null : within.value();
    }
}
