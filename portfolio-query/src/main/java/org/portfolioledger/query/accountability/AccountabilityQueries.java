package org.portfolioledger.query.accountability;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.accountability.AccountabilityView.AccountabilitySummary;
import org.portfolioledger.query.accountability.RoleAccountability.Question;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Responses.Part;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of who is and was accountable, in a portfolio and in one initiative. */
@RestController
@RequestMapping("/api/v1")
final class AccountabilityQueries {

    private static final String HOLDS =
            "(r.kind = 'appointments' and exists (select from jsonb_path_query(r.state, '$.roles.*.value.holder.person') p"
                    + " where lower(p #>> '{}') = lower(:person))"
                    + " or r.kind = 'post' and lower(r.state #>> '{holder,value,person}') = lower(:person))";

    private static final String IN_PORTFOLIO = "r.state #>> '{role,value,portfolio}' = :portfolio";

    private final Responses responses;
    private final Rows rows;
    private final PortfolioMembers members;
    private final RoleTenures tenures;
    private final PostHolders posts;

    AccountabilityQueries(
            Responses responses, Rows rows, PortfolioMembers members, RoleTenures tenures, PostHolders posts) {
        this.responses = responses;
        this.rows = rows;
        this.members = members;
        this.tenures = tenures;
        this.posts = posts;
    }

    @GetMapping("/portfolios/{portfolio}/accountability")
    @Operation(
            summary =
                    "List how a role, by default that of the SRO, is held in the initiatives of a portfolio, by default"
                            + " the open ones: by whom, with which gaps and changes, and what is of concern",
            description = "With `concern=ANY`, only initiatives with a concern are listed. Initiatives that ended"
                    + " by the day are left out of the list and of the summary, unless `initiatives=CLOSED` asks for them or"
                    + " `initiatives=ANY` for all.")
    @ReadParameters(
            value = Form.LIST,
            choices = {
                @Choice(filter = "role", of = Role.class),
                @Choice(filter = "initiatives", of = OpenOrClosed.class, or = OpenOrClosed.ANY),
                @Choice(filter = "concern", of = Concern.class, or = Concern.ANY)
            },
            counts = {
                @Count(
                        name = "months",
                        least = 1,
                        most = 120,
                        otherwise = 24,
                        meaning = "Changes within this number of months before the day are recent."),
                @Count(
                        name = "changes",
                        least = 1,
                        most = 100,
                        otherwise = 3,
                        meaning = "This number of recent changes, or more, is of concern.")
            },
            sorts = {"name", "changes", "recentChanges", "medianTenureDays", "shareHeld"},
            whole = true)
    Answer<AccountabilityView> portfolio(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Role role = role(request).orElse(Role.SRO);
        Question question = question(request, point);
        List<InitiativeState> initiatives = initiatives(point, id, request);
        RoleTenures.Read read = tenures.read(
                point, initiatives.stream().map(InitiativeState::initiative).toList());
        List<RoleAccountability> all = initiatives.stream()
                .map(initiative ->
                        RoleAccountability.of(initiative, role, read.of(initiative.initiative(), role), question))
                .toList();
        List<RoleAccountability> wanted = Pages.ordered(
                rows,
                request,
                point,
                all.stream().filter(one -> isAskedFor(one, request)).toList());
        Viewpoint seen = rows.viewpoint(point, wanted);
        Part<RoleAccountability> first = part(wanted, request, seen);
        PageView<RoleAccountability> page =
                Pages.page(request, point, first.items(), request.page().whole() ? null : first.after());
        AccountabilityView view = new AccountabilityView(AccountabilitySummary.of(all), page.items(), page.next());
        return request.page().whole()
                ? responses.whole(request, point, view, first, next -> part(wanted, next, seen))
                : responses.answer(request, point, seen, view);
    }

    @GetMapping("/initiatives/{initiative}/accountability")
    @Operation(
            summary = "List how each role of an initiative is held: by whom, with which gaps and changes,"
                    + " and what is of concern")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "role", of = Role.class),
            counts = {
                @Count(
                        name = "months",
                        least = 1,
                        most = 120,
                        otherwise = 24,
                        meaning = "Changes within this number of months before the day are recent."),
                @Count(
                        name = "changes",
                        least = 1,
                        most = 100,
                        otherwise = 3,
                        meaning = "This number of recent changes, or more, is of concern.")
            },
            sorts = {"role", "changes", "recentChanges", "medianTenureDays", "shareHeld"})
    Answer<PageView<RoleAccountability>> initiative(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        List<RoleAccountability> all = rows.one(point, Kinds.INITIATIVE, id)
                .map(known -> ofRoles(point, known.state(), question(request, point)))
                .orElse(List.of());
        List<RoleAccountability> wanted = all.stream()
                .filter(one -> role(request).isEmpty() || role(request).get() == one.role())
                .toList();
        return responses.list(request, point, rows.viewpoint(point, wanted), wanted);
    }

    /** That of its SRO, and of each other role that somebody ever held. */
    private List<RoleAccountability> ofRoles(TimePoint point, InitiativeState initiative, Question question) {
        String id = initiative.initiative();
        RoleTenures.Read read = tenures.read(point, List.of(id));
        return Stream.of(Role.values())
                .filter(role -> role == Role.SRO || !read.of(id, role).isEmpty())
                .map(role -> RoleAccountability.of(initiative, role, read.of(id, role), question))
                .toList();
    }

    @GetMapping("/portfolios/{portfolio}/role-holders")
    @Operation(
            summary = "List who holds which roles in the open initiatives of a portfolio, and in the portfolio itself")
    @ReadParameters(
            value = Form.LIST,
            stated = @Stated(filter = "person", condition = HOLDS),
            sorts = {"person", "timeCommitment"})
    Answer<PageView<RoleHolder>> holders(@PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Among open = Among.ofIds(members.allOpenIn(point, id).stream()
                .map(InitiativeState::initiative)
                .toList());
        List<AppointmentsState> stored = rows.where(point, Kinds.APPOINTMENTS, open.condition(), open.values()).stream()
                .map(Known::state)
                .toList();
        List<PostState> own = rows.where(point, Kinds.POST, IN_PORTFOLIO, Map.of("portfolio", id)).stream()
                .map(Known::state)
                .toList();
        List<AppointmentsState> held = posts.at(point, stored);
        Viewpoint seen = rows.viewpoint(point, List.of(held, own));
        List<RoleHolder> holders = RoleHolder.of(held, own, seen).stream()
                .filter(holder -> request.filter("person")
                        .map(person -> person.equalsIgnoreCase(holder.person()))
                        .orElse(true))
                .toList();
        return responses.list(request, point, seen, holders);
    }

    @GetMapping("/portfolios/{portfolio}/role-changes-near-approvals")
    @Operation(
            summary =
                    "List approvals of business cases of initiatives that were in a portfolio on that day, if within days before or after it another came to"
                            + " hold a role of the initiative, by default that of the SRO, or its holder left")
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            choices = @Choice(filter = "role", of = Role.class),
            counts =
                    @Count(
                            name = "days",
                            least = 0,
                            most = 3650,
                            otherwise = 90,
                            meaning = "Changes are listed within this number of days before and after an approval."),
            sorts = {"since", "initiative"})
    Answer<PageView<PartView<ApprovalNearChanges>>> nearApprovals(
            @PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        Role role = role(request).orElse(Role.SRO);
        MembersEver ever = members.ever(point, id);
        List<String> initiatives = ever.initiatives().stream()
                .filter(initiative ->
                        request.filter("initiative").map(initiative::equals).orElse(true))
                .toList();
        Among among = Among.of("r.initiative", initiatives);
        List<BusinessCaseState> cases =
                rows.where(point, Kinds.BUSINESS_CASE, among.condition(), among.values()).stream()
                        .map(Known::state)
                        .toList();
        RoleTenures.Read read = tenures.read(point, initiatives);
        Viewpoint seen = rows.viewpoint(point, cases);
        List<PartView<ApprovalNearChanges>> near = new ArrayList<>();
        for (BusinessCaseState businessCase : cases)
            for (Grounded<Outcome> outcome : businessCase.outcomes()) {
                if (!approves(outcome.value().outcome())) continue;
                if (!ever.contain(businessCase.initiative(), outcome.since())) continue;
                ApprovalNearChanges shown = ApprovalNearChanges.of(
                        businessCase, outcome, role, read.of(businessCase.initiative(), role), request.count("days"));
                if (!shown.changes().isEmpty())
                    near.add(PartView.of(Long.toString(outcome.place()), outcome, shown, seen));
            }
        near.sort(Comparator.comparingLong(PartView::place));
        return responses.list(request, point, seen, near);
    }

    /** Those of a portfolio that a question is about. */
    private List<InitiativeState> initiatives(TimePoint point, String portfolio, ReadRequest request) {
        String wanted = request.filter("initiatives").orElse(OpenOrClosed.OPEN.name());
        if (wanted.equals(OpenOrClosed.OPEN.name())) return members.allOpenIn(point, portfolio);
        return members.allIn(point, portfolio).stream()
                .filter(initiative -> wanted.equals(OpenOrClosed.ANY)
                        || wanted.equals(OpenOrClosed.of(initiative).name()))
                .toList();
    }

    private static boolean approves(@Nullable BoardOutcome outcome) {
        return outcome != null && outcome.approves();
    }

    private static Optional<Role> role(ReadRequest request) {
        return request.filter("role").map(Role::valueOf);
    }

    private static Question question(ReadRequest request, TimePoint point) {
        return new Question(point.asOf(), request.count("months"), request.count("changes"));
    }

    private static boolean isAskedFor(RoleAccountability one, ReadRequest request) {
        return request.filter("concern")
                .map(concern -> concern.equals(Concern.ANY)
                        ? !one.concerns().isEmpty()
                        : one.concerns().contains(Concern.valueOf(concern)))
                .orElse(true);
    }

    /** The next of all, as many as a request asks for. */
    private static Part<RoleAccountability> part(List<RoleAccountability> all, ReadRequest request, Viewpoint seen) {
        int start = (int) Math.min(all.size(), request.page().afterNumber());
        int end = Math.min(all.size(), start + request.page().limit());
        return new Part<>(all.subList(start, end), seen, end < all.size() ? List.of(String.valueOf(end)) : null);
    }
}
