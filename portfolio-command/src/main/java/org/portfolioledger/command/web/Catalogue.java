package org.portfolioledger.command.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Family;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kind;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every command that can be sent, by its path and by the facts that it gives. */
final class Catalogue {

    static final String BASE = "/api/v1";

    private final List<Entry> entries;
    private final Map<List<Class<? extends GovernanceFact>>, CommandRoute<?>> byFacts = new HashMap<>();
    private final Map<Integer, Map<PathPattern, Entry>> byLength = new HashMap<>();
    private final Map<Ends, Map<PathPattern, Entry>> byEnds = new HashMap<>();
    private final Map<String, Kind<?, ?>> byFirstPart = new HashMap<>();

    /**
     * A route with the kind of entity to which it leads.
     *
     * @param kind whose streams decide
     */
    record Entry(CommandRoute<?> route, Kind<?, ?> kind) {}

    /** By what a path is nearly found: an import looks for one several times a line. */
    private record Ends(int length, String first, String last) {

        static Ends of(String path) {
            int end = path.indexOf('/', BASE.length() + 1);
            return new Ends(
                    Catalogue.length(path),
                    path.substring(0, end < 0 ? path.length() : end),
                    path.substring(path.lastIndexOf('/') + 1));
        }
    }

    Catalogue(List<? extends Family<?, ?, ?>> families) {
        entries = families.stream()
                .flatMap(family -> family.routes().stream().map(route -> new Entry(route, family.kind())))
                .toList();
        for (Entry entry : entries) {
            CommandRoute<?> route = entry.route();
            PathPattern path = PathPatternParser.defaultInstance.parse(BASE + route.path());
            byLength.computeIfAbsent(length(path.getPatternString()), _ -> new HashMap<>())
                    .put(path, entry);
            byEnds.computeIfAbsent(Ends.of(path.getPatternString()), _ -> new HashMap<>())
                    .put(path, entry);
            if (route.opens()) byFirstPart.put(firstPart(route), entry.kind());
            if (byFacts.put(route.facts(), route) != null)
                throw new IllegalStateException("two commands give " + route.facts());
        }
    }

    /** How many parts a path has. */
    private static int length(String path) {
        return (int) path.chars().filter(each -> each == '/').count();
    }

    private static String firstPart(CommandRoute<?> route) {
        return route.path().split("/", -1)[1];
    }

    List<CommandRoute<?>> routes() {
        return entries.stream().<CommandRoute<?>>map(Entry::route).toList();
    }

    /** Roles of which each may send some command to a path. */
    Set<ActorRole> sendersTo(String path) {
        if (path.equals(CorrectionReader.PATH)) return correctors();
        return at(path).map(matched -> matched.route().senders()).orElse(Set.of());
    }

    /** Roles of which each may correct something. */
    Set<ActorRole> correctors() {
        return routes().stream().flatMap(route -> route.correctors().stream()).collect(Collectors.toSet());
    }

    /** The command that gives facts of these classes, in this order. */
    Optional<CommandRoute<?>> giving(List<Class<? extends GovernanceFact>> facts) {
        return Optional.ofNullable(byFacts.get(facts));
    }

    /** The command at a path. */
    Optional<Matched> at(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return at(parsed, byEnds.getOrDefault(Ends.of(path), Map.of()))
                .or(() -> at(parsed, byLength.getOrDefault(length(path), Map.of())));
    }

    private Optional<Matched> at(PathContainer path, Map<PathPattern, Entry> some) {
        for (Map.Entry<PathPattern, Entry> line : some.entrySet()) {
            PathPattern.@Nullable PathMatchInfo match = line.getKey().matchAndExtract(path);
            if (match != null) return Optional.of(matched(line.getValue(), match.getUriVariables()));
        }
        return Optional.empty();
    }

    private Matched matched(Entry entry, Map<String, String> variables) {
        Kind<?, ?> kind = entry.kind();
        return new Matched(entry.route(), kind, byFirstPart.getOrDefault(firstPart(entry.route()), kind), variables);
    }

    /**
     * A route that a path matches.
     *
     * @param kind whose streams decide
     * @param owner whose streams have the register: that of the entity with which the path begins
     */
    record Matched(CommandRoute<?> route, Kind<?, ?> kind, Kind<?, ?> owner, Map<String, String> variables) {}
}
