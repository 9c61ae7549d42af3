package org.portfolioledger.query.succession;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads of the succession of initiatives. */
@RestController
final class SuccessionQueries {

    private static final String STATE_IT = "(r.id = any(:ids) or r.refs && :streams::text[])";

    private final Responses responses;
    private final Rows rows;

    SuccessionQueries(Responses responses, Rows rows) {
        this.responses = responses;
        this.rows = rows;
    }

    @GetMapping("/api/v1/initiatives/{initiative}/succession")
    @Operation(
            summary = "Get the succession of an initiative: where it came from, and what followed it, directly or"
                    + " through others, as each of the two states it")
    @ReadParameters(Form.ITEM)
    Answer<SuccessionView> succession(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        responses.inEffect(request, point, Kinds.INITIATIVE, id);
        SuccessionView view = new SuccessionView(
                walked(point, id, SuccessionLink::to, SuccessionLink::from),
                walked(point, id, SuccessionLink::from, SuccessionLink::to));
        return responses.answer(request, point, rows.viewpoint(point, List.of(view)), view);
    }

    /**
     * What an initiative came from and what went on from it, on the day asked about.
     *
     * @param cameFrom links that lead to it, by first day
     * @param wentOnIn links that lead from it, by first day
     */
    record SuccessionView(List<SuccessionLink> cameFrom, List<SuccessionLink> wentOnIn) {}

    /**
     * The links that are reached from an initiative in one direction.
     *
     * @param near the end of a link from which is walked
     * @param far the end to which is walked
     */
    private List<SuccessionLink> walked(
            TimePoint point, String id, Function<SuccessionLink, String> near, Function<SuccessionLink, String> far) {
        List<SuccessionLink> found = new ArrayList<>();
        Set<String> seen = new TreeSet<>(Set.of(id));
        Set<String> next = seen;
        while (!next.isEmpty()) {
            Set<String> from = next;
            List<SuccessionLink> links = touching(point, from).stream()
                    .filter(link -> from.contains(near.apply(link)))
                    .toList();
            found.addAll(links);
            next = new TreeSet<>(links.stream().map(far).toList());
            next.removeAll(seen);
            seen.addAll(next);
        }
        return found.stream().sorted(SuccessionLink.BY_FIRST_DAY).toList();
    }

    private List<SuccessionLink> touching(TimePoint point, Collection<String> initiatives) {
        String[] ids = initiatives.toArray(String[]::new);
        String[] streams = Stream.of(ids).map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        List<InitiativeState> states =
                rows.where(point, Kinds.INITIATIVE, STATE_IT, Map.of("ids", ids, "streams", streams)).stream()
                        .map(Known::state)
                        .toList();
        return SuccessionLink.in(states);
    }
}
