package org.portfolioledger.query.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.AccessAuditDatabase;
import org.portfolioledger.http.AccessKind;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Range;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who signed in, what was refused, and who took whole lists or marked rows. */
@RestController
class AccessAuditQueries {

    private static final Set<ActorRole> READERS =
            Set.of(ActorRole.ASSURANCE, ActorRole.OPERATOR, ActorRole.ADMINISTRATOR);

    private final JdbcClient jdbc;

    AccessAuditQueries(@Qualifier("queryAccesses") AccessAuditDatabase database) {
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    /**
     * What happened, once or several times within a second.
     *
     * @param at the first time, by the clock of the node
     * @param times how often; of {@code LOST}, how many records were lost
     * @param account name under which the user signed in; absent where nobody was signed in
     * @param person id in the directory of people
     * @param address from which the request came; of IPv6 the network
     * @param path without its query
     * @param marking the markings of what was read
     */
    record AccessEntry(
            long number,
            Instant at,
            long times,
            AccessKind kind,
            @Nullable String account,
            @Nullable String person,
            @Nullable String address,
            @Nullable String method,
            @Nullable String path,
            @Nullable Integer status,
            @Nullable String marking) {}

    /**
     * A page.
     *
     * @param next cursor of the page after it; null: it is the last
     */
    record AccessPage(
            List<AccessEntry> items, @JsonInclude @Nullable String next) {}

    @GetMapping("/api/v1/access-audit")
    @Operation(
            summary = "List sign-ins, refusals, exports and reads of marked rows",
            description = "For ASSURANCE and OPERATOR. It holds no names, no passwords and no queries."
                    + " A record is kept for 400 days and appears within some seconds.")
    @ApiResponse(responseCode = "200", description = "One page")
    @ApiResponse(responseCode = "403", description = "The user may not do that")
    @ReadParameters(
            value = Form.LOG,
            texts = "account",
            choices = @Choice(filter = "kind", of = AccessKind.class),
            ranges = @Range(name = "at", moments = true))
    AccessPage all(ReadRequest request) {
        request.question().viewer().requireOneOf(READERS);
        int limit = request.page().limit();
        List<AccessEntry> found = jdbc.sql("select number, at, times, kind, account, person, address, method, path,"
                        + " status, marking from ops.access where (number < :before or :before = 0)"
                        + " and (cast(:account as text) is null or account = :account)"
                        + " and (cast(:kind as text) is null or kind = :kind)"
                        + " and (cast(:from as timestamptz) is null or at >= :from)"
                        + " and (cast(:to as timestamptz) is null or at < :to)"
                        + " order by number desc limit :limit")
                .param("before", request.page().afterNumber())
                .param("account", request.filter("account").orElse(null))
                .param("kind", request.filter("kind").orElse(null))
                .param("from", moment(request, "atFrom"))
                .param("to", moment(request, "atTo"))
                .param("limit", limit + 1)
                .query((row, _) -> entry(row))
                .list();
        if (found.size() <= limit) return new AccessPage(found, null);
        List<AccessEntry> page = found.subList(0, limit);
        return new AccessPage(page, Pages.cursor(request, page.getLast().number()));
    }

    private static @Nullable OffsetDateTime moment(ReadRequest request, String filter) {
        return request.filter(filter)
                .map(text -> Instant.parse(text).atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    private static AccessEntry entry(ResultSet row) throws SQLException {
        return new AccessEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("times"),
                AccessKind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("person"),
                row.getString("address"),
                row.getString("method"),
                row.getString("path"),
                row.getObject("status", Integer.class),
                row.getString("marking"));
    }
}
