package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.serialization.Upcasters.Step;
import org.portfolioledger.vocabulary.Provenance;
import tools.jackson.databind.node.ObjectNode;

/** Made-up revisions before the first: there is no second one yet. */
class UpcastersTest {

    private static final Provenance STATED = Provenance.on(LocalDate.parse("2011-06-13"));

    private final FactSerializer serializer = new FactSerializer(new Upcasters(Map.of(
            new Step("initiative-renamed", 0), renaming("title", "name"),
            new Step("initiative-renamed", -1), renaming("called", "title"),
            new Step("corrected", 0), renaming("position", "fact"))));

    @Test
    void an_old_revision_is_lifted_to_the_present_one() {
        assertThat(read("initiative-renamed", 0, """
                {"initiative": "PG-DRM", "title": "DRM", "provenance": {"effectiveOn": "2011-06-13"}}""")).isEqualTo(new InitiativeRenamed("PG-DRM", "DRM", null, STATED));
    }

    @Test
    void an_older_revision_is_lifted_one_revision_at_a_time() {
        assertThat(read("initiative-renamed", -1, """
                {"initiative": "PG-DRM", "called": "DRM", "provenance": {"effectiveOn": "2011-06-13"}}""")).isEqualTo(new InitiativeRenamed("PG-DRM", "DRM", null, STATED));
    }

    @Test
    void the_present_revision_is_read_as_it_is() {
        InitiativeRenamed renamed = new InitiativeRenamed("PG-DRM", "DRM", null, STATED);

        assertThat(serializer.read("initiative-renamed", 1, serializer.write(renamed)))
                .isEqualTo(renamed);
    }

    @Test
    void the_replacement_in_a_correction_is_lifted_from_its_own_revision() {
        assertThat(read("corrected", 1, """
                {"fact": 412, "reason": "misread", "replacementRevision": 0,
                 "replacement": {"initiative": "PG-DRM", "title": "DRM", "provenance": {"effectiveOn": "2011-06-13"}},
                 "replacementType": "initiative-renamed", "provenance": {"effectiveOn": "2011-06-13"}}"""))
                .isEqualTo(
                        new Corrected(412, "misread", 1, new InitiativeRenamed("PG-DRM", "DRM", null, STATED), STATED));
    }

    @Test
    void a_correction_and_its_replacement_are_lifted_each_from_its_own_revision() {
        assertThat(read("corrected", 0, """
                {"position": 412, "reason": "misread", "replacementRevision": -1,
                 "replacement": {"initiative": "PG-DRM", "called": "DRM", "provenance": {"effectiveOn": "2011-06-13"}},
                 "replacementType": "initiative-renamed", "provenance": {"effectiveOn": "2011-06-13"}}"""))
                .isEqualTo(
                        new Corrected(412, "misread", 1, new InitiativeRenamed("PG-DRM", "DRM", null, STATED), STATED));
    }

    @Test
    void a_replacement_of_the_present_revision_is_read_as_it_is() {
        DependencyPromised promised = new DependencyPromised("DP-001", LocalDate.parse("2012-06-30"), null, STATED);
        Corrected corrected = new Corrected(412, "misread", 1, promised, STATED);

        assertThat(serializer.read("corrected", 1, serializer.write(corrected))).isEqualTo(corrected);
    }

    @Test
    void a_revision_that_nothing_lifts_is_refused() {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> read("register-opened", 0, "{}"))
                .havingCause()
                .withMessageContaining("register-opened from revision 0");
    }

    @Test
    void a_revision_newer_than_the_program_is_refused() {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> read("register-opened", 2, """
                        {"register": "MPS", "name": "MPS", "provenance": {"effectiveOn": "2011-06-13"}}"""))
                .withMessageContaining("register-opened");
    }

    private GovernanceFact read(String typeName, int revision, String stored) {
        return serializer.read(typeName, revision, stored.getBytes(StandardCharsets.UTF_8));
    }

    private static UnaryOperator<ObjectNode> renaming(String before, String after) {
        return stored -> {
            stored.set(after, stored.remove(before));
            return stored;
        };
    }
}
