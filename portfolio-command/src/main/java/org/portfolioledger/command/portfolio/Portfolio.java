package org.portfolioledger.command.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.figures.YearlyFigures;
import org.portfolioledger.command.portfolio.PortfolioCommand.AssessDeliveryConfidence;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRatingScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRiskScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.DescribeRiskGovernance;
import org.portfolioledger.command.portfolio.PortfolioCommand.DescribeRole;
import org.portfolioledger.command.portfolio.PortfolioCommand.NameBusinessGroup;
import org.portfolioledger.command.portfolio.PortfolioCommand.OpenPortfolio;
import org.portfolioledger.command.portfolio.PortfolioCommand.ReplaceRatingScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.ReplaceRiskScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.SetCasePolicy;
import org.portfolioledger.command.portfolio.PortfolioCommand.SetEqualityRequirement;
import org.portfolioledger.command.portfolio.PortfolioCommand.SetRatingValidity;
import org.portfolioledger.command.portfolio.PortfolioCommand.StateSavingsFigures;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.DeliveryConfidenceAssessed;
import org.portfolioledger.events.PortfolioFact.EqualityRequirementSet;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of portfolios. */
final class Portfolio extends Family<PortfolioCommand, PortfolioFact, PortfolioState> {

    /** Days: ten years, as far as anything may be dated ahead. */
    private static final int LONGEST_VALIDITY = 3_653;

    Portfolio() {
        super(Kinds.PORTFOLIO, PortfolioCommand.class, PortfolioCommand.ROUTES, PortfolioRule.values());
    }

    @Override
    protected Decision<PortfolioFact> decide(
            PortfolioCommand command, History<RecordedFact, PortfolioState> history, Evidence evidence) {
        return switch (command) {
            case OpenPortfolio open -> Decision.stating(PortfolioOpened.class, open, new Findings());
            case NameBusinessGroup name -> name(name, history);
            case DefineRatingScheme define -> define(define, history);
            case ReplaceRatingScheme replace -> replace(replace, history);
            case DefineRiskScheme define -> RiskSchemes.define(define, history);
            case ReplaceRiskScheme replace -> RiskSchemes.replace(replace, history);
            case DescribeRiskGovernance describe ->
                Decision.stating(
                        RiskGovernanceDescribed.class,
                        describe,
                        new Findings()
                                .requireKnown(Kinds.BOARD, describe.presentedTo(), "/presentedTo", evidence)
                                .requireGatekeeper(describe.gatekeeper(), "/gatekeeper", evidence));
            case StateSavingsFigures state -> stateSavings(state, history);
            case AssessDeliveryConfidence assess -> assessConfidence(assess, history);
            case SetEqualityRequirement set ->
                Decision.stating(
                        EqualityRequirementSet.class,
                        set,
                        new Findings()
                                .requireNamedOnce(
                                        set.levels().stream()
                                                .map(InitiativeLevel::name)
                                                .toList(),
                                        i -> "/levels/" + i));
            case SetRatingValidity set -> setValidity(set);
            case DescribeRole describe -> Decision.stating(RoleDescribed.class, describe, new Findings());
            case SetCasePolicy set -> CasePolicies.set(set, history, evidence);
        };
    }

    private static Decision<PortfolioFact> name(NameBusinessGroup name, History<RecordedFact, PortfolioState> history) {
        String group = EntryChecks.firstSpelling(
                name.businessGroup(),
                EntryChecks.facts(history.entries(), BusinessGroupNamed.class).map(BusinessGroupNamed::businessGroup));
        return Decision.of(
                new BusinessGroupNamed(name.portfolio(), group, name.name(), name.provenance()), new Findings());
    }

    private static Decision<PortfolioFact> define(
            DefineRatingScheme define, History<RecordedFact, PortfolioState> history) {
        String scheme = scheme(define.scheme(), history);
        List<String> criteria = criteria(define, history);
        int version = define.version() == null
                ? EntryChecks.nextVersion(
                        versions(scheme, history),
                        RatingSchemeDefined::version,
                        number -> defined(define, scheme, number, criteria))
                : define.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(
                                        PortfolioRule.SCHEME_VERSION_TAKEN,
                                        "Version %s of scheme %s is below 1".formatted(version, scheme))
                                .at("/version"))
                .require(
                        isWellDefined(define.ratings()),
                        Finding.of(
                                        PortfolioRule.SCHEME_WITHOUT_DEFINITIONS,
                                        "A rating is missing, named twice or without a definition")
                                .at("/ratings"));
        return Decision.of(defined(define, scheme, version, criteria), findings);
    }

    private static Decision<PortfolioFact> replace(
            ReplaceRatingScheme replace, History<RecordedFact, PortfolioState> history) {
        String by = scheme(replace.by(), history);
        Findings findings = new Findings()
                .require(
                        !versions(replace.scheme(), history).isEmpty(),
                        ReferenceRule.absent("rating scheme", replace.scheme()))
                .require(
                        versions(by, history).stream().anyMatch(defined -> defined.version() == replace.version()),
                        ReferenceRule.unknown(
                                "rating scheme",
                                "%s version %s".formatted(by, replace.version()),
                                versions(by, history).isEmpty() ? "/by" : "/version"));
        return Decision.of(
                new RatingSchemeReplaced(
                        replace.portfolio(),
                        scheme(replace.scheme(), history),
                        by,
                        replace.version(),
                        replace.provenance()),
                findings);
    }

    private static Decision<PortfolioFact> stateSavings(
            StateSavingsFigures state, History<RecordedFact, PortfolioState> history) {
        String statedIn = EntryChecks.firstSpelling(
                state.statedIn(),
                EntryChecks.facts(history.entries(), SavingsFiguresStated.class).map(SavingsFiguresStated::statedIn));
        SavingsFiguresStated stated = new SavingsFiguresStated(
                state.portfolio(), state.kind(), statedIn, state.money(), state.posts(), state.provenance());
        Findings findings = new Findings();
        YearlyFigures.require(stated, findings);
        YearlyFigures.requireSome(!stated.money().isEmpty() || !stated.posts().isEmpty(), findings);
        return Decision.of(stated, findings);
    }

    /** It is no rating: it states what the assessor sees, and by whom and why it is seen so (rule 1). */
    private static Decision<PortfolioFact> assessConfidence(
            AssessDeliveryConfidence assess, History<RecordedFact, PortfolioState> history) {
        String assessor = assess.assessor() == null
                ? null
                : EntryChecks.firstSpelling(
                        assess.assessor(),
                        EntryChecks.facts(history.entries(), DeliveryConfidenceAssessed.class)
                                .flatMap(known -> Stream.ofNullable(known.assessor())));
        Findings findings = new Findings()
                .require(
                        assessor != null,
                        Finding.of(PortfolioRule.CONFIDENCE_WITHOUT_ASSESSOR, "The assessment names no assessor")
                                .at("/assessor"))
                .require(
                        assess.trend() != null || !assess.topIssues().isEmpty(),
                        Finding.of(
                                PortfolioRule.CONFIDENCE_WITHOUT_CONTENT,
                                "The assessment states neither a trend nor a top issue"))
                .require(
                        assess.trend() == null || assess.reason() != null,
                        Finding.of(
                                        PortfolioRule.CONFIDENCE_WITHOUT_REASON,
                                        "The assessment states the trend %s without a reason".formatted(assess.trend()))
                                .at("/reason"));
        return Decision.of(
                new DeliveryConfidenceAssessed(
                        assess.portfolio(),
                        assessor,
                        assess.trend(),
                        assess.period(),
                        assess.reason(),
                        assess.topIssues(),
                        assess.provenance()),
                findings);
    }

    private static Decision<PortfolioFact> setValidity(SetRatingValidity set) {
        Findings findings = new Findings()
                .require(
                        set.days() > 0 && set.days() <= LONGEST_VALIDITY,
                        Finding.of(
                                        PortfolioRule.RATING_VALIDITY_OUT_OF_RANGE,
                                        "A rating would be good for %s days; 1 to %s are allowed"
                                                .formatted(set.days(), LONGEST_VALIDITY))
                                .at("/days"));
        return Decision.stating(RatingValiditySet.class, set, findings);
    }

    /** The criteria of a scheme, each as the portfolio wrote it first. */
    private static List<String> criteria(DefineRatingScheme define, History<RecordedFact, PortfolioState> history) {
        return define.criteria().stream()
                .map(criterion -> EntryChecks.firstSpelling(
                        criterion, defined(history).flatMap(defined -> defined.criteria().stream())))
                .toList();
    }

    private static RatingSchemeDefined defined(
            DefineRatingScheme define, String scheme, int version, List<String> criteria) {
        return new RatingSchemeDefined(
                define.portfolio(), scheme, version, define.ratings(), criteria, define.provenance());
    }

    private static boolean isWellDefined(List<RatingDefinition> ratings) {
        return !ratings.isEmpty()
                && ratings.stream().map(RatingDefinition::rating).distinct().count() == ratings.size()
                && ratings.stream().noneMatch(rating -> rating.definition().isBlank());
    }

    private static List<RatingSchemeDefined> versions(String scheme, History<RecordedFact, PortfolioState> history) {
        return defined(history)
                .filter(defined -> defined.scheme().equalsIgnoreCase(scheme))
                .toList();
    }

    private static Stream<RatingSchemeDefined> defined(History<RecordedFact, PortfolioState> history) {
        return EntryChecks.facts(history.entries(), RatingSchemeDefined.class);
    }

    /** The name of a scheme as it was written first. */
    private static String scheme(String name, History<RecordedFact, PortfolioState> history) {
        return EntryChecks.firstSpelling(name, defined(history).map(RatingSchemeDefined::scheme));
    }

    /** Itself alone, not the boards of its policies. */
    @Override
    protected Set<String> concerns(PortfolioState state) {
        return Set.of();
    }

    /** A version of a scheme is defined once, and a scheme in use is replaced once. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(definedTwice(entries));
        findings.addAll(SchemeReplacements.ofRatings(entries));
        findings.addAll(SchemeReplacements.ofRisks(entries));
        findings.addAll(RiskSchemes.definedTwice(entries));
        findings.addAll(CasePolicies.setTwice(entries));
        return findings;
    }

    private static List<Finding> definedTwice(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof RatingSchemeDefined defined
                        ? PortfolioState.schemeKey(defined.scheme(), defined.version())
                        : null,
                scheme -> Finding.of(
                                PortfolioRule.SCHEME_VERSION_TAKEN, "Version %s is already defined".formatted(scheme))
                        .at("/version"));
    }
}
