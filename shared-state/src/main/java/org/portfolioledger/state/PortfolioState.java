package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.ConfidenceTrend;
import org.portfolioledger.events.PortfolioFact.DeliveryConfidenceAssessed;
import org.portfolioledger.events.PortfolioFact.EqualityRequirementSet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.state.RiskState.RiskScore;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/**
 * A portfolio.
 *
 * @param businessGroups by code
 * @param schemes by "scheme:version"
 * @param riskSchemes by which risks are scored, by "scheme:version"
 * @param riskGovernance what was described of how risks are governed, in its order
 * @param savings what sources state of the benefits as a whole, by "kind:source"
 * @param deliveryConfidence how likely it is to deliver as a whole, by assessor: {@code NOT_STATED} for one who is not named
 * @param equalityRequirements which initiatives need an equality impact assessment, by its kind
 * @param roles by role what it means in the portfolio
 * @param ratingValidityDays for how many days a rating is good; null: the portfolio sets no limit
 * @param casePolicy by which business cases get their routes; null: there is none
 */
@RecordBuilder
public record PortfolioState(
        @JsonProperty("id") String portfolio,
        String register,
        Grounded<String> name,
        @Nullable Grounded<String> formerName,
        @Nullable Grounded<String> office,
        Grounded<List<String>> inclusionCriteria,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<String, Grounded<String>> businessGroups,
        SortedMap<String, Grounded<Scheme>> schemes,
        SortedMap<String, Grounded<RiskScheme>> riskSchemes,
        List<Grounded<RiskGovernance>> riskGovernance,
        SortedMap<String, BySource<SavingsFigures>> savings,
        SortedMap<String, Grounded<DeliveryConfidence>> deliveryConfidence,
        SortedMap<EqualityAssessmentKind, Grounded<EqualityRequirement>> equalityRequirements,
        SortedMap<Role, Grounded<RoleDescription>> roles,
        @Nullable Grounded<Integer> ratingValidityDays,
        @Nullable Grounded<CasePolicy> casePolicy)
        implements PortfolioStateBuilder.With, Referring {

    private static final String NOT_STATED = "NOT_STATED";

    /**
     * One version of a rating scheme.
     *
     * @param ratings best first
     * @param replacement its replacement; null: it is in use
     */
    public record Scheme(
            String scheme,
            int version,
            List<RatingDefinition> ratings,
            List<String> criteria,
            @Nullable Grounded<Replacement> replacement) {

        private Scheme replaced(Grounded<Replacement> by) {
            return new Scheme(scheme, version, ratings, criteria, by);
        }
    }

    /**
     * One version of a scheme by which risks are scored.
     *
     * @param probabilities what each probability means, from 1 to 5
     * @param impacts what each impact means, from 1 to 5
     * @param criticalFrom least product of probability and impact of a critical risk
     * @param replacement its replacement; null: it is in use
     */
    public record RiskScheme(
            String scheme,
            int version,
            List<String> probabilities,
            List<String> impacts,
            int criticalFrom,
            @Nullable Grounded<Replacement> replacement) {

        private RiskScheme replaced(Grounded<Replacement> by) {
            return new RiskScheme(scheme, version, probabilities, impacts, criticalFrom, by);
        }
    }

    /**
     * How risks are governed.
     *
     * @param levels of the registers that are kept; empty: not stated
     * @param gatekeeper who admits risks to them; null: not stated
     * @param rules in the source's words
     * @param presentedTo boards to which risks are presented
     */
    public record RiskGovernance(
            List<RiskLevel> levels, @Nullable RiskGatekeeper gatekeeper, List<String> rules, List<String> presentedTo) {

        /** The boards that it names, each once. */
        private List<String> boards() {
            return Stream.concat(
                            Stream.ofNullable(gatekeeper).flatMap(keeper -> Stream.ofNullable(keeper.board())),
                            presentedTo.stream())
                    .distinct()
                    .toList();
        }
    }

    /** What one source states of the benefits as a whole. */
    public record SavingsFigures(
            SavingsFigureKind kind, String statedIn, List<YearlyMoney> money, List<YearlyPosts> posts)
            implements StatedFigures {}

    /**
     * How likely the portfolio as a whole is to deliver, as somebody assessed it without a rating.
     *
     * @param assessor null: nobody is named
     * @param trend against the period before; null: not stated
     * @param period over which the trend is seen; null: not stated
     * @param reason for the trend; null: not stated
     * @param topIssues that stand in the way of delivery, the first first
     */
    public record DeliveryConfidence(
            @Nullable String assessor,
            @Nullable ConfidenceTrend trend,
            @Nullable String period,
            @Nullable String reason,
            List<String> topIssues) {}

    /**
     * Which initiatives need an equality impact assessment of one kind.
     *
     * @param levels of those initiatives; empty: none needs one any more
     * @param timing from when to when it accompanies them; null: not stated
     */
    public record EqualityRequirement(
            EqualityAssessmentKind kind,
            List<InitiativeLevel> levels,
            @Nullable String timing) {}

    /**
     * The version of a scheme that took the place of another.
     *
     * @param by name of the scheme
     */
    public record Replacement(String by, int version) {

        /** Whether it takes the place of a version of a scheme: of all of another, or of the earlier ones of its own. */
        private boolean isOf(String replaced, String scheme, int earlier) {
            return replaced.equals(scheme) && (!scheme.equals(by) || earlier < version);
        }
    }

    /**
     * What a role means in the portfolio.
     *
     * @param description what the role is for
     * @param accountableFor what its holder answers for
     */
    public record RoleDescription(Role role, String description, List<String> accountableFor) {}

    /**
     * How business cases get their routes.
     *
     * @param routes the first that fits a case is its route
     * @param fastRoutes one for each class of decision that may take a fast route
     * @param approvalMonths months for which a final approval is good; null: without end
     * @param mayWaive who may waive the approval of the stage before; empty: the policy does not say
     */
    public record CasePolicy(
            int version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths,
            List<WaiverAuthority> mayWaive) {

        /** The boards that it names, each once. */
        private List<String> boards() {
            return Stream.of(
                            routes.stream().flatMap(route -> route.boards().stream()),
                            fastRoutes.stream().flatMap(route -> route.boards().stream()),
                            mayWaive.stream().flatMap(authority -> Stream.ofNullable(authority.board())))
                    .flatMap(Function.identity())
                    .distinct()
                    .toList();
        }

        /** The posts that it names, each once. */
        private List<String> posts() {
            return mayWaive.stream()
                    .flatMap(authority -> Stream.ofNullable(authority.post()))
                    .distinct()
                    .toList();
        }
    }

    static PortfolioState opened(PortfolioOpened opened, Grounds grounds) {
        return new PortfolioState(
                opened.portfolio(),
                opened.register(),
                grounds.ground(opened.name()),
                grounds.maybe(opened.formerName()),
                grounds.maybe(opened.office()),
                grounds.ground(opened.inclusionCriteria()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null);
    }

    PortfolioState evolve(PortfolioFact fact, Grounds grounds) {
        return switch (fact) {
            case PortfolioOpened opened ->
                opened(opened, grounds)
                        .withBusinessGroups(businessGroups)
                        .withSchemes(schemes)
                        .withRiskSchemes(riskSchemes)
                        .withRiskGovernance(riskGovernance)
                        .withSavings(savings)
                        .withDeliveryConfidence(deliveryConfidence)
                        .withEqualityRequirements(equalityRequirements)
                        .withRoles(roles)
                        .withRatingValidityDays(ratingValidityDays)
                        .withCasePolicy(casePolicy);
            case BusinessGroupNamed group ->
                withBusinessGroups(Copies.with(businessGroups, group.businessGroup(), grounds.ground(group.name())));
            case RatingSchemeDefined defined ->
                withSchemes(Copies.with(
                        schemes, schemeKey(defined.scheme(), defined.version()), grounds.ground(scheme(defined))));
            case RatingSchemeReplaced replaced -> {
                Grounded<Replacement> by = grounds.ground(new Replacement(replaced.by(), replaced.version()));
                yield withSchemes(each(
                        schemes,
                        scheme -> scheme.replacement() == null
                                        && by.value().isOf(replaced.scheme(), scheme.scheme(), scheme.version())
                                ? scheme.replaced(by)
                                : scheme));
            }
            case RiskSchemeReplaced replaced -> {
                Grounded<Replacement> by = grounds.ground(new Replacement(replaced.by(), replaced.version()));
                yield withRiskSchemes(each(
                        riskSchemes,
                        scheme -> scheme.replacement() == null
                                        && by.value().isOf(replaced.scheme(), scheme.scheme(), scheme.version())
                                ? scheme.replaced(by)
                                : scheme));
            }
            case RiskSchemeDefined defined ->
                withRiskSchemes(Copies.with(
                        riskSchemes,
                        schemeKey(defined.scheme(), defined.version()),
                        grounds.ground(new RiskScheme(
                                defined.scheme(),
                                defined.version(),
                                defined.probabilities(),
                                defined.impacts(),
                                defined.criticalFrom(),
                                null))));
            case RiskGovernanceDescribed described ->
                withRiskGovernance(Copies.with(
                        riskGovernance,
                        grounds.ground(new RiskGovernance(
                                described.levels(),
                                described.gatekeeper(),
                                described.rules(),
                                described.presentedTo()))));
            case SavingsFiguresStated stated -> {
                String key = stated.kind() + ":" + stated.statedIn();
                yield withSavings(Copies.with(
                        savings,
                        key,
                        BySource.restated(
                                savings.get(key),
                                grounds.ground(new SavingsFigures(
                                        stated.kind(), stated.statedIn(), stated.money(), stated.posts())))));
            }
            case DeliveryConfidenceAssessed assessed ->
                withDeliveryConfidence(Copies.with(
                        deliveryConfidence,
                        assessed.assessor() == null ? NOT_STATED : assessed.assessor(),
                        grounds.ground(new DeliveryConfidence(
                                assessed.assessor(),
                                assessed.trend(),
                                assessed.period(),
                                assessed.reason(),
                                assessed.topIssues()))));
            case EqualityRequirementSet set ->
                withEqualityRequirements(Copies.with(
                        equalityRequirements,
                        set.kind(),
                        grounds.ground(new EqualityRequirement(set.kind(), set.levels(), set.timing()))));
            case RatingValiditySet set -> withRatingValidityDays(grounds.ground(set.days()));
            case RoleDescribed described ->
                withRoles(Copies.with(
                        roles,
                        described.role(),
                        grounds.ground(new RoleDescription(
                                described.role(), described.description(), described.accountableFor()))));
            case CasePolicySet set ->
                withCasePolicy(grounds.ground(new CasePolicy(
                        set.version(), set.routes(), set.fastRoutes(), set.approvalMonths(), set.mayWaive())));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (casePolicy != null) {
            CasePolicy policy = casePolicy.value();
            for (String board : policy.boards()) references.add(Reference.to(Kinds.BOARD, board, casePolicy));
            for (String post : policy.posts()) references.add(Reference.to(Kinds.POST, post, casePolicy));
        }
        for (Grounded<RiskGovernance> governance : riskGovernance)
            for (String board : governance.value().boards())
                references.add(Reference.to(Kinds.BOARD, board, governance));
        return references;
    }

    private static Scheme scheme(RatingSchemeDefined defined) {
        return new Scheme(defined.scheme(), defined.version(), defined.ratings(), defined.criteria(), null);
    }

    /** Each value made anew, on the grounds that it has. */
    private static <T> SortedMap<String, Grounded<T>> each(
            SortedMap<String, Grounded<T>> values, UnaryOperator<T> anew) {
        SortedMap<String, Grounded<T>> after = new TreeMap<>(values);
        after.replaceAll((_, value) -> value.as(anew.apply(value.value())));
        return after;
    }

    /** What replaced the scheme of a score; null: it is in use, or not one of this portfolio. */
    public @Nullable Grounded<Replacement> replacement(RiskScore score) {
        if (score.scheme() == null || score.schemeVersion() == null) return null;
        Grounded<RiskScheme> scheme = riskSchemes.get(schemeKey(score.scheme(), score.schemeVersion()));
        return scheme == null ? null : scheme.value().replacement();
    }

    /**
     * The scheme by which risks are scored now, as "scheme:version": of those that are in use, the one that was defined last;
     * null: none is in use.
     */
    public @Nullable String presentRiskScheme() {
        Map.Entry<String, Grounded<RiskScheme>> present = null;
        for (Map.Entry<String, Grounded<RiskScheme>> scheme : riskSchemes.entrySet())
            if (scheme.getValue().value().replacement() == null
                    && (present == null || present.getValue().isBefore(scheme.getValue()))) present = scheme;
        return present == null ? null : present.getKey();
    }

    /** Key of one version of a scheme. */
    public static String schemeKey(String scheme, int version) {
        return scheme + ":" + version;
    }
}
