package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.vocabulary.Role;

/**
 * A portfolio.
 *
 * @param businessGroups by code
 * @param schemes by "scheme:version"
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
        SortedMap<Role, Grounded<RoleDescription>> roles,
        @Nullable Grounded<Integer> ratingValidityDays,
        @Nullable Grounded<CasePolicy> casePolicy)
        implements PortfolioStateBuilder.With, Referring {

    /**
     * One version of a rating scheme.
     *
     * @param ratings best first
     * @param replacement what took its place; null: it is in use
     */
    public record Scheme(
            String scheme,
            int version,
            List<RatingDefinition> ratings,
            List<String> criteria,
            @Nullable Grounded<Replacement> replacement) {

        private boolean isReplacedBy(RatingSchemeReplaced replaced) {
            return scheme.equals(replaced.scheme())
                    && (!scheme.equals(replaced.by()) || version < replaced.version())
                    && replacement == null;
        }
    }

    /**
     * The version of a scheme that took the place of another.
     *
     * @param by name of the scheme
     */
    public record Replacement(String by, int version) {}

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
     * @param fastRoutes one for each class of decision that may take one
     * @param approvalMonths months for which a final approval is good; null: without end
     */
    public record CasePolicy(
            int version,
            List<PolicyRoute> routes,
            List<FastRoute> fastRoutes,
            @Nullable Integer approvalMonths) {

        /** The boards that it names, each once. */
        private List<String> boards() {
            return Stream.concat(
                            routes.stream().map(PolicyRoute::boards),
                            fastRoutes.stream().map(FastRoute::boards))
                    .flatMap(List::stream)
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
                null,
                null);
    }

    PortfolioState evolve(PortfolioFact fact, Grounds grounds) {
        return switch (fact) {
            case PortfolioOpened opened ->
                opened(opened, grounds)
                        .withBusinessGroups(businessGroups)
                        .withSchemes(schemes)
                        .withRoles(roles)
                        .withRatingValidityDays(ratingValidityDays)
                        .withCasePolicy(casePolicy);
            case BusinessGroupNamed group ->
                withBusinessGroups(Copies.with(businessGroups, group.businessGroup(), grounds.ground(group.name())));
            case RatingSchemeDefined defined ->
                withSchemes(Copies.with(
                        schemes, schemeKey(defined.scheme(), defined.version()), grounds.ground(scheme(defined))));
            case RatingSchemeReplaced replaced -> withSchemes(replaced(replaced, grounds));
            case RatingValiditySet set -> withRatingValidityDays(grounds.ground(set.days()));
            case RoleDescribed described ->
                withRoles(Copies.with(
                        roles,
                        described.role(),
                        grounds.ground(new RoleDescription(
                                described.role(), described.description(), described.accountableFor()))));
            case CasePolicySet set ->
                withCasePolicy(grounds.ground(
                        new CasePolicy(set.version(), set.routes(), set.fastRoutes(), set.approvalMonths())));
        };
    }

    @Override
    public List<Reference> references() {
        return casePolicy == null
                ? List.of()
                : casePolicy.value().boards().stream()
                        .map(board -> Reference.to(Kinds.BOARD, board, casePolicy))
                        .toList();
    }

    private static Scheme scheme(RatingSchemeDefined defined) {
        return new Scheme(defined.scheme(), defined.version(), defined.ratings(), defined.criteria(), null);
    }

    private SortedMap<String, Grounded<Scheme>> replaced(RatingSchemeReplaced replaced, Grounds grounds) {
        Grounded<Replacement> replacement = grounds.ground(new Replacement(replaced.by(), replaced.version()));
        SortedMap<String, Grounded<Scheme>> after = new TreeMap<>(schemes);
        after.replaceAll((_, scheme) -> {
            Scheme defined = scheme.value();
            return defined.isReplacedBy(replaced)
                    ? scheme.as(new Scheme(
                            defined.scheme(), defined.version(), defined.ratings(), defined.criteria(), replacement))
                    : scheme;
        });
        return after;
    }

    /** Key of one version of a scheme. */
    public static String schemeKey(String scheme, int version) {
        return scheme + ":" + version;
    }
}
