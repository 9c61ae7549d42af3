package org.portfolioledger.command.web;

import java.util.List;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerBusy;
import org.portfolioledger.ledger.LedgerStopping;
import org.portfolioledger.ledger.LedgerUnavailable;
import org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason;
import org.portfolioledger.ledger.axon.KnownAtRefused;
import org.portfolioledger.serialization.UnreadableFact;

/** Puts what stood in a command's way into problem details. */
final class Refusals {

    private Refusals() {}

    static RuntimeException problem(RuntimeException fault) {
        return switch (fault) {
            case Problem problem -> problem;
            case Refused refused -> refused(refused.findings());
            case StaleVersion stale ->
                Problem.of(HttpProblem.STALE_VERSION, "The present version is \"" + stale.present() + "\"")
                        .header("ETag", "\"" + stale.present() + "\"");
            case KnownAtRefused known ->
                Problem.of(
                        CommandProblem.KNOWN_AT_REFUSED,
                        known.refusal().reason() == Reason.REGISTER_MIGRATES
                                ? known.getMessage() + ": POST /api/v1/registers/{register}/going-live"
                                : String.valueOf(known.getMessage()));
            case UnreadableFact unreadable ->
                Problem.of(
                        HttpProblem.UNREADABLE_FACT,
                        "A fact on which the decision rests cannot be read: " + unreadable.getMessage());
            case LedgerBusy busy -> Problem.of(HttpProblem.BUSY, String.valueOf(busy.getMessage()));
            case LedgerStopping _ ->
                Problem.of(HttpProblem.LEDGER_UNAVAILABLE, "This node is stopping and did not record the command");
            case LedgerUnavailable _ ->
                Problem.of(HttpProblem.LEDGER_UNAVAILABLE, "It is not known whether the command was recorded");
            default -> fault;
        };
    }

    /** The first finding gives the type; all are listed. */
    private static Problem refused(List<Finding> findings) {
        Finding first = findings.getFirst();
        Problem problem = Problem.of(
                new RuleProblem(first.rule()),
                first.detail(),
                findings.stream()
                        .map(finding -> new Problem.At(
                                finding.pointer(),
                                null,
                                "/problems/" + finding.rule().code(),
                                finding.detail()))
                        .toList());
        List<Problem.Collision> collisions = findings.stream()
                .filter(finding -> !finding.facts().isEmpty() || finding.from() != null)
                .map(Refusals::collision)
                .toList();
        return collisions.isEmpty() ? problem : problem.collidingWith(collisions);
    }

    private static Problem.Collision collision(Finding finding) {
        return new Problem.Collision(
                finding.rule().code(),
                finding.facts().isEmpty() ? null : finding.facts(),
                finding.from(),
                finding.to());
    }
}
