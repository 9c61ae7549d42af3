package org.portfolioledger.command.review;

import static org.portfolioledger.events.ReviewFact.RecommendationState.ACCEPTED;
import static org.portfolioledger.events.ReviewFact.RecommendationState.CLAIMED_COMPLETE;
import static org.portfolioledger.events.ReviewFact.RecommendationState.CLOSED_NOT_DONE;
import static org.portfolioledger.events.ReviewFact.RecommendationState.IN_PROGRESS;
import static org.portfolioledger.events.ReviewFact.RecommendationState.OPEN;
import static org.portfolioledger.events.ReviewFact.RecommendationState.PARTLY_ACCEPTED;
import static org.portfolioledger.events.ReviewFact.RecommendationState.REJECTED;
import static org.portfolioledger.events.ReviewFact.RecommendationState.VERIFIED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rule;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/**
 * How recommendations are followed to their end: step by step (rule 13), and by somebody else than who owns them (rule 5).
 * Accounts are told apart by their persons, so a person with several accounts is one.
 */
final class FollowUp {

    private static final Set<RecommendationState> UNDER_WAY = Set.of(OPEN, ACCEPTED, PARTLY_ACCEPTED, IN_PROGRESS);
    private static final Set<RecommendationState> UNCLAIMED =
            Set.of(OPEN, ACCEPTED, PARTLY_ACCEPTED, REJECTED, IN_PROGRESS);
    private static final Set<RecommendationState> NOT_ENDED =
            Set.of(OPEN, ACCEPTED, PARTLY_ACCEPTED, REJECTED, IN_PROGRESS, CLAIMED_COMPLETE);
    private static final Set<RecommendationState> CLOSED =
            Set.of(REJECTED, CLAIMED_COMPLETE, VERIFIED, CLOSED_NOT_DONE);

    private FollowUp() {}

    /**
     * A step of a recommendation.
     *
     * @param from where it may be before
     * @param to where it is then; null: where it was
     */
    private record Step(
            String recommendation,
            Set<RecommendationState> from,
            @Nullable RecommendationState to) {}

    /** What somebody has to do with a recommendation. */
    private record Stake(String words, EffectiveEntry<RecordedFact> entry) {}

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(steps(entries));
        findings.addAll(selfVerifications(entries));
        return findings;
    }

    private static List<Finding> steps(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RecommendationState> reached = new HashMap<>();
        Map<String, EffectiveEntry<RecordedFact>> last = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            Step step = step(entry.content().fact());
            if (step == null) continue;
            String id = step.recommendation();
            RecommendationState before = reached.get(id);
            EffectiveEntry<RecordedFact> reachedBy = last.get(id);
            boolean makes = entry.content().fact() instanceof RecommendationMade;
            if (makes && before != null) continue;
            if (!makes && (before == null || reachedBy == null)) {
                notMade(id, entry, entries).ifPresent(findings::add);
                continue;
            }
            if (reachedBy != null && before != null && !step.from().contains(before)) {
                Finding finding = outOfOrder(id, before, entry, reachedBy);
                findings.add(finding);
                // What a source leaves unmet happened all the same.
                if (!finding.rule().isGovernance()) continue;
            }
            if (step.to() == null) continue;
            reached.put(id, step.to());
            last.put(id, entry);
        }
        return findings;
    }

    /** Of what was never made, the command itself is told that it is nowhere. */
    private static Optional<Finding> notMade(
            String id, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> entries) {
        List<EffectiveEntry<RecordedFact>> made = entries.stream()
                .filter(other -> other.content().fact() instanceof RecommendationMade later
                        && later.recommendation().equals(id))
                .limit(1)
                .toList();
        if (made.isEmpty() && entry.position() == History.UNRECORDED) return Optional.empty();
        return Optional.of(Finding.contradiction(
                        ReviewRule.RECOMMENDATION_NOT_MADE_YET,
                        "Recommendation %s is not made by %s".formatted(id, entry.effectiveOn()),
                        entry,
                        made)
                .at("/effectiveOn"));
    }

    private static Finding outOfOrder(
            String id,
            RecommendationState before,
            EffectiveEntry<RecordedFact> entry,
            EffectiveEntry<RecordedFact> reachedBy) {
        Rule rule = ReviewRule.RECOMMENDATION_ENDED;
        if (entry.content().fact() instanceof RecommendationReopened) rule = ReviewRule.RECOMMENDATION_STILL_OPEN;
        if (entry.content().fact() instanceof RecommendationVerified && !before.hasEnded())
            rule = ReviewRule.VERIFIED_WITHOUT_CLAIM;
        return Finding.contradiction(
                        rule,
                        "Recommendation %s is %s from %s, and this takes effect on %s"
                                .formatted(id, before, reachedBy.effectiveOn(), entry.effectiveOn()),
                        entry,
                        List.of(reachedBy))
                .at("/effectiveOn");
    }

    private static @Nullable Step step(GovernanceFact fact) {
        return switch (fact) {
            case RecommendationMade made -> new Step(made.recommendation(), Set.of(), OPEN);
            case RecommendationAssigned assigned -> new Step(assigned.recommendation(), NOT_ENDED, null);
            case RecommendationAnswered answered ->
                new Step(
                        answered.recommendation(),
                        UNCLAIMED,
                        switch (answered.answer()) {
                            case ACCEPTED -> ACCEPTED;
                            case PARTLY_ACCEPTED -> PARTLY_ACCEPTED;
                            case REJECTED -> REJECTED;
                        });
            case RecommendationProgressed progressed -> new Step(progressed.recommendation(), UNDER_WAY, IN_PROGRESS);
            case RecommendationClaimed claimed -> new Step(claimed.recommendation(), UNDER_WAY, CLAIMED_COMPLETE);
            case RecommendationVerified verified ->
                new Step(verified.recommendation(), Set.of(CLAIMED_COMPLETE), VERIFIED);
            case RecommendationReopened reopened -> new Step(reopened.recommendation(), CLOSED, OPEN);
            case RecommendationClosed closed -> new Step(closed.recommendation(), NOT_ENDED, CLOSED_NOT_DONE);
            default -> null;
        };
    }

    /** Whoever owned a recommendation until then, claimed it or recorded the claim, neither verifies nor closes it. */
    private static List<Finding> selfVerifications(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Map<String, Stake>> stakes = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            addStakes(stakes, entry);
            switch (entry.content().fact()) {
                case RecommendationVerified verified -> {
                    Map<String, Stake> own = stakes(stakes, verified.recommendation());
                    if (verified.verifiedBy() != null)
                        add(findings, verified.verifiedBy(), "verifies it", own, entry, "/verifiedBy");
                    for (String person : entry.content().recordedBy())
                        if (!person.equals(verified.verifiedBy()))
                            add(findings, person, "records the verification", own, entry, null);
                }
                case RecommendationClosed closed -> {
                    Map<String, Stake> own = stakes(stakes, closed.recommendation());
                    for (String person : entry.content().recordedBy())
                        add(findings, person, "closes it", own, entry, null);
                }
                default -> {}
            }
        }
        return findings;
    }

    private static void addStakes(Map<String, Map<String, Stake>> stakes, EffectiveEntry<RecordedFact> entry) {
        switch (entry.content().fact()) {
            case RecommendationMade made -> own(stakes(stakes, made.recommendation()), made.owner(), entry);
            case RecommendationAssigned assigned ->
                own(stakes(stakes, assigned.recommendation()), assigned.owner(), entry);
            case RecommendationClaimed claimed -> {
                Map<String, Stake> own = stakes(stakes, claimed.recommendation());
                Stake claim = new Stake("claimed that it is complete", entry);
                if (claimed.claimedBy() != null) own.put(claimed.claimedBy(), claim);
                for (String person : entry.content().recordedBy()) own.put(person, claim);
            }
            default -> {}
        }
    }

    /** The correction of how a recommendation ended, or was opened again, by somebody who owned or claimed it by then. */
    static List<Finding> correcting(
            ReviewFact corrected, List<EffectiveEntry<RecordedFact>> entries, Set<String> recorders) {
        @Nullable
        String recommendation = switch (corrected) {
            case RecommendationVerified verified -> verified.recommendation();
            case RecommendationReopened reopened -> reopened.recommendation();
            case RecommendationClosed closed -> closed.recommendation();
            default -> null;
        };
        if (recommendation == null) return List.of();
        Map<String, Map<String, Stake>> all = new HashMap<>();
        entries.stream()
                .filter(entry ->
                        !entry.effectiveOn().isAfter(corrected.provenance().effectiveOn()))
                .forEach(entry -> addStakes(all, entry));
        List<Finding> findings = new ArrayList<>();
        stakes(all, recommendation).forEach((person, stake) -> {
            if (recorders.contains(person))
                findings.add(Finding.of(
                                ReviewRule.SELF_VERIFICATION,
                                "Person %s corrects what became of it, and %s".formatted(person, stake.words()))
                        .against(List.of(stake.entry().position())));
        });
        return findings;
    }

    private static Map<String, Stake> stakes(Map<String, Map<String, Stake>> all, String recommendation) {
        return all.computeIfAbsent(recommendation, _ -> new TreeMap<>());
    }

    private static void own(Map<String, Stake> stakes, @Nullable Holder owner, EffectiveEntry<RecordedFact> entry) {
        if (owner != null && owner.person() != null) stakes.put(owner.person(), new Stake("owns it", entry));
    }

    private static void add(
            List<Finding> findings,
            String person,
            String does,
            Map<String, Stake> stakes,
            EffectiveEntry<RecordedFact> entry,
            @Nullable String pointer) {
        Stake stake = stakes.get(person);
        if (stake == null) return;
        Finding finding = Finding.contradiction(
                ReviewRule.SELF_VERIFICATION,
                "Person %s %s, and %s".formatted(person, does, stake.words()),
                entry,
                List.of(stake.entry()));
        findings.add(pointer == null || entry.position() != History.UNRECORDED ? finding : finding.at(pointer));
    }
}
