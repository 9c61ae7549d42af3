package org.portfolioledger.http.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;

/** The contract that tests hold answers against finds whatever differs. */
class ApiContractTest {

    private static final ApiContract CONTRACT =
            new ApiContract(FactSerializer.mapper().readTree("""
            {"paths": {
               "/things/{thing}": {"get": {"responses": {"200": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Thing"}, "example": {"id": 1}}}}}}},
               "/things/graph": {"get": {"responses": {"200": {"content": {"application/json": {
                   "schema": {"type": "array"}}}}}},
                 "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                   "responses": {"204": {}}}}},
             "components": {"schemas": {
               "Thing": {"type": "object", "properties": {"id": {"type": "string"}, "on": {"type": "string", "format": "date"}},
                         "required": ["id"], "additionalProperties": false},
               "Problem": {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}}}}"""));

    @Test
    void an_answer_as_described_has_no_misfit() {
        assertThat(misfits("/things/1", 200, "{\"id\": \"1\", \"on\": \"2020-02-29\"}"))
                .isEmpty();
        assertThat(misfits("/things/graph", 200, "[]")).isEmpty();
        assertThat(misfits("/things/1", 404, "{\"type\": \"/problems/not-found\"}"))
                .isEmpty();
    }

    @Test
    void a_member_too_many_or_too_few_or_of_another_form_is_found() {
        assertThat(misfits("/things/1", 200, "{\"id\": \"1\", \"unheardOf\": 1}"))
                .isNotEmpty();
        assertThat(misfits("/things/1", 200, "{}")).isNotEmpty();
        assertThat(misfits("/things/1", 200, "{\"id\": \"1\", \"on\": \"13 June\"}"))
                .isNotEmpty();
        assertThat(misfits("/things/graph", 200, "{\"id\": \"1\"}")).isNotEmpty();
        assertThat(misfits("/things/1", 404, "{}")).isNotEmpty();
    }

    @Test
    void a_status_or_a_media_type_that_is_not_described_is_found() {
        assertThat(misfits("/things/1", 202, "{\"id\": \"1\"}")).isNotEmpty();
        assertThat(CONTRACT.misfits("GET", "/things/1", 200, "text/html", "{\"id\": \"1\"}".getBytes(UTF_8)))
                .isNotEmpty();
    }

    @Test
    void a_body_that_was_taken_is_held_against_the_document_too() {
        assertThat(CONTRACT.misfitsOfTaken("POST", "/things/graph", "{\"id\": \"1\"}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(CONTRACT.misfitsOfTaken("POST", "/things/graph", "{\"other\": \"1\"}".getBytes(UTF_8)))
                .isNotEmpty();
    }

    @Test
    void an_example_that_does_not_fit_is_found() {
        assertThat(CONTRACT.misfitsOfExamples()).hasSize(1);
    }

    private static List<String> misfits(String path, int status, String body) {
        return CONTRACT.misfits("GET", path, status, "application/json;charset=UTF-8", body.getBytes(UTF_8));
    }
}
