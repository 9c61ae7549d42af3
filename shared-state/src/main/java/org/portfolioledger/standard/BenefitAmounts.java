package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitProfile;
import org.portfolioledger.state.BySource;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.YearlyMoney;

/**
 * Benefits that were not withdrawn: each amount that a source states of one is a record; of the preferred source alone, where
 * one is preferred. A benefit of which none is stated is a record too. Where no benefit has an amount, the business case has them.
 */
final class BenefitAmounts {

    static final DataSource<DataAmount<BenefitState>> SOURCE =
            new DataSource<>(DataEntity.BENEFIT, BenefitAmounts::parts, paths());

    private BenefitAmounts() {}

    private static List<Part<DataAmount<BenefitState>>> parts(DeliveryRecord of) {
        List<Part<DataAmount<BenefitState>>> parts = new ArrayList<>();
        for (BenefitState benefit : of.benefits()) if (benefit.isOpen()) parts.addAll(parts(benefit));
        if (parts.stream().allMatch(each -> each.part().amount() == null))
            parts.addAll(CaseAmounts.figures(of, FigureKind.BENEFIT));
        return parts;
    }

    private static List<Part<DataAmount<BenefitState>>> parts(BenefitState of) {
        String only = of.preferred() == null ? null : of.preferred().value().statedIn();
        List<Part<DataAmount<BenefitState>>> parts = new ArrayList<>();
        of.profiles().forEach((source, profile) -> {
            if (only == null || only.equalsIgnoreCase(source))
                for (YearlyMoney amount : profile.last().value().money())
                    parts.add(one(of, source, profile.last().as(amount)));
        });
        if (parts.isEmpty()) parts.add(one(of, null, null));
        return parts;
    }

    /** A benefit that was assessed is not kept any more. */
    private static Part<DataAmount<BenefitState>> one(
            BenefitState of, @Nullable String source, @Nullable Grounded<YearlyMoney> amount) {
        return new Part<>(
                amountId(of.benefit(), source, amount),
                new DataAmount<>(of, of.title(), of.businessCase(), source, amount),
                of.assessment() != null);
    }

    /** What states it, then by whom, then of which year. */
    static String amountId(String of, @Nullable String source, @Nullable Grounded<YearlyMoney> amount) {
        if (source == null || amount == null) return of;
        return of + ":" + source
                + (amount.value().year() == null ? "" : ":" + amount.value().year());
    }

    private static List<DataPath<DataAmount<BenefitState>>> paths() {
        List<DataPath<DataAmount<BenefitState>>> paths = new ArrayList<>(List.of(
                DataPath.text(
                        "id", "its id", of -> of.own(benefit -> benefit.title().as(benefit.benefit()))),
                DataPath.text(
                        "class",
                        "cashable, non-cashable, quantified, qualitative, or a disbenefit",
                        of -> of.own(BenefitState::benefitClass)),
                DataPath.text("status", "how far it has come", of -> of.own(BenefitState::status)),
                DataPath.text("owner", "who owns it: id of a person, or a post", of -> of.own(BenefitState::owner)),
                DataPath.text(
                        "owner.person",
                        "id of the person who owns it",
                        of -> of.own(benefit -> part(benefit.owner(), Holder::person))),
                DataPath.text(
                        "owner.post",
                        "the post that owns it",
                        of -> of.own(benefit -> part(benefit.owner(), Holder::post))),
                DataPath.text("partOf", "id of the benefit of which it is a part", of -> of.own(BenefitState::partOf)),
                DataPath.of(
                        "achievedBy",
                        DataFormat.DATE,
                        "when it is to be achieved, as the source of the amount states it",
                        of -> of.own(benefit -> part(profile(benefit, of.statedIn()), BenefitProfile::achievedBy))),
                DataPath.keyed(
                        "attributes",
                        "a further attribute, by name",
                        (of, name) ->
                                of.own(benefit -> part(benefit.attributes(), attributes -> attributes.get(name))))));
        paths.addAll(DataAmount.paths());
        return List.copyOf(paths);
    }

    private static @Nullable Grounded<BenefitProfile> profile(BenefitState of, @Nullable String source) {
        BySource<BenefitProfile> profile = source == null ? null : of.profiles().get(source);
        return profile == null ? null : profile.last();
    }
}
