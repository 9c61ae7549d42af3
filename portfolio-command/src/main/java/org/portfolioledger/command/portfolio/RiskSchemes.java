package org.portfolioledger.command.portfolio;

import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRiskScheme;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The schemes by which a portfolio scores risks: what 1 to 5 mean, and from which score a risk is critical. */
final class RiskSchemes {

    private static final int POINTS = 5;

    private RiskSchemes() {}

    static Decision<PortfolioFact> define(DefineRiskScheme define, History<RecordedFact, PortfolioState> history) {
        String scheme =
                EntryChecks.firstSpelling(define.scheme(), defined(history).map(RiskSchemeDefined::scheme));
        List<RiskSchemeDefined> versions = defined(history)
                .filter(known -> known.scheme().equalsIgnoreCase(scheme))
                .toList();
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
