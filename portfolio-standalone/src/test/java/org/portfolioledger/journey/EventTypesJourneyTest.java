package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.serialization.FactSchema;
import tools.jackson.databind.JsonNode;

/** Whoever reads facts is told what each looks like. */
class EventTypesJourneyTest {

    private static final String LEDGER = "https://ledger.example/api/v1";

    private static final Halves HALVES = Halves.fresh();
    private static Caller query;
    private static TravelledRegister register;

    @BeforeAll
    static void travel() {
        register = TravelledRegister.whole(HALVES.command());
        query = HALVES.query();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_catalogue_lists_every_revision_of_every_type_and_where_its_schema_is() {
        JsonNode items = query.get("reader", "/event-types").json().required("items");

        assertThat(items).hasSize((int) FactSchema.all().count());
        for (JsonNode item : items) {
            JsonNode schema = query.get(
                            "reader", item.required("schema").asString().substring("/api/v1".length()))
                    .json();
            assertThat(schema.required("title")).isEqualTo(item.required("title"));
        }
    }

    @Test
    void the_kind_of_a_type_is_what_its_streams_begin_with() {
        JsonNode items = query.get("reader", "/event-types").json().required("items");

        for (JsonNode fact : facts())
            for (JsonNode item : items)
                if (item.required("type").equals(fact.required("type")) && item.has("kind"))
                    assertThat(fact.required("stream").asString())
                            .startsWith(item.required("kind").asString() + "-");
    }

    @Test
    void every_fact_on_record_fits_the_schema_of_its_type_and_revision() {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(address ->
                        query.get("reader", address.substring(LEDGER.length())).text()));

        assertThat(facts()).hasSizeGreaterThan(40);
        for (JsonNode fact : facts()) {
            String schema = LEDGER + "/event-types/" + fact.required("type").asString() + "/"
                    + fact.required("revision").asInt();
            assertThat(schemas.getSchema(SchemaLocation.of(schema))
                            .validate(fact.required("payload").toString(), InputFormat.JSON))
                    .as(fact.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiative-renamed/0", "initiative-renamed/99", "initiative-renamed/one", "unheard-of/1"})
    void what_is_never_on_record_has_no_schema(String unknown) {
        Caller.Reply reply = query.get("reader", "/event-types/" + unknown);

        assertThat(reply.problem()).isEqualTo("not-found");
        assertThat(reply.json().required("detail").asString()).contains("see /api/v1/event-types");
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "sro1", "secretary", "migrator", "assurance", "reader"})
    void every_user_may_read_it(String user) {
        assertThat(query.get(user, "/event-types").status()).isEqualTo(200);
        assertThat(query.get(user, "/event-types/corrected/1").status()).isEqualTo(200);
    }

    @Test
    void who_is_not_signed_in_may_not() {
        assertThat(query.get("", "/event-types").problem()).isEqualTo("not-authenticated");
    }

    private static JsonNode facts() {
        return query.getAfter(register.last(), "/audit/facts?limit=1000").json().required("items");
    }
}
