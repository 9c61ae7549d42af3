package org.portfolioledger.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ChangedEntities;
import org.portfolioledger.query.answer.ComparedPoints;
import org.portfolioledger.query.answer.ComparedPoints.ComparedPoint;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became different between two points, and what was recorded between them. */
@RestController
final class ChangeQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();

    private final Responses responses;
    private final Rows rows;

    ChangeQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/api/v1/changes")
    @Operation(
            summary = "List what changed between two time points, and what was recorded between them for other days",
            description = ComparedPoints.DESCRIPTION)
    @ReadParameters(
            value = Form.COMPARISON,
            filters = "register",
            texts = {"from", "to", "kind"})
    Answer<ChangesView> changes(ReadRequest request) {
        List<String> after = request.page().after();
        ComparedPoints points = ComparedPoints.of(responses, request, request.register(), 2);
        TimePoint from = points.from();
        TimePoint to = points.to();
        Optional<String> kind = request.word("kind", KINDS);
        ChangedEntities changed = rows.changed(from, to);
        if (changed.isReversed()) throw ReadRequest.reversed("from", "is after to");
        int limit = request.page().limit();
        List<EntityName> found = changed.after(
                kind.orElse(null), after == null ? null : new EntityName(after.get(0), after.get(1)), limit + 1);
        List<EntityName> shown = found.subList(0, Math.min(limit, found.size()));
        List<String> next = found.size() > limit
                ? points.cursor(shown.getLast().kind(), shown.getLast().id())
                : null;
        PageView<EntityChange> page = Pages.page(request, to, EntityChange.of(changed, from, to, shown), next);
        return responses.answer(
                request,
                to,
                null,
                new ChangesView(ComparedPoint.of(from), ComparedPoint.of(to), page.items(), page.next()));
    }

    /**
     * What is different between two points.
     *
     * @param next cursor of the page after it; null: it is the last
     */
    record ChangesView(
            ComparedPoint from,
            ComparedPoint to,
            List<EntityChange> items,
            @JsonInclude @Nullable String next) {}
}
