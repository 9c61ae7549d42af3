package org.portfolioledger.command.portfolio;

import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRiskScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.ReplaceRiskScheme;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The schemes by which a portfolio scores risks: what 1 to 5 mean, and from which score a risk is critical. */
final class RiskSchemes {

    private static final int POINTS = 5;

    private RiskSchemes() {}

    static Decision<PortfolioFact> define(DefineRiskScheme define, History<RecordedFact, PortfolioState> history) {
        String scheme = scheme(define.scheme(), history);
        List<RiskSchemeDefined> versions = versions(scheme, history);
        int version = define.version() == null
                ? EntryChecks.nextVersion(
                        versions, RiskSchemeDefined::version, number -> stated(define, scheme, number))
                : define.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(
                                        PortfolioRule.RISK_SCHEME_VERSION_TAKEN,
                                        "Version %s of scheme %s is below 1".formatted(version, scheme))
                                .at("/version"))
                .require(
                        define.criticalFrom() >= 1 && define.criticalFrom() <= POINTS * POINTS,
                        undefined("A risk would be critical from " + define.criticalFrom(), "/criticalFrom"));
        requireFive(define.probabilities(), "probabilities", findings);
        requireFive(define.impacts(), "impacts", findings);
        return Decision.of(stated(define, scheme, version), findings);
    }

    static Decision<PortfolioFact> replace(ReplaceRiskScheme replace, History<RecordedFact, PortfolioState> history) {
        String by = scheme(replace.by(), history);
        List<RiskSchemeDefined> successors = versions(by, history);
        Findings findings = new Findings()
                .require(
                        !versions(replace.scheme(), history).isEmpty(),
                        ReferenceRule.absent("risk scheme", replace.scheme()))
                .require(
                        successors.stream().anyMatch(defined -> defined.version() == replace.version()),
                        ReferenceRule.unknown(
                                "risk scheme",
                                "%s version %s".formatted(by, replace.version()),
                                successors.isEmpty() ? "/by" : "/version"));
        return Decision.of(
                new RiskSchemeReplaced(
                        replace.portfolio(),
                        scheme(replace.scheme(), history),
                        by,
                        replace.version(),
                        replace.provenance()),
                findings);
    }

    /** The name of a scheme as it was written first. */
    private static String scheme(String name, History<RecordedFact, PortfolioState> history) {
        return EntryChecks.firstSpelling(name, defined(history).map(RiskSchemeDefined::scheme));
    }

    private static List<RiskSchemeDefined> versions(String scheme, History<RecordedFact, PortfolioState> history) {
        return defined(history)
                .filter(known -> known.scheme().equalsIgnoreCase(scheme))
                .toList();
    }

    private static void requireFive(List<String> definitions, String of, Findings findings) {
        findings.require(
                definitions.size() == POINTS && definitions.stream().noneMatch(String::isBlank),
                undefined("There are %s definitions of %s".formatted(definitions.size(), of), "/" + of));
    }

    private static Finding undefined(String detail, String pointer) {
        return Finding.of(PortfolioRule.RISK_SCHEME_WITHOUT_DEFINITIONS, detail).at(pointer);
    }

    private static RiskSchemeDefined stated(DefineRiskScheme define, String scheme, int version) {
        return new RiskSchemeDefined(
                define.portfolio(),
                scheme,
                version,
                define.probabilities(),
                define.impacts(),
                define.criticalFrom(),
                define.provenance());
    }

    private static Stream<RiskSchemeDefined> defined(History<RecordedFact, PortfolioState> history) {
        return EntryChecks.facts(history.entries(), RiskSchemeDefined.class);
    }

    static List<Finding> definedTwice(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof RiskSchemeDefined defined
                        ? PortfolioState.schemeKey(defined.scheme(), defined.version())
                        : null,
                scheme -> Finding.of(
                                PortfolioRule.RISK_SCHEME_VERSION_TAKEN, "The version %s is defined".formatted(scheme))
                        .at("/version"));
    }
}
