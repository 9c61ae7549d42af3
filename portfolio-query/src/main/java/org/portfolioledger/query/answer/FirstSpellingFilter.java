package org.portfolioledger.query.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Ids are one whatever their case: a read asks for what its path and filters name as it was written first. */
public final class FirstSpellingFilter extends OncePerRequestFilter {

    /** By the first part of the paths of a kind. */
    private static final Map<String, String> COLLECTIONS = Kinds.ALL.stream()
            .map(Kind::name)
            .collect(Collectors.toUnmodifiableMap(FirstSpellingFilter::collection, Function.identity()));

    private static final Set<String> OF_THE_LISTED_KIND = Set.of("parent", "partOf", "replacedBy", "managedUnder");
    private static final Map<String, String> CALLED_OTHERWISE = Map.of("through", "initiative", "entity", "stream");
    private static final Set<String> BESIDE_KINDS = Set.of("register", "actor", "stream");
    private static final Pattern PATH = Pattern.compile("(/api/v1/([a-z-]+))(?:/([A-Za-z0-9._%-]+)(/.*)?)?");

    /** Made with the first request: filters are made before a start has looked at its databases. */
    private final Supplier<Names> names;

    private final Supplier<TimePointResolver> points;

    public FirstSpellingFilter(Supplier<Names> names, Supplier<TimePointResolver> points) {
        this.names = names;
        this.points = points;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().matches("GET|HEAD")
                || !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        String kind = path.matches() ? COLLECTIONS.get(path.group(2)) : null;
        String uri = kind == null || path.group(3) == null ? request.getRequestURI() : path(path, kind);
        chain.doFilter(new Spelled(request, uri, parameters(request, kind)), response);
    }

    private String path(Matcher path, String kind) {
        String rest = path.group(4);
        // What stays encoded here is no id.
        String id = first(kind, UriUtils.decode(path.group(3), StandardCharsets.UTF_8));
        return path.group(1) + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8)
                + (rest == null ? "" : rest);
    }

    private Map<String, String[]> parameters(HttpServletRequest request, @Nullable String listed) {
        Map<String, String[]> spelled = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> spelled.put(
                        name,
                        Arrays.stream(values)
                                .map(value -> first(named(name, listed), value))
                                .toArray(String[]::new)));
        return spelled;
    }

    private static String collection(String kind) {
        return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }

    /** The kind that a filter is called as: {@code business-case} of {@code businessCase}. */
    private static String kind(String filter) {
        return filter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What a filter of a list names, if it names anything. */
    private static @Nullable String named(String filter, @Nullable String listed) {
        if (OF_THE_LISTED_KIND.contains(filter)) return listed;
        if (BESIDE_KINDS.contains(filter)) return filter;
        return CALLED_OTHERWISE.getOrDefault(filter, COLLECTIONS.get(collection(kind(filter))));
    }

    private String first(@Nullable String what, String name) {
        if (what == null) return name;
        try {
            Sight sight = points.get().sight(Actor.present(), ReadRequestParser.UNHURRIED);
            return names.get().spelling(what, name, sight).orElse(name);
        } catch (DataAccessException | Problem _) {
            // The read itself meets the same database and the same rows, and answers for them.
            return name;
        }
    }

    /** The request as if its ids had been written as they were first. */
    private static final class Spelled extends HttpServletRequestWrapper {

        private final String path;
        private final Map<String, String[]> parameters;

        Spelled(HttpServletRequest request, String path, Map<String, String[]> parameters) {
            super(request);
            this.path = path;
            this.parameters = parameters;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }
    }
}
