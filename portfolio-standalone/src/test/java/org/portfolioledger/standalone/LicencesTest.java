package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** Whatever is shipped may be shipped: each dependency in the bill of materials has a licence that is allowed. */
class LicencesTest {

    private static final Path BILL = Path.of(
            System.getProperty("checkout", ".."),
            "portfolio-standalone",
            "target",
            "classes",
            "META-INF",
            "sbom",
            "application.cdx.json");

    /** By their SPDX ids, or by the names that their authors give them. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception",
            "Indiana University Extreme! Lab Software License",
            "Public Domain");

    @Test
    void every_dependency_has_a_licence_that_is_allowed() throws IOException {
        List<JsonNode> shipped = shipped(Files.readString(BILL));
        assertThat(shipped).hasSizeGreaterThan(60);
        assertThat(shipped)
                .filteredOn(one -> !isAllowed(one))
                .map(LicencesTest::told)
                .isEmpty();
    }

    @Test
    void the_bill_holds_what_we_are_made_of() throws IOException {
        assertThat(shipped(Files.readString(BILL)))
                .map(one -> one.path("name").asString())
                .contains("spring-security-web", "axon-eventsourcing", "postgresql", "bucket4j_jdk17-core")
                .doesNotContain("junit-jupiter");
    }

    @Test
    void a_licence_that_is_not_allowed_and_none_at_all_are_found() {
        assertThat(isAllowed(component("[]"))).isFalse();
        assertThat(isAllowed(component("[{\"license\": {\"id\": \"AGPL-3.0-only\"}}]")))
                .isFalse();
        assertThat(isAllowed(component("[{\"expression\": \"AGPL-3.0-only AND MIT\"}]")))
                .isFalse();
        assertThat(isAllowed(
                        component("[{\"license\": {\"id\": \"AGPL-3.0-only\"}}, {\"license\": {\"id\": \"MIT\"}}]")))
                .isTrue();
        assertThat(isAllowed(component("[{\"expression\": \"EPL-2.0 OR GPL-3.0-only\"}]")))
                .isTrue();
    }

    private static JsonNode component(String licences) {
        return FactSerializer.mapper().readTree("{\"name\": \"x\", \"licenses\": " + licences + "}");
    }

    /** All but our own. */
    private static List<JsonNode> shipped(String bill) {
        return FactSerializer.mapper()
                .readTree(bill)
                .path("components")
                .valueStream()
                .filter(one -> !one.path("group").asString("").equals("org.portfolioledger"))
                .toList();
    }

    /** Of several licences one may be chosen. */
    private static boolean isAllowed(JsonNode component) {
        return licences(component).stream().anyMatch(ALLOWED::contains);
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode one : component.path("licenses")) {
            Stream.of("id", "name")
                    .map(part -> one.path("license").path(part).asString(""))
                    .forEach(licences::add);
            String expression = one.path("expression").asString("");
            if (!expression.contains(" AND ")) licences.addAll(List.of(expression.split("[() ]|OR", -1)));
        }
        return licences;
    }

    private static String told(JsonNode component) {
        return "%s:%s:%s %s"
                .formatted(
                        component.path("group").asString(""),
                        component.path("name").asString(""),
                        component.path("version").asString(""),
                        component.path("licenses"));
    }
}
