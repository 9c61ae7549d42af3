package org.portfolioledger.command.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.command.AccessRule;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.ProblemType;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.ActorRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps refusals from telling what is on record. Whoever does not read everything, and has no grant that reaches what a
 * command is addressed to, is told just that: whatever else stood in the way, and also where nothing is on record.
 */
final class OutOfReach {

    /** Their details name what a command concerns. */
    private static final Set<Rule> NAMING =
            Set.of(AccessRule.NOT_OWN_INITIATIVE, AccessRule.NOT_OWN_BOARD, AccessRule.OUTSIDE_GRANT);

    /** What does not depend on any record, or says only that something is to be tried again. */
    private static final Set<ProblemType> TELL_NOTHING = Set.of(
            HttpProblem.NOT_AUTHENTICATED,
            HttpProblem.NOT_ALLOWED,
            HttpProblem.KEY_REUSED,
            HttpProblem.BUSY,
            HttpProblem.LEDGER_UNAVAILABLE,
            HttpProblem.CHANGED_MEANWHILE);

    private static final String THIS = "this";

    private final Catalogue catalogue;
    private final LedgerReader ledger;
    private final CommandProcessor processor;

    OutOfReach(Catalogue catalogue, LedgerReader ledger, CommandProcessor processor) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.processor = processor;
    }

    /** What a sender is told instead of a problem: mostly the same. */
    Problem of(Problem refused, String path, ObjectNode body, Sender sender) {
        if (sender.readsEverything() || TELL_NOTHING.contains(refused.type())) return refused;
        return path.equals(CorrectionReader.PATH)
                ? ofCorrection(refused, body, sender)
                : ofCommand(refused, path, body, sender);
    }

    /** What cannot be read of it depends on the type of the fact. */
    private Problem ofCorrection(Problem refused, ObjectNode body, Sender sender) {
        JsonNode fact = body.path("fact");
        if (!fact.isIntegralNumber() || !fact.canConvertToLong() || fact.asLong() < 1) return refused;
        boolean isReached = ledger.at(fact.asLong())
                .filter(found -> processor.reaches(found, sender))
                .isPresent();
        if (!isReached) return problem(sender, sender.roles(), "fact " + fact.asLong());
        return isNaming(refused) ? problem(sender, sender.roles(), THIS) : refused;
    }

    private Problem ofCommand(Problem refused, String path, ObjectNode body, Sender sender) {
        if (refused.type() == HttpProblem.MALFORMED_REQUEST) return refused;
        Stream<String> paths =
                Stream.concat(Stream.of(path), RecordsReader.in(body).map(record -> record.getKey()));
        Optional<Problem> unreached = paths.flatMap(each -> catalogue.at(each).stream())
                .flatMap(matched -> unreached(matched, sender).stream())
                .findFirst();
        return unreached.orElseGet(() -> catalogue
                .at(path)
                .map(Catalogue.Matched::route)
                .filter(route -> route.opens() && isNaming(refused))
                .map(route -> problem(sender, route.senders(), THIS))
                .orElse(refused));
    }

    /** That no grant reaches what a command is addressed to, if it opens nothing: what it would open is not there yet. */
    private Optional<Problem> unreached(Catalogue.Matched matched, Sender sender) {
        CommandRoute<?> route = matched.route();
        String id = route.opens() ? null : matched.variables().get(route.entity());
        if (id == null || !CommandReader.isId(id)) return Optional.empty();
        String named = matched.owner().stream(id);
        return processor
                        .spelling(named)
                        .filter(stream -> processor.reaches(stream, route.senders(), sender))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(problem(sender, route.senders(), Kinds.words(named)));
    }

    private static boolean isNaming(Problem refused) {
        return refused.type() instanceof RuleProblem(var rule) && NAMING.contains(rule);
    }

    private static Problem problem(Sender sender, Set<ActorRole> allowed, String named) {
        Finding finding = Decider.outOfReach(sender, allowed, named);
        return (Problem) Refusals.problem(new Refused(List.of(finding)));
    }
}
