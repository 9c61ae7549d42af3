package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.vocabulary.ActorRole;
import tools.jackson.databind.JsonNode;

/**
 * The table of every role and every operation is the one in the documents; with {@code -Dmatrix=record} it is written there. The
 * operations are those of both API pages. Who may send a command is as the page has it, which {@link AccessJourneyTest} holds cell
 * by cell; every other operation is asked as every role.
 */
class AccessMatrixJourneyTest {

    private static final Path FILE =
            Path.of(System.getProperty("checkout", "..")).resolve("docs/access-matrix.md");

    private static final List<ActorRole> ROLES = List.of(ActorRole.values());
    private static final String ANYTHING = "●";
    private static final String OWN = "○";
    private static final String NOTHING = "";
    private static final String TABLE = "| operation | ";

    private static final boolean RECORDED = System.getProperty("matrix", "").equals("record");

    /** Of those who read, each operation is asked by some, and in the long suite by all. */
    private static final Turns TURNS = new Turns();

    private static final List<String> TABLE_OF_FILE = lines();

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static String tokenOfAnother = "";

    @BeforeAll
    static void settle() {
        for (ActorRole role : ROLES) TestIssuer.shared().knows(account(role), "p-reader", role.name());
        command = HALVES.command();
        query = HALVES.query();
        long last = Council.settle(command);
        TestIssuer.shared().knows("matrix-another", "p-office2", ActorRole.PORTFOLIO_OFFICE.name());
        Reply issued = command.post(
                "matrix-another", "/access-tokens", """
                {"name": "Report", "scope": ["read"], "expiresOn": "%s"}""".formatted(LocalDate.now(ZoneId.of("Europe/London"))));
        tokenOfAnother = issued.json().required("id").asString();
        assertThat(query.getAfter(last, "/initiatives").status()).isEqualTo(200);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static String account(ActorRole role) {
        return "matrix-" + column(role).toLowerCase(Locale.ROOT);
    }

    private static String column(ActorRole role) {
        return switch (role) {
            case PORTFOLIO_OFFICE -> "office";
            case PROGRAMME_MANAGER -> "manager";
            case SRO -> "SRO";
            case BOARD_SECRETARY -> "secretary";
            case BOARD_MEMBER -> "member";
            case GATEKEEPER -> "gatekeeper";
            case MIGRATOR -> "migrator";
            case ASSURANCE -> "assurance";
            case PUBLICATION_OFFICER -> "publication";
            case OPERATOR -> "operator";
            case ADMINISTRATOR -> "administrator";
            case REPORTING_READER -> "reader";
        };
    }

    @Test
    void the_table_of_the_documents_is_what_every_role_is_answered() throws IOException {
        List<String> rows = Stream.concat(rows(command), rows(query))
                .sorted(Comparator.naturalOrder())
                .toList();
        String text = Files.readString(FILE);
        String generated = text.substring(0, text.indexOf(TABLE))
                + ROLES.stream().map(AccessMatrixJourneyTest::column).collect(Collectors.joining(" | ", TABLE, " |\n"))
                + "|---".repeat(1 + ROLES.size())
                + "|\n"
                + String.join("", rows);
        if (RECORDED) Files.writeString(FILE, generated);
        assertThat(Files.readString(FILE)).isEqualTo(generated);
        assertThat(rows).hasSizeGreaterThan(300);
    }

    private static Stream<String> rows(Caller half) {
        JsonNode paths = half.page().required("paths");
        List<String> rows = new ArrayList<>();
        for (ApiDocument.Operation operation : ApiDocument.of(half).operations()) {
            JsonNode roles = paths.required("/api/v1" + operation.path())
                    .required(operation.method().toLowerCase(Locale.ROOT))
                    .path("x-roles");
            String name = "| `%s %s` | ".formatted(operation.path(), operation.method());
            List<String> documented = documented(name);
            Set<ActorRole> asked = Set.copyOf(documented.size() == ROLES.size() ? TURNS.of(ROLES, 3) : ROLES);
            rows.add(ROLES.stream()
                    .map(role -> !roles.isMissingNode()
                            ? stated(roles, role)
                            : asked.contains(role)
                                    ? answered(half, operation, role)
                                    : documented.get(ROLES.indexOf(role)))
                    .collect(Collectors.joining(" | ", name, " |\n")));
        }
        return rows.stream();
    }

    /** The cells of an operation as they are documented; none if it is new, or all are to be written. */
    private static List<String> documented(String name) {
        if (RECORDED) return List.of();
        return TABLE_OF_FILE.stream()
                .filter(row -> row.startsWith(name))
                .flatMap(row -> Stream.of(row.substring(name.length()).split("\\|", -1)))
                .limit(ROLES.size())
                .map(String::strip)
                .toList();
    }

    private static String stated(JsonNode roles, ActorRole role) {
        String scope = roles.path(role.name()).asString("");
        return scope.isEmpty() ? NOTHING : scope.equals("EVERYTHING") ? ANYTHING : OWN;
    }

    /** A read that is not refused is answered; there may be nothing at its path, or nothing that is the caller's. */
    private static String answered(Caller half, ApiDocument.Operation operation, ActorRole role) {
        boolean reads = operation.method().equals("GET");
        Reply reply = reads
                ? half.get(account(role), operation.question())
                : half.post(account(role), operation.concrete(), "{}");
        String asked = "%s %s: %s".formatted(role, operation.path(), reply.text());
        // Busy is whoever verifies already.
        assertThat(reply.status()).as(asked).isNotIn(401, 500);
        if (reply.status() == 403) return NOTHING;
        if (reads && isLess(reply, half.get(account(ActorRole.PORTFOLIO_OFFICE), operation.question()))) return OWN;
        if (reads) assertThat(reply.status()).as(asked).isIn(200, 404);
        return isOfOwn(operation, reply) ? OWN : ANYTHING;
    }

    /**
     * Whether it tells less than all, which the portfolio office reads: of whoever sees only some records it ends with the last of
     * these, and a moment that the question names may be later.
     */
    private static boolean isLess(Reply reply, Reply all) {
        return all.status() == 200
                && (reply.status() == 404
                        || reply.text().contains("/problems/point-in-the-future")
                        || reply.json().path("position").asLong(0)
                                < all.json().path("position").asLong(0));
    }

    private static boolean isOfOwn(ApiDocument.Operation operation, Reply reply) {
        if (operation.path().equals("/access-tokens")) return !reply.text().contains(tokenOfAnother);
        return reply.status() == 404 && reply.text().contains(" of yours ");
    }
}
