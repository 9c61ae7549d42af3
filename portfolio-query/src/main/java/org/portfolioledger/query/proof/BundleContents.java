package org.portfolioledger.query.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerScope;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.NamesOnRecord;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which facts belong to a bundle. What concerns a portfolio or an initiative is what a viewer sees whose role is granted within it. */
final class BundleContents {

    private final Names names;
    private final TimePointResolver points;
    private final JsonMapper json;

    BundleContents(Names names, TimePointResolver points, JsonMapper json) {
        this.names = names;
        this.points = points;
        this.json = json;
    }

    /** @throws Problem if it names what is nowhere on record, or what the viewer does not see */
    LedgerScope of(ScopeAsked asked, Actor viewer) {
        Sight sight = points.sight(viewer);
        requireSeen(sight);
        LedgerScope scope;
        if (asked.portfolio() != null)
            scope = within(spelled(Kinds.PORTFOLIO.name(), asked.portfolio(), sight), viewer);
        else if (asked.initiative() != null)
            scope = within(spelled(Kinds.INITIATIVE.name(), asked.initiative(), sight), viewer);
        else if (asked.decision() != null) scope = decision(asked.decision(), sight);
        else if (asked.register() != null)
            scope = new LedgerScope.Registers(List.of(spelledRegister(asked.register(), sight)));
        else scope = new LedgerScope.Everything();
        return scope;
    }

    /** @throws Problem if the viewer may not see all of it now */
    void requireSeen(Actor viewer) {
        requireSeen(points.sight(viewer));
    }

    private static void requireSeen(Sight sight) {
        // A fact is in it as it is stored, with the titles of papers and the names of what was read.
        if (!sight.isEverything())
            throw Problem.of(
                    HttpProblem.NOT_ALLOWED,
                    "A bundle is for those who may read all that is on record, and every marking");
    }

    private LedgerScope within(String place, Actor viewer) {
        Actor within = new Actor(
                viewer.user(),
                viewer.person(),
                Set.of(new Grant(ActorRole.ASSURANCE, place)),
                viewer.kind(),
                viewer.onBehalfOf(),
                viewer.markings());
        return streams(points.sight(within).streams());
    }

    private LedgerScope decision(long position, Sight sight) {
        StoredEvent fact = points.factAt(position, sight)
                .orElseThrow(() -> NamesOnRecord.unknown(
                        List.of(Problem.At.body("/scope/decision", "is no position of the ledger"))));
        JsonNode basis = json.readTree(fact.basis());
        List<String> streams = new ArrayList<>(List.of(fact.stream()));
        basis.path("read").forEach(read -> streams.add(read.path("stream").asString()));
        for (JsonNode rested : basis.path("restsOn"))
            points.factAt(rested.asLong(), sight).ifPresent(one -> streams.add(one.stream()));
        return streams(streams);
    }

    private static LedgerScope streams(Iterable<String> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return new LedgerScope.Streams(List.copyOf(sorted));
    }

    private String spelled(String kind, String id, Sight sight) {
        return names.spelling(kind, id, sight)
                .map(Kinds.named(kind)::stream)
                .orElseThrow(() ->
                        NamesOnRecord.unknown(List.of(Problem.At.body("/scope/" + kind, "is nowhere on record"))));
    }

    private String spelledRegister(String name, Sight sight) {
        return names.spelling("register", name, sight)
                .orElseThrow(() ->
                        NamesOnRecord.unknown(List.of(Problem.At.body("/scope/register", "is nowhere on record"))));
    }
}
