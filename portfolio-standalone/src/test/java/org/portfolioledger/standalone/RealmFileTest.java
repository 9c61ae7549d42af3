package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** The realm for Keycloak lets no client do more than it needs, and no sign-in last longer than the documents say. */
class RealmFileTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));

    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = FactSerializer.mapper()
                .readTree(Files.readString(CHECKOUT.resolve("docs/keycloak/portfolio-ledger-realm.json")));
    }

    private static JsonNode client(String id) {
        return realm.required("clients")
                .valueStream()
                .filter(client -> client.required("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_registers_and_guesses_are_slowed() {
        assertThat(realm.required("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.required("bruteForceProtected").asBoolean()).isTrue();
    }

    @Test
    void a_token_lasts_five_minutes_a_sign_in_ten_hours_and_a_used_refresh_token_no_longer() throws IOException {
        assertThat(realm.required("accessTokenLifespan").asInt()).isEqualTo(5 * 60);
        assertThat(realm.required("ssoSessionIdleTimeout").asInt()).isEqualTo(30 * 60);
        assertThat(realm.required("ssoSessionMaxLifespan").asInt()).isEqualTo(10 * 60 * 60);
        assertThat(realm.required("accessCodeLifespan").asInt()).isEqualTo(60);
        assertThat(realm.required("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.required("refreshTokenMaxReuse").asInt()).isZero();
        assertThat(Files.readString(CHECKOUT.resolve("docs/access.md")))
                .contains("5 minutes", "30 minutes without use", "10 hours");
    }

    @Test
    void the_page_signs_in_by_a_code_with_proof_alone_and_to_addresses_that_are_named_whole() {
        JsonNode page = client("portfolio-ledger-page");
        assertThat(page.required("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(page.at("/attributes/pkce.code.challenge.method").asString()).isEqualTo("S256");
        for (String grant : List.of("directAccessGrantsEnabled", "serviceAccountsEnabled"))
            assertThat(page.required(grant).asBoolean()).as(grant).isFalse();
        assertThat(page.required("redirectUris").valueStream().map(JsonNode::asString))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith("http").doesNotContain("*"));
    }

    @Test
    void a_service_is_no_public_client_and_no_client_gets_scopes_that_it_does_not_need() {
        assertThat(client("planning-system").required("publicClient").asBoolean())
                .isFalse();
        for (JsonNode client : realm.required("clients")) {
            assertThat(client.path("implicitFlowEnabled").asBoolean(false)).isFalse();
            assertThat(client.required("defaultClientScopes").valueStream().map(JsonNode::asString))
                    .containsExactly("basic", "roles", "web-origins");
        }
    }

    @Test
    void only_administrators_say_whose_an_account_is() {
        JsonNode profile = FactSerializer.mapper()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());
        List<JsonNode> telling = profile.required("attributes")
                .valueStream()
                .filter(each -> List.of("person", "account_kind", "on_behalf_of")
                        .contains(each.required("name").asString()))
                .toList();
        assertThat(telling)
                .hasSize(3)
                .allSatisfy(each -> assertThat(
                                each.at("/permissions/edit").valueStream().map(JsonNode::asString))
                        .containsExactly("admin"));
    }
}
