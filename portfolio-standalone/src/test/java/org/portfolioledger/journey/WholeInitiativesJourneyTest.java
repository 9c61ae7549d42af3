package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import tools.jackson.databind.JsonNode;

/**
 * A programme that continues another is split, renumbered, made a major project, merged into a third, which leaves its
 * portfolio by a decision of the board: at every point it is what it was.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WholeInitiativesJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    private static Caller command;
    private static Caller query;
    private static long beforeMerger;
    private static long last;
    private static long decision;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        decision = Council.settled(command).stream()
                .filter(reply -> reply.header("Location").endsWith("/decisions/D-1"))
                .findFirst()
                .orElseThrow()
                .position();
        recorded("/initiatives", """
                {"id": "PG-OLD", "register": "ACME", "level": "PROGRAMME", "name": "Dwellings", "effectiveOn": "2024-01-05"}""");
        recorded("/initiatives/PG-OLD/closures", """
                {"reason": "Programme ended", "continuedBy": ["PG-1"], "effectiveOn": "2026-01-31"}""");
        recorded("/initiatives", """
                {"id": "PG-3", "register": "ACME", "level": "PROJECT", "name": "Estates", "placement": {"portfolio": "PF"},
                 "continues": ["PG-OLD"], "attributes": {"lot": "7"}, "effectiveOn": "2026-02-01"}""");
        recorded("/initiatives/PG-3/aliases", """
                {"scheme": "GMPP", "alias": "HO_33", "effectiveOn": "2026-03-01"}""");
        recorded("/initiatives/PG-3/aliases", """
                {"scheme": "GMPP", "alias": "HO_34", "effectiveOn": "2026-05-01"}""");
        recorded("/initiatives/PG-3/aliases/GMPP/endings", """
                {"reason": "It left the GMPP", "effectiveOn": "2026-06-01"}""");
        recorded("/initiatives/PG-3/attributes", """
                {"tier": "GMPP", "attributes": {"fundingBody": "Homes England"}, "without": ["lot"], "effectiveOn": "2026-04-01"}""");
        beforeMerger = recorded("/initiatives/PG-3/splits", """
                {"into": "PG-1", "reason": "Repairs", "effectiveOn": "2026-04-01"}""");
        recorded("/initiatives/PG-3/mergers", """
                {"into": "PG-2", "reason": "One team", "effectiveOn": "2026-07-01"}""");
        last = recorded("/initiatives/PG-2/exits", """
                {"reason": "Handed over", "decision": %s, "outcome": {"measure": "PARTLY_MET", "statement": "Nine of ten estates"},
                 "benefitsHeldBy": {"post": "Director of Housing"}, "effectiveOn": "2026-09-01"}""".formatted(decision));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static long recorded(String path, String body) {
        Reply reply = command.post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("Location")).startsWith("/api/v1/initiatives/PG-");
        return reply.position();
    }

    private static JsonNode ask(String path, String day, long known) {
        String question = path + (path.contains("?") ? "&" : "?") + "asOf=" + day + "&knownAt=position:" + known;
        Reply reply = query.getAfter(last, question);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String links(String id, String member, String day, long known) {
        return ask("/initiatives/" + id + "/succession", day, known)
                .required(member)
                .valueStream()
                .map(link -> "%s>%s %s %s"
                        .formatted(
                                link.path("from").asString(),
                                link.path("to").asString(),
                                stated(link.path("statedBefore")),
                                stated(link.path("statedAfter"))))
                .collect(Collectors.joining(", "));
    }

    private static String stated(JsonNode how) {
        return how.isMissingNode()
                ? "-"
                : how.path("value").asString() + "@" + how.path("since").asString();
    }

    @Test
    void its_succession_is_told_from_every_side_with_its_days() {
        assertThat(links("PG-3", "cameFrom", "2026-08-01", last)).isEqualTo("PG-OLD>PG-3 - CONTINUATION@2026-02-01");
        assertThat(links("PG-3", "wentOnIn", "2026-08-01", last))
                .isEqualTo("PG-3>PG-1 SPLIT@2026-04-01 -, PG-3>PG-2 MERGER@2026-07-01 -");
        assertThat(links("PG-2", "cameFrom", "2026-08-01", last))
                .isEqualTo("PG-OLD>PG-3 - CONTINUATION@2026-02-01, PG-3>PG-2 MERGER@2026-07-01 -");
        assertThat(links("PG-OLD", "wentOnIn", "2026-08-01", last))
                .isEqualTo("PG-OLD>PG-1 CONTINUATION@2026-01-31 -, PG-OLD>PG-3 - CONTINUATION@2026-02-01,"
                        + " PG-3>PG-1 SPLIT@2026-04-01 -, PG-3>PG-2 MERGER@2026-07-01 -");
        assertThat(links("PG-2", "wentOnIn", "2026-08-01", last)).isEmpty();
    }

    @Test
    void a_succession_is_of_its_day_and_of_what_was_known() {
        assertThat(links("PG-3", "wentOnIn", "2026-06-30", last)).isEqualTo("PG-3>PG-1 SPLIT@2026-04-01 -");
        assertThat(links("PG-3", "wentOnIn", "2026-03-31", last)).isEmpty();
        assertThat(links("PG-2", "cameFrom", "2026-08-01", beforeMerger)).isEmpty();
        assertThat(query.getAfter(last, "/initiatives/PG-9/succession").status())
                .isEqualTo(404);
    }

    @Test
    void merged_it_still_appears_in_every_view_of_a_day_on_which_it_was_open() {
        assertThat(ask("/initiatives/PG-3", "2026-06-30", last).has("closure")).isFalse();
        assertThat(ask("/initiatives/PG-3", "2026-07-01", last)
                        .at("/closure/value")
                        .asString())
                .isEqualTo("One team");
        assertThat(ask("/initiatives/PG-3", "2026-07-01", beforeMerger).has("closure"))
                .isFalse();
        assertThat(ask("/portfolios/PF/status", "2026-06-30", last)
                        .required("items")
                        .findValuesAsString("id"))
                .contains("PG-3");
        assertThat(ask("/portfolios/PF/status", "2026-07-01", last)
                        .required("items")
                        .findValuesAsString("id"))
                .doesNotContain("PG-3");
    }

    @Test
    void it_is_found_by_its_alias_of_the_day() {
        assertThat(found("ho_33", "2026-02-28")).isEmpty();
        assertThat(found("ho_33", "2026-03-01")).isEqualTo("PG-3");
        assertThat(found("HO_33", "2026-05-01")).isEmpty();
        assertThat(found("HO_34", "2026-05-31")).isEqualTo("PG-3");
        assertThat(found("HO_34", "2026-06-01")).isEmpty();
        assertThat(query.getAfter(last, "/initiatives?alias=HO_99").status()).isEqualTo(400);
        assertThat(command.post("office", "/initiatives/PG-3/aliases/IPA/endings", "{\"effectiveOn\": \"2026-06-01\"}")
                        .status())
                .isEqualTo(404);
    }

    private static String found(String alias, String day) {
        return String.join(
                " ",
                ask("/initiatives?alias=" + alias, day, last).required("items").findValuesAsString("id"));
    }

    @Test
    void its_attributes_are_those_of_the_day() {
        JsonNode before = ask("/initiatives/PG-3", "2026-03-31", last);
        JsonNode after = ask("/initiatives/PG-3", "2026-04-01", last);
        assertThat(before.has("tier")).isFalse();
        assertThat(after.at("/tier/value").asString()).isEqualTo("GMPP");
        assertThat(before.at("/attributes/lot/value").asString()).isEqualTo("7");
        assertThat(after.at("/attributes").propertyNames()).containsExactly("fundingBody");
    }

    @Test
    void it_leaves_the_portfolio_by_a_decision_which_the_exit_rests_on() {
        JsonNode gone = ask("/initiatives/PG-2", "2026-09-01", last);
        assertThat(gone.at("/placement/value").isEmpty()).isTrue();
        assertThat(gone.at("/exit/value/outcome/measure").asString()).isEqualTo("PARTLY_MET");
        assertThat(gone.at("/exit/value/benefitsHeldBy/post").asString()).isEqualTo("Director of Housing");
        assertThat(gone.at("/exit/restsOn").toString()).isEqualTo("[%s]".formatted(decision));
        assertThat(ask("/initiatives/PG-2", "2026-08-31", last).has("exit")).isFalse();
        assertThat(ask("/initiatives?portfolio=PF", "2026-08-31", last)
                        .required("items")
                        .findValuesAsString("id"))
                .contains("PG-2");
        assertThat(ask("/initiatives?portfolio=PF", "2026-09-01", last)
                        .required("items")
                        .findValuesAsString("id"))
                .doesNotContain("PG-2");
        assertThat(command.post(
                                "office",
                                "/initiatives/PG-1/exits",
                                "{\"reason\": \"Handed over\", \"effectiveOn\": \"2026-09-01\"}")
                        .json()
                        .required("errors")
                        .findValuesAsString("type"))
                .containsExactlyInAnyOrder(
                        "/problems/exit-without-decision",
                        "/problems/exit-without-outcome",
                        "/problems/benefits-held-by-nobody");
    }
}
