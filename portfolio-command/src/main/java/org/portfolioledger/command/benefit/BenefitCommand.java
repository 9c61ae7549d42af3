package org.portfolioledger.command.benefit;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitPosts;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitQuantity;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** What can be put on record about a benefit. */
public sealed interface BenefitCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/benefits",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "benefit",
                    OpenBenefit.class,
                    BenefitOpened.class,
                    "Put an expected benefit on record",
                    """
                        {"id": "BEN-1", "register": "ACME", "title": "Lower cost of repairs", "benefitClass": "CASHABLE",
                         "subject": {"initiative": "PG-HOMES"}, "owner": {"person": "p-sro1"}, "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/plannings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    PlanBenefit.class,
                    BenefitPlanned.class,
                    "Record that somebody undertook to realise a benefit",
                    """
                        {"effectiveOn": "2026-05-21"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/profiles",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    StateBenefitProfile.class,
                    BenefitProfileStated.class,
                    "State how a benefit is to be achieved, as one source has it",
                    """
                        {"statedIn": "Business plan 2026-29",
                         "money": [{"year": "2026/27", "money": {"amount": -250000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"}},
                                   {"year": "2027/28", "money": {"amount": -400000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROXIMATE"}}],
                         "posts": [{"year": "2027/28", "kind": "STAFF", "number": -4.5}],
                         "achievedBy": {"date": "2028-03-31"}, "board": "BD-PROG", "effectiveOn": "2026-05-22"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/profile-preferences",
                    Set.of(PORTFOLIO_OFFICE),
                    PreferBenefitProfile.class,
                    BenefitProfilePreferred.class,
                    "Record which of the sources of a benefit's profile counts",
                    """
                        {"statedIn": "Business plan 2026-29", "reason": "Validated by Finance", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/profile-withdrawals",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    WithdrawBenefitProfile.class,
                    BenefitProfileWithdrawn.class,
                    "Record that a source states a benefit's profile no more",
                    """
                        {"statedIn": "Business plan 2026-29", "reason": "Not in the plan any more", "effectiveOn": "2026-10-05"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/measurements",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    MeasureBenefit.class,
                    BenefitMeasured.class,
                    "Record what was measured of a benefit",
                    """
                        {"firstDay": "2026-06-01", "lastDay": "2026-08-31",
                         "money": {"amount": -61000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"},
                         "quantities": [{"number": 1200, "unit": "hours"}], "effectiveOn": "2026-09-15"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/assessments",
                    Set.of(PORTFOLIO_OFFICE),
                    AssessBenefitRealisation.class,
                    BenefitRealisationAssessed.class,
                    "Assess whether a benefit was realised",
                    """
                        {"outcome": "PARTLY_REALISED", "assessedBy": ["p-secretary"], "reason": "Two depots are still open",
                         "effectiveOn": "2026-10-01"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/owners",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ChangeBenefitOwner.class,
                    BenefitOwnerChanged.class,
                    "Give a benefit another owner",
                    """
                        {"owner": {"post": "Head of Repairs"}, "reason": "Belongs to Repairs", "effectiveOn": "2026-10-02"}"""),
            CommandRoute.changing(
                    "/benefits/{benefit}/withdrawals",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    WithdrawBenefit.class,
                    BenefitWithdrawn.class,
                    "Record that nobody expects a benefit any more",
                    """
                        {"reason": "Repairs are done by others", "effectiveOn": "2026-11-01"}"""));

    /**
     * Puts it on record as expected.
     *
     * @param subject an initiative, a portfolio, or a business group of a portfolio
     * @param owner a person, a post, or a person in a post
     * @param businessCase that promised it
     * @param partOf benefit of which it is a part; the whole is not counted beside its parts
     */
    record OpenBenefit(
            @IdOf("benefit") String benefit,
            @IdOf("register") String register,
            String title,
            @Nullable BenefitClass benefitClass,
            FiguresSubject subject,
            @Nullable Holder owner,
            @IdOf("business-case") @Nullable String businessCase,
            @IdOf("benefit") @Nullable String partOf,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BenefitCommand {}

    /** Records that somebody undertook to realise it. */
    record PlanBenefit(@IdOf("benefit") String benefit, Provenance provenance) implements BenefitCommand {}

    /**
     * States its profile as one source has it.
     *
     * @param statedIn the plan, paper or part of a paper that states it; a source that stated it before restates it
     * @param money each year once; a reduction is below zero
     * @param posts each year and kind once; a reduction is below zero
     * @param quantities what is neither money nor posts
     * @param costBefore what it costs without the benefit, in a year
     * @param costAfter what it will cost with the benefit, in a year
     * @param achievedBy by when it is to be achieved
     * @param document that states it
     * @param board to which it was put
     */
    record StateBenefitProfile(
            @IdOf("benefit") String benefit,
            String statedIn,
            List<YearlyMoney> money,
            List<YearlyPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable Money costBefore,
            @Nullable Money costAfter,
            @Nullable StatedDate achievedBy,
            @IdOf("document") @Nullable String document,
            @IdOf("board") @Nullable String board,
            Provenance provenance)
            implements BenefitCommand {}

    /**
     * Prefers one of the sources that state its profile.
     *
     * @param statedIn the source
     */
    record PreferBenefitProfile(@IdOf("benefit") String benefit, String statedIn, String reason, Provenance provenance)
            implements BenefitCommand {}

    /**
     * Records that a source states its profile no more.
     *
     * @param statedIn the source
     */
    record WithdrawBenefitProfile(
            @IdOf("benefit") String benefit, String statedIn, String reason, Provenance provenance)
            implements BenefitCommand {}

    /**
     * Records what was measured.
     *
     * @param firstDay of the period that was measured
     * @param lastDay of the period that was measured
     * @param posts each kind once
     * @param quantities what is neither money nor posts, such as hours
     * @param finding what was found, in words
     */
    record MeasureBenefit(
            @IdOf("benefit") String benefit,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Money money,
            List<BenefitPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable String finding,
            Provenance provenance)
            implements BenefitCommand {}

    /**
     * Assesses whether it was realised.
     *
     * @param assessedBy persons who assessed it
     * @param reason why it was not realised, or only partly
     */
    record AssessBenefitRealisation(
            @IdOf("benefit") String benefit,
            BenefitRealisation outcome,
            @IdOf(IdOf.PERSON) List<String> assessedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BenefitCommand {}

    /** Gives it another owner. */
    record ChangeBenefitOwner(
            @IdOf("benefit") String benefit,
            Holder owner,
            @Nullable String reason,
            Provenance provenance) implements BenefitCommand {}

    /** Records that nobody expects it any more. */
    record WithdrawBenefit(@IdOf("benefit") String benefit, String reason, Provenance provenance)
            implements BenefitCommand {}
}
