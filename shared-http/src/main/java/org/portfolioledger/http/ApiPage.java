package org.portfolioledger.http;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The face of the API page: what it is, who may ask, and one chapter for each kind of thing. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ApiPage implements OpenApiCustomizer {

    private static final String BASE = "/api/v1/";

    private static final Map<String, String> MEANING = Map.ofEntries(
            entry("access-tokens", "Tokens with which tools read, issued by whoever is signed in."),
            entry(
                    "accounting-assessments",
                    "Accounting Officers' assessments of business cases, and when they are due again."),
            entry("access-audit", "Sign-ins, refusals, exports and reads of marked rows, as they happened."),
            entry("actions", "What somebody is to do, its origin, and how it ended."),
            entry("alerts", "The rules by which alerts are given, and what each means."),
            entry("audit", "Facts as they were recorded, and verifications of the rows."),
            entry("benefits", "Benefits: promised, stated by sources, measured, assessed by others than their owners."),
            entry("boards", "Boards, their limits and remits, and what they decide."),
            entry("budgets", "Budget lines: what sources state by financial year, envelopes, and over-programming."),
            entry(
                    "business-cases",
                    "Business cases: versions, submissions, challenges, decisions, and conditions with their discharge."),
            entry("changes", "Differences between two time points."),
            entry(
                    "contracts",
                    "Contracts with suppliers, and their lots: awarded, extended, changed, and the day on which each ends."),
            entry("corrections", "Corrections and retractions of facts; the earlier facts stay on record."),
            entry("decisions", "Single decisions of boards with their circumstances."),
            entry(
                    "delivery-plans",
                    "Plans of a number of days with everything in them, each item followed to its end."),
            entry("dependencies", "What one initiative needs from another, also as a graph."),
            entry("documents", "Documents with their versions, markings, publication and replacements."),
            entry("equality-assessments", "Equality impact assessments with their versions and subjects."),
            entry("event-types", "The types of fact and their schemas."),
            entry("external-requests", "What overseeing bodies request, what they were promised, and the answers."),
            entry("facts", "Single facts with their basis, their corrections and the facts that rest on them."),
            entry("imports", "Many commands in one file, or a spreadsheet whose rows become commands."),
            entry("initiatives", "Programmes and projects with owners, roles, ratings, milestones and history."),
            entry("measures", "What is counted, with targets and values, and how far one is from the other."),
            entry("mappings", "How the rows of a spreadsheet become commands, in versions."),
            entry("meetings", "Meetings of boards: what was before the members, who was present, and the minutes."),
            entry("outside-decisions", "Decisions that no board on record took, and what superseded them."),
            entry("people", "The directory of people, which has no history."),
            entry("portfolios", "Portfolios, their status, rating schemes and lists over their initiatives."),
            entry("posts", "Posts with their holders, and the role that goes with a post in a portfolio."),
            entry("problems", "The types of refusal, and what the caller can do about each."),
            entry("protective-markings", "Who may read an entity, and whether it is published."),
            entry("recommendations", "What all reviews recommended, and the progress of each recommendation."),
            entry("registers", "The records of organisations, each migrating or live."),
            entry(
                    "reporting-cycles",
                    "Rounds of reporting: the submissions received, and the pack that is fixed when a round is closed."),
            entry("reviews", "Assurance reviews with their recommendations, followed to their end."),
            entry("risks", "Risks and issues: scored, responded to, escalated through gatekeepers, linked and closed."),
            entry("rows", "The rows from which reads are answered, and their rebuilds."),
            entry("sign-outs", "Accounts whose tokens of before no longer count."),
            entry("vacancy-requests", "Requests to fill a post, checked, and authorised or refused by a board."),
            entry(
                    "workforce-controls",
                    "Controls of posts as a whole, such as early departures, with offers, posts and cost."));

    private final ApiSchemas schemas;
    private final SortedMap<String, SecurityScheme> signIn;

    /** @param signIn the ways to sign in, by their names */
    ApiPage(ApiSchemas schemas, Map<String, SecurityScheme> signIn) {
        this.schemas = schemas;
        this.signIn = new TreeMap<>(signIn);
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Portfolio Ledger")
                .version("1")
                .description("The record of how public portfolios are governed. Commands become immutable facts. Every"
                        + " read is answered as of any day (`asOf`), as known at any moment (`knownAt`)."));
        if (api.getComponents() == null) api.setComponents(new Components());
        signIn.forEach((name, way) -> {
            api.getComponents().addSecuritySchemes(name, way);
            api.addSecurityItem(new SecurityRequirement().addList(name));
        });
        SortedMap<String, String> chapters = new TreeMap<>();
        api.getPaths().forEach((path, item) -> {
            chapters.put(chapter(path), (path.startsWith(BASE) ? BASE : "/") + chapter(path));
            item.readOperationsMap().forEach((method, operation) -> {
                operation.setTags(List.of(chapter(path)));
                operation.setOperationId(operationId(method, path));
            });
        });
        List<Tag> tags = new ArrayList<>();
        chapters.forEach((chapter, path) -> tags.add(
                new Tag().name(chapter).description(MEANING.getOrDefault(chapter, "All paths below " + path + "."))));
        api.setTags(tags);
        schemas.complete(api);
    }

    private static String chapter(String path) {
        String rest = path.startsWith(BASE) ? path.substring(BASE.length()) : path.substring(1);
        return rest.replaceFirst("/.*", "");
    }

    /** As {@code get-initiatives-initiative}. */
    static String operationId(HttpMethod method, String path) {
        return method.name().toLowerCase(Locale.ROOT)
                + path.replaceFirst("^" + BASE, "/")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceFirst("-$", "");
    }
}
