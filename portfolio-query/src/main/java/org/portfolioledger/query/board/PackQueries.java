package org.portfolioledger.query.board;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.board.PapersOnRecord.PaperOnRecord;
import org.portfolioledger.query.businesscase.BusinessCaseView;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.InitiativeOverviews;
import org.portfolioledger.query.overview.InitiativeStatus;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.review.RecommendationView;
import org.portfolioledger.query.review.ReviewsOfInitiatives;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the members of a board have before them on a day. */
@RestController
final class PackQueries {

    private static final String NAMES_BOARD = "r.refs @> array[:board::text]";

    private final Responses responses;
    private final Rows rows;
    private final InitiativeOverviews overviews;
    private final PortfolioMembers members;

    PackQueries(Responses responses, Rows rows, InitiativeOverviews overviews, PortfolioMembers members) {
        this.responses = responses;
        this.rows = rows;
        this.overviews = overviews;
        this.members = members;
    }

    @GetMapping("/api/v1/boards/{board}/pack")
    @Operation(
            summary =
                    "Get what the members of a board have before them in its meetings of the day: papers, business cases,"
                            + " the status of the initiatives on the agenda and the recommendations that are open for them")
    @ReadParameters(Form.ITEM)
    Answer<BoardPack> pack(@PathVariable("board") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.BOARD, id);
        responses.inEffect(request, point, Kinds.BOARD, id);
        List<MeetingState> meetings = meetings(point, id);
        List<BusinessCaseState> cases = cases(point, meetings);
        NavigableSet<String> initiatives = new TreeSet<>();
        items(meetings).forEach(item -> Stream.ofNullable(item.initiative()).forEach(initiatives::add));
        cases.forEach(found -> initiatives.add(found.initiative()));
        List<InitiativeOverview> status = overviews.at(point, initiatives(point, initiatives));
        List<ReviewState> reviews = ReviewsOfInitiatives.at(
                rows,
                point,
                initiatives,
                members.portfoliosOf(point, initiatives).values());
        Viewpoint seen = rows.viewpoint(point, List.of(meetings, cases, status, reviews));
        return responses.answer(
                request,
                point,
                seen,
                new BoardPack(
                        meetings.stream()
                                .map(meeting -> ofMeeting(point, meeting, seen))
                                .toList(),
                        cases.stream()
                                .map(found -> BusinessCaseView.of(found, seen))
                                .toList(),
                        status.stream().map(overview -> overview.status(seen)).toList(),
                        ReviewsOfInitiatives.openRecommendations(reviews, seen)));
    }

    /**
     * What members have before them.
     *
     * @param meetings those of the day
     * @param businessCases business cases on their agendas
     * @param initiatives that are on their agendas, or whose cases are
     * @param recommendations open recommendations from reviews of those initiatives and of the portfolios that contain them
     */
    record BoardPack(
            List<PackOfMeeting> meetings,
            List<BusinessCaseView> businessCases,
            List<InitiativeStatus> initiatives,
            List<PartView<RecommendationView>> recommendations) {}

    /**
     * A meeting and its papers.
     *
     * @param papers papers that have not been replaced
     */
    record PackOfMeeting(EntityView<MeetingState> meeting, List<PaperOnRecord> papers) {}

    private PackOfMeeting ofMeeting(TimePoint point, MeetingState meeting, Viewpoint seen) {
        return new PackOfMeeting(
                EntityView.of(meeting, seen), PapersOnRecord.of(rows, point, PapersOnRecord.latest(meeting), meeting));
    }

    private List<MeetingState> meetings(TimePoint point, String board) {
        return rows.where(point, Kinds.MEETING, NAMES_BOARD, Map.of("board", Kinds.BOARD.stream(board))).stream()
                .map(Known::state)
                .filter(meeting ->
                        meeting.board().equals(board) && meeting.day().equals(point.asOf()))
                .toList();
    }

    private static Stream<AgendaItem> items(List<MeetingState> meetings) {
        return meetings.stream()
                .map(MeetingState::agenda)
                .filter(Objects::nonNull)
                .flatMap(agenda -> agenda.value().stream());
    }

    private List<BusinessCaseState> cases(TimePoint point, List<MeetingState> meetings) {
        List<String> ids = items(meetings)
                .flatMap(item -> Stream.ofNullable(item.businessCase()))
                .distinct()
                .sorted()
                .toList();
        List<BusinessCaseState> cases = new ArrayList<>();
        for (String id : ids)
            rows.one(point, Kinds.BUSINESS_CASE, id).map(Known::state).ifPresent(cases::add);
        return cases;
    }

    private List<InitiativeState> initiatives(TimePoint point, NavigableSet<String> ids) {
        List<InitiativeState> initiatives = new ArrayList<>();
        for (String id : ids)
            rows.one(point, Kinds.INITIATIVE, id).map(Known::state).ifPresent(initiatives::add);
        return initiatives;
    }
}
