package org.portfolioledger.command.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/**
 * How a benefit goes its way: planned once, and assessed by others than those who own it (rule 5). Accounts are told apart by
 * their persons.
 */
final class BenefitCourse {

    private final List<Finding> findings = new ArrayList<>();
    /** Who owned it so far. */
    private final Map<String, EffectiveEntry<RecordedFact>> owners = new TreeMap<>();
    /** By which it is planned, or assessed. */
    private @Nullable EffectiveEntry<RecordedFact> onItsWay;

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
        switch (Kinds.BENEFIT.fact(entry)) {
            case BenefitOwnerChanged changed -> own(changed.owner(), entry);
            case BenefitPlanned _ -> {
                if (onItsWay != null)
                    findings.add(Finding.contradiction(
                            BenefitRule.BENEFIT_PLANNED_ALREADY,
                            "It is planned or assessed by %s".formatted(entry.effectiveOn()),
                            entry,
                            List.of(onItsWay)));
                onItsWay = entry;
            }
            case BenefitOpened _,
                    BenefitProfileStated _,
                    BenefitProfilePreferred _,
                    BenefitProfileWithdrawn _,
                    BenefitMeasured _,
                    BenefitWithdrawn _ -> {}
            case BenefitRealisationAssessed assessed -> {
                othersAssess(assessed, entry);
                onItsWay = entry;
            }
        }
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
}
