package org.portfolioledger.command.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portfolioledger.events.GovernanceFact;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every command that can be sent, by its path and by the fact that it gives. */
final class Catalogue {

    static final String BASE = "/api/v1";

    private final List<CommandRoute<?>> posts;
    private final Map<Class<? extends GovernanceFact>, CommandRoute<?>> byFact = new HashMap<>();
    private final Map<PathPattern, CommandRoute<?>> byPath = new HashMap<>();

    Catalogue(List<FamilyRoutes> families) {
        posts = families.stream().flatMap(family -> family.posts().stream()).toList();
        for (CommandRoute<?> post : posts) {
            byPath.put(PathPatternParser.defaultInstance.parse(BASE + post.path()), post);
            if (byFact.put(post.fact(), post) != null)
                throw new IllegalStateException("two commands give " + post.fact());
        }
    }

    List<CommandRoute<?>> posts() {
        return posts;
    }

    /** The command that gives a kind of fact. */
    Optional<CommandRoute<?>> giving(Class<? extends GovernanceFact> fact) {
        return Optional.ofNullable(byFact.get(fact));
    }

    /** The command at a path. */
    Optional<Matched> at(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return byPath.entrySet().stream()
                .filter(entry -> entry.getKey().matches(parsed))
                .findFirst()
                .map(entry -> {
                    PathPattern.PathMatchInfo match = entry.getKey().matchAndExtract(parsed);
                    return new Matched(entry.getValue(), match == null ? Map.of() : match.getUriVariables());
                });
    }

    record Matched(CommandRoute<?> post, Map<String, String> variables) {}
}
