package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.vocabulary.ActorRole;
import tools.jackson.databind.JsonNode;

/** Whoever has no grant that reaches something is told the same of it whether or not it is on record. */
class OutOfReachJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String NOWHERE = "NOWHERE-9";

    /** Any secretary records it, where it concerns no board. */
    private static final Set<String> OF_NO_BOARD = Set.of(
            "documents",
            "actions",
            "outside-decisions",
            "posts",
            "mappings",
            "measures",
            "risks",
            "protective-markings");

    private static Caller command;
    private static JsonNode paths;
    private static long last;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        last = Council.settle(command);
        paths = command.page().required("paths");
        for (ActorRole role : ActorRole.values()) TestIssuer.shared().knows(account(role), "p-migrator", grant(role));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static String account(ActorRole role) {
        return "far-" + role.name().toLowerCase(Locale.ROOT);
    }

    /** Which reaches nothing of what is on record. */
    private static String grant(ActorRole role) {
        return switch (role) {
            case SRO, PROGRAMME_MANAGER, BOARD_SECRETARY, BOARD_MEMBER, ADMINISTRATOR -> role.name();
            default -> role.name() + "@portfolio-ELSEWHERE";
        };
    }

    @ParameterizedTest
    @EnumSource(ActorRole.class)
    void a_command_is_refused_in_the_same_words(ActorRole role) {
        List<String> told = new ArrayList<>();
        int asked = 0;
        for (ApiDocument.Operation operation : ApiDocument.of(command).operations()) {
            JsonNode roles = paths.at("/" + ("/api/v1" + operation.path()).replace("/", "~1") + "/post/x-roles");
            if (operation.variables().isEmpty() || !roles.has(role.name()) || !operation.takesJson()) continue;
            if (operation.path().startsWith("/people") || operation.path().startsWith("/access-tokens")) continue;
            String variable = operation.variables().getFirst();
            String there = operation.concrete();
            String id = there.split("/", -1)[2];
            String nowhere = operation.with(variable, NOWHERE);
            String body = operation.example().toString();
            for (String version : List.of("", "\"1\"")) {
                Reply hidden = send(role, there, body, version);
                if (role == ActorRole.BOARD_SECRETARY
                        && hidden.status() != 403
                        && OF_NO_BOARD.contains(there.split("/", -1)[1])) continue;
                asked++;
                Reply nothing = send(role, nowhere, body, version);
                String here = hidden.status() + hidden.text().replace(id, "X");
                String absent =
                        nothing.status() + nothing.text().replace(NOWHERE, "X").replace(id, "X");
                if (hidden.status() != 403
                        || !here.equals(absent)
                        || !hidden.header("ETag").isEmpty()) told.add("%s%n  %s%n  %s".formatted(there, here, absent));
                Reply otherwise = send(
                        role, there.replace("/" + id + "/", "/" + id.toLowerCase(Locale.ROOT) + "/"), body, version);
                if (!id.equals(id.toLowerCase(Locale.ROOT)) && otherwise.text().contains(id))
                    told.add(there + " is spelled " + otherwise.text());
            }
        }
        assertThat(told).isEmpty();
        assertThat(asked > 0)
                .as("%s may send commands", role)
                .isEqualTo(!Set.of(ActorRole.OPERATOR, ActorRole.ADMINISTRATOR, ActorRole.REPORTING_READER)
                        .contains(role));
    }

    private static Reply send(ActorRole role, String path, String body, String version) {
        return version.isEmpty()
                ? command.post(account(role), path, body)
                : command.post(account(role), path, body, "If-Match", version);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActorRole.class,
            names = {"SRO", "PROGRAMME_MANAGER", "BOARD_MEMBER", "PORTFOLIO_OFFICE", "ASSURANCE"})
    void a_correction_is_refused_in_the_same_words(ActorRole role) {
        for (String more : List.of("", ", \"replacement\": {\"nothing\": 1}")) {
            String nothing = correction(role, last + 1000, more);
            assertThat(nothing).startsWith("403");
            for (long position = 1; position <= last; position++)
                assertThat(correction(role, position, more))
                        .as("fact %s", position)
                        .isEqualTo(nothing);
        }
    }

    private static String correction(ActorRole role, long position, String more) {
        Reply reply = command.post(
                account(role), "/corrections", "{\"fact\": %s, \"reason\": \"Misread\"%s}".formatted(position, more));
        return reply.status() + reply.text().replace("fact " + position, "fact N");
    }

    @Test
    void a_right_is_denied_in_the_same_words() {
        String asked = "/access/rights?command=/api/v1/initiatives/%7Binitiative%7D/renames&entity=initiative-";
        for (ActorRole role : ActorRole.values())
            for (String more : List.of("", "&asOf=2026-02-01", "&knownAt=position:3")) {
                Reply hidden = command.get(account(role), asked + "PG-1" + more);
                Reply spelled = command.get(account(role), asked + "pg-1" + more);
                Reply nothing = command.get(account(role), asked + NOWHERE + more);
                assertThat(hidden.json().path("may").asBoolean(true))
                        .as(hidden.text())
                        .isFalse();
                assertThat(hidden.status() + hidden.text().replace("PG-1", "X"))
                        .as("%s %s", role, more)
                        .isEqualTo(nothing.status() + nothing.text().replace(NOWHERE, "X"))
                        .isEqualTo(spelled.status() + spelled.text().replace("pg-1", "X"));
            }
    }
}
