package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.vocabulary.Marking;

/** Entities are marked, changed and lifted over HTTP, and each reader sees what the own markings allow. */
class ProtectiveMarkingsJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    private static Caller query;
    private static Conversation talk;

    @BeforeAll
    static void settle() {
        TestIssuer.shared().knows("uncleared", "p-uncleared", Set.of(Marking.OFFICIAL), "REPORTING_READER");
        TestIssuer.shared()
                .knows(
                        "cleared",
                        "p-cleared",
                        Set.of(Marking.OFFICIAL, Marking.OFFICIAL_SENSITIVE),
                        "REPORTING_READER");
        Caller command = HALVES.command();
        query = HALVES.query();
        talk = new Conversation(command, query, Council.settle(command));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_benefit_is_withheld_from_the_day_on_which_it_is_marked_until_it_is_lifted() {
        assertThat(shown("uncleared", "/benefits/BEN-1")).isEqualTo("200");
        talk.recordAs("publication", "/protective-markings", """
                {"id": "PM-BEN", "register": "ACME", "entity": "benefit-ben-1", "marking": "OFFICIAL_SENSITIVE",
                 "publication": "EXEMPT", "section": "FOIA 43", "reason": "Rests on bids", "effectiveOn": "2026-03-01"}""");
        assertThat(talk.refused("/protective-markings", """
                {"id": "PM-BEN-2", "register": "ACME", "entity": "benefit-BEN-1", "marking": "OFFICIAL", "effectiveOn": "2026-04-01"}""")).isEqualTo("entity-marked-already");
        assertThat(shown("uncleared", "/benefits/BEN-1")).isEqualTo("403 withheld");
        assertThat(shown("uncleared", "/benefits/BEN-1?asOf=2026-02-15")).isEqualTo("403 withheld");
        assertThat(query.get("uncleared", "/benefits", "Sync-Token", Long.toString(talk.last()))
                        .text())
                .doesNotContain("BEN-1");
        assertThat(talk.ask("/benefits/BEN-1?asOf=2026-02-28").has("protectiveMarkings"))
                .isFalse();
        assertThat(talk.ask("/benefits/BEN-1?asOf=2026-03-01", "/protectiveMarkings/*/publication/value/section"))
                .isEqualTo("FOIA 43");
        assertThat(talk.ids("/protective-markings?entity=benefit-BEN-1&open=TRUE&asOf=2026-03-01"))
                .containsExactly("PM-BEN");
        assertThat(shown("cleared", "/benefits/BEN-1")).isEqualTo("200");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(query.get("assurance", "/access-audit?kind=READ_MARKED&account=cleared")
                                .text())
                        .contains("/api/v1/benefits/BEN-1"));
        assertThat(talk.refused("/protective-markings/PM-BEN/changes", """
                {"marking": "OFFICIAL_SENSITIVE", "effectiveOn": "2026-04-01"}""")).isEqualTo("protective-marking-unchanged");
        talk.record("/protective-markings/PM-BEN/changes", """
                {"marking": "OFFICIAL", "publication": "PUBLISH", "reason": "The bids are open", "effectiveOn": "2026-05-01"}""");
        assertThat(shown("uncleared", "/benefits/BEN-1")).isEqualTo("200");
        talk.record("/protective-markings/PM-BEN/ends", """
                {"reason": "All of it is public", "effectiveOn": "2026-06-01"}""");
        assertThat(talk.refused("/protective-markings/PM-BEN/changes", """
                {"marking": "RESTRICTED", "effectiveOn": "2026-07-01"}"""))
                .isEqualTo("protective-marking-lifted-already");
        assertThat(talk.ask("/benefits/BEN-1?asOf=2026-06-01").has("protectiveMarkings"))
                .isFalse();
        assertThat(talk.ids("/protective-markings?entity=benefit-BEN-1&open=FALSE&asOf=2026-06-01"))
                .containsExactly("PM-BEN");
    }

    @Test
    void an_initiative_is_withheld_with_all_that_belongs_to_it() {
        talk.record("/protective-markings", """
                {"id": "PM-PG", "register": "ACME", "entity": "initiative-PG-2", "marking": "RESTRICTED", "effectiveOn": "2026-03-01"}""");
        for (String path : List.of("/initiatives/PG-2", "/initiatives/PG-2/history", "/protective-markings/PM-PG"))
            for (String account : List.of("uncleared", "cleared"))
                assertThat(shown(account, path)).as(path).isEqualTo("403 withheld");
        String list = query.get("uncleared", "/initiatives").text();
        assertThat(list).contains("PG-1").doesNotContain("\"PG-2\"");
        assertThat(talk.ids("/initiatives?asOf=2026-04-01")).contains("PG-2");
    }

    @Test
    void what_bears_no_marking_of_this_kind_is_refused() {
        assertThat(talk.refused("/protective-markings", """
                {"register": "ACME", "entity": "document-DOC-1", "marking": "OFFICIAL", "effectiveOn": "2026-03-01"}""")).isEqualTo("entity-bears-no-protective-marking");
        assertThat(talk.refused("/protective-markings", """
                {"register": "ACME", "entity": "risk-NOWHERE", "marking": "OFFICIAL", "effectiveOn": "2026-03-01"}""")).isEqualTo("unknown-reference");
    }

    private static String shown(String account, String path) {
        Reply reply = query.get(account, path, "Sync-Token", Long.toString(talk.last()));
        return reply.status() == 200 ? "200" : reply.status() + " " + reply.problem();
    }
}
