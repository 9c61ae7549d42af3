package org.portfolioledger.query.accountability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a role is held in a portfolio.
 *
 * @param summary of all initiatives that are asked for, the open ones or others, over all pages and whatever the concern
 * @param items those initiatives
 * @param next cursor of the page after it; null: it is the last
 */
record AccountabilityView(
        AccountabilitySummary summary,
        List<RoleAccountability> items,
        @JsonInclude @Nullable String next) {

    /**
     * Figures of the initiatives of a portfolio.
     *
     * @param initiatives how many there are
     * @param withoutHolder in how many of them nobody holds the role
     * @param actingBeyondTerm in how many it is held for the time being, beyond that time
     * @param withFrequentChanges in how many the holder changed as often as asked about
     * @param withOverlap in how many the source has two holders at once
     * @param changes how often another holder followed, in all of them
     * @param recentChanges those within the months asked about
     * @param lifeDays for how many days they were open, added up
     * @param heldDays on how many of those somebody held the role
     * @param shareHeld how much of their life that is, in percent; null: none has begun
     * @param medianTenureDays median of the days of all tenures; null: nobody ever held the role
     */
    record AccountabilitySummary(
            int initiatives,
            int withoutHolder,
            int actingBeyondTerm,
            int withFrequentChanges,
            int withOverlap,
            int changes,
            int recentChanges,
            long lifeDays,
            long heldDays,
            @JsonInclude @Nullable BigDecimal shareHeld,
            @JsonInclude @Nullable BigDecimal medianTenureDays) {

        static AccountabilitySummary of(List<RoleAccountability> all) {
            long life = all.stream().mapToLong(RoleAccountability::lifeDays).sum();
            long held = all.stream().mapToLong(RoleAccountability::heldDays).sum();
            return new AccountabilitySummary(
                    all.size(),
                    with(Concern.NO_HOLDER, all),
                    with(Concern.ACTING_BEYOND_TERM, all),
                    with(Concern.FREQUENT_CHANGES, all),
                    with(Concern.OVERLAP, all),
                    all.stream().mapToInt(RoleAccountability::changes).sum(),
                    all.stream().mapToInt(RoleAccountability::recentChanges).sum(),
                    life,
                    held,
                    Figures.percent(held, life),
                    Figures.median(all.stream()
                            .flatMap(one -> one.tenures().stream())
                            .map(RoleAccountability.TenureView::days)
                            .toList()));
        }

        private static int with(Concern concern, List<RoleAccountability> all) {
            return (int)
                    all.stream().filter(one -> one.concerns().contains(concern)).count();
        }
    }
}
