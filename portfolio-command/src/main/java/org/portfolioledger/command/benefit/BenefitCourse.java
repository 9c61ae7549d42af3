package org.portfolioledger.command.benefit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rule;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/**
 * How a benefit goes its way: stated by sources of which one may be preferred, planned once, assessed by others than those who
 * own it (rule 5), and withdrawn. Accounts are told apart by their persons.
 */
final class BenefitCourse {

    private final List<Finding> findings = new ArrayList<>();
    /** Who owned it so far. */
    private final Map<String, EffectiveEntry<RecordedFact>> owners = new TreeMap<>();
    /** The sources that stated its profile so far. */
    private final Set<String> sources = new HashSet<>();
    /** By which it is planned, or assessed. */
    private @Nullable EffectiveEntry<RecordedFact> onItsWay;

    private @Nullable EffectiveEntry<RecordedFact> withdrawn;

    private BenefitCourse() {}

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        return List.copyOf(of(entries).findings);
    }

    /** The correction of an assessment by somebody who owned the benefit. */
    static List<Finding> correcting(List<EffectiveEntry<RecordedFact>> entries, Set<String> recorders) {
        List<Finding> own = new ArrayList<>();
        of(entries).owners.forEach((person, entry) -> {
            if (recorders.contains(person))
                own.add(Finding.of(
                                BenefitRule.OWN_BENEFIT_ASSESSED,
                                "Person %s corrects an assessment of the benefit, and owns it".formatted(person))
                        .against(List.of(entry.position())));
        });
        return own;
    }

    private static BenefitCourse of(List<EffectiveEntry<RecordedFact>> entries) {
        BenefitCourse course = new BenefitCourse();
        List<EffectiveEntry<RecordedFact>> once = EntryChecks.openedOnce(entries);
        // What the opening states holds also for the days before it.
        for (EffectiveEntry<RecordedFact> entry : once)
            if (entry.content().fact() instanceof BenefitOpened opened) course.own(opened.owner(), entry);
        once.forEach(course::take);
        return course;
    }

    private void take(EffectiveEntry<RecordedFact> entry) {
        BenefitFact fact = Kinds.BENEFIT.fact(entry);
        if (withdrawn != null && !(fact instanceof BenefitOpened)) alreadyWithdrawn(withdrawn, entry);
        switch (fact) {
            case BenefitOwnerChanged changed -> own(changed.owner(), entry);
            case BenefitPlanned _ -> {
                if (onItsWay != null)
                    note(
                            BenefitRule.BENEFIT_PLANNED_ALREADY,
                            "It is planned or assessed by %s".formatted(entry.effectiveOn()),
                            entry,
                            List.of(onItsWay));
                onItsWay = entry;
            }
            case BenefitProfileStated stated -> sources.add(stated.statedIn());
            case BenefitProfilePreferred preferred -> {
                if (!sources.contains(preferred.statedIn()))
                    note(
                            BenefitRule.NOT_STATED_BY_SOURCE,
                            "\"%s\" states no profile by %s".formatted(preferred.statedIn(), entry.effectiveOn()),
                            entry,
                            List.of());
            }
            case BenefitOpened _, BenefitMeasured _ -> {}
            case BenefitRealisationAssessed assessed -> {
                othersAssess(assessed, entry);
                onItsWay = entry;
            }
            case BenefitWithdrawn _ -> withdrawn = entry;
        }
    }

    private void alreadyWithdrawn(EffectiveEntry<RecordedFact> end, EffectiveEntry<RecordedFact> entry) {
        boolean proposed = end.position() == History.UNRECORDED;
        note(
                BenefitRule.BENEFIT_ALREADY_WITHDRAWN,
                (proposed
                                ? "It would be withdrawn from %s, and something else is on record for %s"
                                : "It is withdrawn from %s, and nothing else may take effect on %s")
                        .formatted(end.effectiveOn(), entry.effectiveOn()),
                entry,
                List.of(end));
    }

    private void othersAssess(BenefitRealisationAssessed assessed, EffectiveEntry<RecordedFact> entry) {
        for (String person : assessed.assessedBy()) self(person, "assesses the benefit", entry, "/assessedBy");
        for (String person : entry.content().recordedBy())
            if (!assessed.assessedBy().contains(person)) self(person, "records its assessment", entry, null);
    }

    private void self(String person, String does, EffectiveEntry<RecordedFact> entry, @Nullable String pointer) {
        EffectiveEntry<RecordedFact> owns = owners.get(person);
        if (owns == null) return;
        Finding finding = Finding.contradiction(
                BenefitRule.OWN_BENEFIT_ASSESSED,
                "Person %s %s, and owns it".formatted(person, does),
                entry,
                List.of(owns));
        findings.add(pointer == null || entry.position() != History.UNRECORDED ? finding : finding.at(pointer));
    }

    private void own(@Nullable Holder owner, EffectiveEntry<RecordedFact> entry) {
        if (owner != null && owner.person() != null) owners.put(owner.person(), entry);
    }

    private void note(
            Rule rule, String detail, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> others) {
        findings.add(Finding.contradiction(rule, detail, entry, others));
    }
}
