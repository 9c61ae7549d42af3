package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One command that writes two streams: recorded, corrected, retracted and answered again whole, or not at all. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TransferJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String PATH = "/initiatives/PG-1/appointments/SRO-1/transfers";
    private static final String BODY = """
            {"id": "SRO-9", "to": "PG-2", "kind": "SUBSTANTIVE", "post": "Director of Roads", "appointmentLetter": "HO/31",
             "expectedEnd": "2028-01-05", "timeCommitment": 50, "reason": "Moved", "effectiveOn": "2026-06-01"}""";

    private final Caller command = HALVES.command();
    private final Caller query = HALVES.query();

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_transfer_is_recorded_corrected_and_retracted_whole() {
        long before = Council.settle(command);

        Caller.Reply refused = command.post("office", PATH, BODY.replace("PG-2", "PG-9"));
        assertThat(refused.problem()).isEqualTo("unknown-reference");
        assertThat(query.getAfter(before, "/facts/" + (before + 1)).status()).isEqualTo(404);

        Caller.Reply taken = command.post("office", PATH, BODY, "Idempotency-Key", "transfer-1");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.header("Location")).isEqualTo("/api/v1/initiatives/PG-2/appointments/SRO-9");
        assertThat(taken.header("ETag")).isEqualTo("\"3\"");
        assertThat(taken.json().path("facts").findValuesAsString("type"))
                .containsExactly("appointment-ended", "role-appointed");
        assertThat(taken.json().path("facts").findValuesAsString("stream"))
                .containsExactly("appointments-PG-1", "appointments-PG-2");
        Caller.Reply again = command.post("office", PATH, BODY, "Idempotency-Key", "transfer-1");
        assertThat(again.text()).isEqualTo(taken.text());
        assertThat(again.header("Location")).isEqualTo(taken.header("Location"));

        long ended = taken.position() - 1;
        Caller.Reply corrected = command.post("office", "/corrections", """
                {"fact": %s, "reason": "Misread", "replacement": {"effectiveOn": "2026-07-01"}}""".formatted(ended));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(201);
        assertThat(corrected.json().path("facts")).hasSize(2);
        Caller.Reply retracted = command.post("office", "/corrections", """
                {"fact": %s, "reason": "Entered in error"}""".formatted(corrected.position()));
        assertThat(retracted.json().path("facts")).as(retracted.text()).hasSize(2);

        holds("2026-06-15", before, true, false);
        holds("2026-05-31", taken.position(), true, false);
        holds("2026-06-01", taken.position(), false, true);
        holds("2026-06-30", corrected.position(), true, false);
        holds("2026-07-01", corrected.position(), false, true);
        holds("2026-06-01", retracted.position(), false, true);
        for (Caller.Reply reply : List.of(taken, corrected, retracted)) {
            Caller.Reply fact = query.getAfter(retracted.position(), "/facts/" + reply.position());
            assertThat(fact.text()).contains("appointments-PG-2");
        }
    }

    private void holds(String day, long position, boolean here, boolean there) {
        String point = "/appointments?role=SRO&asOf=%s&knownAt=position:%s&limit=100".formatted(day, position);
        assertThat(isHeldByWhomever("/initiatives/PG-1" + point)).as(day).isEqualTo(here);
        assertThat(isHeldByWhomever("/initiatives/PG-2" + point)).as(day).isEqualTo(there);
    }

    private boolean isHeldByWhomever(String path) {
        Caller.Reply reply = query.get("reader", path);
        return reply.text().contains("p-sro1") && !reply.text().contains("\"ended\"");
    }
}
