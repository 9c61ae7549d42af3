package org.portfolioledger.query.accountability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a role is held in a portfolio.
 *
 * @param summary over all requested initiatives, on all pages and whatever the concern
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
     * @param withoutHolder number in which nobody holds the role
     * @param actingBeyondTerm number in which it is held temporarily, beyond the expected end
     * @param withFrequentChanges number in which the holder changed at least as often as requested
     * @param withOverlap number in which the source has two holders at once
     * @param changes number of times that a different holder followed, in all of them
     * @param recentChanges those within the requested number of months
     * @param lifeDays days for which they were open, added up
     * @param heldDays on how many of those somebody held the role
     * @param shareHeld share of their life for which it was held, in percent; null: none has begun
     * @param medianTenureDays median number of days of all tenures; null: nobody ever held the role
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
