package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A register of every family, whose facts were known at chosen dates: what happened on 1 July 2020 was known on 15 July,
 * something back-dated to 1 May was known on 1 February 2021, and a correction of what was said for July a day later.
 */
final class TravelledRegister {

    /** Before and after 1 July 2020, with the back-dated facts of 1 May before both. */
    static final String JUNE = "2020-06-01";

    static final String SEPTEMBER = "2020-09-01";

    /** When the back-dated facts and the corrections were not known yet, and when they were. */
    static final String KNOWN_THEN = "2020-10-01";

    static final String KNOWN_LATER = "2021-03-01";

    private static final String MAPPED = """
            {%s, 'portfolio': 'PF-T', 'columns': [{'name': 'project', 'kind': 'TEXT'}], 'recognition': {'called': 'project', 'oneRowEach': true},
             'commands': [{'step': 'rating', 'post': '/initiatives/{@initiative}/rag-assessments', 'body': [{'at': '/rating', 'value': 'GREEN'}]}]}""";
    private static final String SCHEME = """
            {'scheme': 'RAG', 'version': %s, 'criteria': ['OVERALL'], 'ratings': [
              {'rating': 'GREEN', 'definition': '%s'}, {'rating': 'AMBER_GREEN', 'definition': 'nearly'},
              {'rating': 'AMBER', 'definition': 'slipping'}, {'rating': 'RED', 'definition': 'off target'}]}""";
    private static final String SRO = """
            {'id': '%s', 'role': '%s', 'kind': 'SUBSTANTIVE', 'holder': {'person': '%s'}, 'appointmentLetter': 'L', \
            'expectedEnd': '2030-01-01', 'timeCommitment': 50}""";
    private static final String ROLE = "{'role': 'SRO', 'description': '%s', 'accountableFor': ['Delivery']}";
    private static final String RATING = """
            {'scheme': 'RAG', 'criterion': 'OVERALL', 'rating': '%s', 'assessor': 'PORTFOLIO_OFFICE', \
            'rationale': 'Looked at'}""";
    private static final String PROFILE =
            "{'statedIn': 'Plan', 'money': [{'year': '2020/21', 'money': {'amount': %s, 'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'APPROVED'}}]}";
    private static final String FORECAST =
            "{'forecast': {'date': '%s'}, 'cause': 'SUPPLIER', 'reason': 'Frames come late'}";
    private static final String LIMIT =
            "{'limit': {'amount': %s, 'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'APPROVED'}}";
    private static final String BUDGET = """
            {'figure': 'BUDGET', 'statedIn': 'Plan', 'money': [{'year': '2020/21', 'money': {'amount': %s, \
            'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'APPROVED'}}]}""";
    private static final String PAPER = "{'sha256': '" + "9f".repeat(32) + "', 'title': 'The case'}";
    private static final String VERSION = """
            {'version': %s, 'cost': {'amount': %s, 'currency': 'GBP', 'priceBasis': 'NOMINAL', \
            'confidence': 'VALIDATED'}, 'paper':""" + PAPER + "}";
    private static final String ON_CASE = """
            {'board': 'BD-T', 'version': %s, 'outcome': '%s', 'manner': 'BY_WRITTEN_PROCEDURE', 'attendance': 3, 'decidedBy': ['p-secretary'], \
            'papers': [""" + PAPER + "]}";
    private static final String ON_POLICY = """
            {'id': '%s', 'matter': 'POLICY', 'subject': 'Allotments', 'outcome': '%s', 'manner': 'BY_WRITTEN_PROCEDURE', 'attendance': 3, \
            'decidedBy': ['p-secretary'], 'papers': [""" + PAPER + "]}";
    private static final String MEETING = "{'id': '%s', 'register': 'TRAVEL', 'board': 'BD-T', 'plannedFor': '%s'}";
    private static final String CIRCULATED = "{'item': '1', 'paper': {'sha256': '%1$s', 'title': '%2$s'}}";
    private static final String ASSESSMENT = """
            {'accountingOfficer': {'post': 'Chief Executive'}, 'findings': [
              {'standard': 'REGULARITY', 'met': true, 'reason': 'Lawful'}, {'standard': 'PROPRIETY', 'met': true, 'reason': 'Clean'},
              {'standard': 'VALUE_FOR_MONEY', 'met': true, 'reason': 'Best'}, {'standard': 'FEASIBILITY', 'met': %s, 'reason': 'Loan'}]}""";
    private static final String EXIT = """
            {'reason': '%s', 'decidedBy': 'The cabinet', 'outcome': {'measure': 'NOT_MEASURED'}, 'benefitsHeldBy': {'post': 'Head of Roads'}}""";
    private static final String BACK = "{'to': {'parent': 'PG-T'}}";
    private static final String TABLES = """
            {'version': %s, 'title': '%s', 'entities': [{'entity': 'PROJECT_FEATURES', 'required': true, 'attributes': [
              {'name': '%s', 'required': true, 'path': 'name', 'allowedValues': [], 'withinDays': 10}]}]}""";
    private static final Pattern PLACE = Pattern.compile("<(\\w+)>");

    private final Caller command;
    private final Map<String, Long> positions = new TreeMap<>();
    private String knownAt = "";
    private String effectiveOn = "";
    private long last;

    private TravelledRegister(Caller command) {
        this.command = command;
    }

    /** With what was known on 1 October 2020, and one fact of the day after. */
    static TravelledRegister begin(Caller command) {
        TravelledRegister register = new TravelledRegister(command);
        register.when("2020-01-10", "2020-01-01").found();
        register.when("2020-01-10", "2020-02-01").openCase();
        register.when("2020-07-15", "2020-07-01").happen();
        register.when("2020-10-02", "2020-10-02").post("/initiatives/PJ-U/renames", "{'name': 'Roads and lanes'}");
        return register;
    }

    /** Everything, and live. */
    static TravelledRegister whole(Caller command) {
        TravelledRegister register = begin(command);
        register.later();
        return register;
    }

    /** What came out in February 2021; after that the register goes live and goes on. */
    void later() {
        when("2021-02-01", "2020-05-01").backDate();
        when("2021-02-02", "").correct();
        when("2021-03-02", "2021-03-02").post("/initiatives/PJ-U/renames", "{'name': 'Roads, lanes and paths'}");
        when("", "").post("/registers/TRAVEL/going-live", "{}");
        post("/initiatives/PJ-U/renames", "{'name': 'Ways'}");
    }

    long last() {
        return last;
    }

    /** A path in which names of facts in angle brackets stand for their positions. */
    String path(String path) {
        return PLACE.matcher(path).replaceAll(found -> String.valueOf(positions.get(found.group(1))));
    }

    private void found() {
        post("/registers", "{'id': 'TRAVEL', 'name': 'Travel Council'}", "opened");
        post("/portfolios", "{'id': 'PF-T', 'register': 'TRAVEL', 'name': 'Housing'}");
        post("/portfolios/PF-T/business-groups", "{'id': 'BG', 'name': 'Homes'}");
        post("/portfolios/PF-T/rating-schemes", SCHEME.formatted(1, "on target"));
        initiative("PG-T", "PROGRAMME", "New homes", "{'portfolio': 'PF-T'}");
        initiative("PJ-T", "PROJECT", "Depot", "{'parent': 'PG-T'}");
        initiative("PJ-U", "PROJECT", "Roads", "{'parent': 'PG-T'}");
        post("/initiatives/PG-T/appointments", SRO.formatted("SRO-1", "SRO", "p-sro1"));
        post("/initiatives/PJ-T/appointments", SRO.formatted("SRO-1", "SRO", "p-sro1"));
        post("/portfolios/PF-T/role-descriptions", ROLE.formatted("Is accountable"));
        post("/posts", """
                {'id': 'PO-T', 'register': 'TRAVEL', 'title': 'Director', 'portfolio': 'PF-T', 'role': 'PORTFOLIO_DIRECTOR'}""");
        post("/posts/PO-T/holders", "{'person': 'p-sro1', 'kind': 'SUBSTANTIVE'}");
        post(
                "/initiatives/PJ-T/appointments",
                "{'id': 'RO-1', 'role': 'RISK_OWNER', 'kind': 'SUBSTANTIVE', 'heldByPost': 'PO-T'}");
        post("/initiatives/PG-T/rag-assessments", RATING.formatted("GREEN"));
        post(
                "/initiatives/PG-T/milestones",
                "{'id': 'MS-T', 'name': 'Handover', 'kind': 'DELIVERY', 'forecast': {'date': '2020-12-31'}}");
        post("/initiatives/PG-T/baselines", "{'dates': [{'milestone': 'MS-T', 'date': '2020-12-31'}]}");
        post("/boards", "{'id': 'BD-TOP', 'register': 'TRAVEL', 'name': 'Cabinet', 'level': 'TOP'}");
        post("/boards", """
                {'id': 'BD-T', 'register': 'TRAVEL', 'name': 'Investment Board', 'level': 'INVESTMENT',
                 'parent': 'BD-TOP', 'decisionTypes': ['SOC', 'POLICY'], 'quorum': 3, 'limit': {'amount': 1000000,
                 'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'APPROVED'}}""");
        post("/boards/BD-T/decisions", ON_POLICY.formatted("D-1", "NOTED"));
        post(
                "/boards/BD-T/delegations",
                "{'id': 'DG-T', 'delegate': {'post': 'Head of Finance'}, 'decisionTypes': ['POLICY'], 'reason': 'Between meetings'}");
        dependency("DEP-T", "{'initiative': 'PJ-T'}", "{'initiative': 'PJ-U'}");
        post("/dependencies/DEP-T/promises", "{'promisedFor': '2020-10-01'}");
        document("DOC-T", "a1");
        document("DOC-U", "a2");
        post("/documents/DOC-T/publications", "{'publication': 'WITHHELD', 'section': 'FOIA 22'}");
        post("/documents/DOC-T/markings", "{'marking': 'RESTRICTED'}");
        post("/actions", """
                {'id': 'ACT-T', 'register': 'TRAVEL', 'subject': 'Confirm the loan', 'owner': {'post': 'Head of Finance'},
                 'dueOn': '2020-08-01', 'initiative': 'PJ-T'}""");
        post("/meetings", MEETING.formatted("M-T", "2020-09-15"));
        post("/meetings", MEETING.formatted("M-P", JUNE));
        post("/meetings/M-P/agendas", "{'items': [{'item': '1', 'subject': 'Depot', 'initiative': 'PJ-T'}]}");
        post("/meetings/M-P/papers", CIRCULATED.formatted("b1".repeat(32), "Progress"));
        post("/reviews", """
                {'id': 'RV-T', 'register': 'TRAVEL', 'kind': 'GATE_2', 'subject': {'initiative': 'PG-T'}, 'plannedFor': '2020-01-01'}""");
        post("/reviews", """
                {'id': 'RV-G', 'register': 'TRAVEL', 'kind': 'GATE_1', 'subject': {'initiative': 'PJ-T'}, 'plannedFor': '2020-10-01'}""");
        post("/reviews/RV-T/sittings", "{'until': '2020-01-03'}");
        post("/reviews/RV-T/reports", "{'deliveryConfidence': 'RED', 'report': 'DOC-T'}");
        recommendation("REC-1", "CRITICAL_DO_NOW");
        recommendation("REC-2", "RECOMMENDED");
        oversee();
    }

    private void oversee() {
        post("/boards", """
                {'id': 'BD-STAR', 'register': 'TRAVEL', 'name': 'Star Chamber', 'level': 'CONTROL', 'decisionTypes': ['VACANCY']}""");
        post("/equality-assessments", """
                {'id': 'EIA-T', 'register': 'TRAVEL', 'kind': 'INITIAL', 'subjects': [{'initiative': 'PG-T'}],
                 'sha256': '%s', 'reviewBy': '2020-08-01'}""".formatted("e1".repeat(32)));
        post("/vacancy-requests", """
                {'id': 'VAC-T', 'register': 'TRAVEL', 'post': 'Planner', 'tenure': 'TEMPORARY', 'funding': 'Budget',
                 'until': '2020-08-15', 'requestedBy': {'person': 'p-sro1'}, 'board': 'BD-STAR', 'initiative': 'PG-T'}""");
        for (String check : new String[] {"FUNDING", "DISPLACED_STAFF"})
            post("/vacancy-requests/VAC-T/checks", "{'check': '%s', 'met': true}".formatted(check));
        post("/delivery-plans", """
                {'id': 'PLAN-T', 'register': 'TRAVEL', 'name': 'Hundred days', 'days': 100, 'initiative': 'PG-T', 'review': 'RV-T'}""");
        post(
                "/delivery-plans/PLAN-T/items",
                "{'id': 'IT-1', 'kind': 'PRODUCT', 'text': 'Strategy', 'owner': {'post': 'Head of Finance'}, 'dueOn': '2020-08-01'}");
        post(
                "/delivery-plans/PLAN-T/items",
                "{'id': 'IT-2', 'kind': 'OUTCOME', 'text': 'Direction', 'partOf': 'IT-1'}");
        post("/external-requests", """
                {'id': 'REQ-T', 'register': 'TRAVEL', 'board': 'BD-TOP', 'number': '8', 'text': 'Report', 'dueOn': '2020-08-01',
                 'owner': {'post': 'Head of Finance'}}""");
        post("/reporting-cycles", """
                {'id': 'RC-T', 'register': 'TRAVEL', 'portfolio': 'PF-T', 'name': 'Half a year', 'from': '2020-01-01', 'to': '2020-06-30',
                 'dueOn': '2020-06-15', 'scope': ['PG-T', 'PJ-T'], 'parts': ['Highlights', 'Forecast'],
                 'reports': [{'board': 'BD-TOP', 'coverage': 'BY_EXCEPTION', 'grounds': ['SUBMISSION_LATE', 'SUBMISSION_MISSING']}]}""");
        post("/contracts", """
                {'id': 'CON-T', 'register': 'TRAVEL', 'subject': 'Depot', 'initiative': 'PJ-T', 'lastDay': '2021-12-31'}""");
        post("/outside-decisions", """
                {'id': 'OD-T', 'register': 'TRAVEL', 'subject': 'Housing strategy', 'outcome': 'SUBMITTED', 'wording': 'With the minister',
                 'initiatives': ['PG-T'], 'portfolio': 'PF-T'}""");
        post("/workforce-controls", """
                {'id': 'WC-T', 'register': 'TRAVEL', 'kind': 'EARLY_DEPARTURE', 'name': 'First phase', 'groups': ['Wardens'],
                 'portfolio': 'PF-T'}""");
        post("/mappings", MAPPED.formatted("'id': 'MAP-T', 'register': 'TRAVEL', 'name': 'Monthly return'"));
        post("/risks", """
                {'id': 'R-T', 'register': 'TRAVEL', 'kind': 'RISK', 'title': 'Costs may rise', 'level': 'PROGRAMME',
                 'subject': {'portfolio': 'PF-T'}, 'owner': {'post': 'Head of Finance'}}""");
        post(
                "/protective-markings",
                "{'id': 'PM-T', 'register': 'TRAVEL', 'entity': 'risk-R-T', 'marking': 'OFFICIAL'}");
        post("/benefits", """
                {'id': 'BEN-T', 'register': 'TRAVEL', 'title': 'Lower rents', 'benefitClass': 'CASHABLE',
                 'subject': {'initiative': 'PG-T'}, 'owner': {'post': 'Head of Finance'}}""");
        post("/measures", """
                {'id': 'ME-T', 'register': 'TRAVEL', 'name': 'Homes handed over', 'unit': 'homes', 'initiative': 'PG-T'}""");
        post("/measures/ME-T/targets", "{'number': 400, 'qualifier': 'AT_LEAST', 'by': {'date': '2020-12-31'}}");
        post("/budgets", """
                {'id': 'BU-T', 'register': 'TRAVEL', 'name': 'Homes', 'kind': 'CAPITAL', 'subject': {'initiative': 'PG-T'}}""");
    }

    private void openCase() {
        post("/business-cases", """
                {'id': 'BC-T', 'register': 'TRAVEL', 'initiative': 'PJ-T', 'stage': 'SOC', 'title': 'Depot',
                 'route': ['BD-T'], 'owners': ['p-sro1']}""");
        post(
                "/accounting-assessments",
                "{'id': 'AOA-T', 'register': 'TRAVEL', 'businessCase': 'BC-T', "
                        + ASSESSMENT.formatted("true").substring(1));
        post("/business-cases/BC-T/versions", VERSION.formatted(1, 100_000));
        post("/business-cases/BC-T/submissions", "{'version': 1, 'submittedBy': 'p-sro1'}");
        post("/business-cases/BC-T/decisions", ON_CASE.formatted(1, "DEFERRED").replace("{'board'", """
                                {'deferredUntil': '2020-03-01', 'conditions': [{'condition': 'C-1', 'text': 'A cost plan'}], 'board'"""));
    }

    private void happen() {
        post("/portfolios/PF-T/business-groups", "{'id': 'BG', 'name': 'Housing'}", "group");
        post("/portfolios/PF-T/rating-schemes", SCHEME.formatted(2, "on target"), "scheme");
        post("/registers/TRAVEL/data-standards", TABLES.formatted(1, "First", "Name"), "tables");
        post("/initiatives/PG-T/renames", "{'name': 'Affordable homes'}", "renamed");
        post(
                "/initiatives/PG-T/appointments",
                SRO.formatted("SRO-2", "SRO", "p-sro2").replace("{'id'", "{'replaces': 'SRO-1', 'id'"),
                "appointed");
        post("/portfolios/PF-T/role-descriptions", ROLE.formatted("Answers for delivery"), "described");
        post("/posts/PO-T/holders", "{'person': 'p-sro2', 'kind': 'ACTING', 'expectedEnd': '2020-08-01'}", "filled");
        post("/initiatives/PG-T/rag-assessments", RATING.formatted("AMBER_GREEN"), "rated");
        post("/initiatives/PG-T/milestones/MS-T/forecasts", FORECAST.formatted("2021-03-31"), "forecast");
        post(
                "/initiatives/PG-T/baselines",
                "{'dates': [{'milestone': 'MS-T', 'date': '2021-03-31'}], 'reason': 'Frames came late'}",
                "rebaselined");
        post("/boards/BD-T/limits", LIMIT.formatted(2_000_000), "limit");
        post("/boards/BD-T/decisions", ON_POLICY.formatted("D-2", "NOTED"), "policy");
        post("/boards/BD-T/delegations/DG-T/revocations", "{'reason': 'Weekly meetings'}", "revoked");
        post("/business-cases/BC-T/versions", VERSION.formatted(2, 200_000), "version");
        post("/business-cases/BC-T/submissions", "{'version': 2, 'submittedBy': 'p-sro1'}", "submitted");
        post("/business-cases/BC-T/decisions", ON_CASE.formatted(2, "APPROVED"), "approved");
        post("/initiatives/PJ-U/exits", EXIT.formatted("Handed over"), "left");
        post("/initiatives/PJ-U/moves", BACK);
        post("/initiatives/PJ-U/splits", "{'into': 'PJ-T', 'reason': 'One depot'}", "split");
        post("/dependencies/DEP-T/promises", "{'promisedFor': '2020-11-01'}", "promised");
        dependency("DEP-V", "{'initiative': 'PJ-U'}", "{'initiative': 'PG-T'}");
        post("/documents/DOC-T/markings", "{'marking': 'OFFICIAL'}", "marked");
        post("/actions/ACT-T/owners", "{'owner': {'post': 'Head of Housing'}}", "handed");
        post("/meetings/M-T/planned-dates", "{'plannedFor': '2020-10-15'}", "replanned");
        post(
                "/reviews/RV-T/recommendations/REC-1/claims",
                "{'claimedBy': 'p-sro1', 'evidence': [{'document': 'DOC-T'}]}",
                "claimed");
        post("/equality-assessments/EIA-T/subjects", "{'subject': {'businessCase': 'BC-T'}}");
        post("/equality-assessments/EIA-T/reviews", "{'reviewBy': '2021-08-01'}", "equality");
        post(
                "/accounting-assessments/AOA-T/departures",
                "{'departure': 'Dearer', 'reassessBy': '2020-08-01'}",
                "departed");
        post(
                "/vacancy-requests/VAC-T/decisions",
                "{'outcome': 'AUTHORISED', 'until': '2020-08-15', 'board': 'BD-STAR', 'manner': 'BY_WRITTEN_PROCEDURE', 'decidedBy': ['p-secretary']}",
                "authorised");
        post("/delivery-plans/PLAN-T/items/IT-1/progress-reports", "{'progress': 'Draft'}", "draft");
        post("/external-requests/REQ-T/promises", "{'promise': 'A table', 'promisedFor': '2020-10-01'}", "promise");
        post("/reporting-cycles/RC-T/submissions", "{'initiative': 'PG-T', 'missing': ['Forecast']}", "received");
        post("/contracts/CON-T/awards", "{'supplier': 'Builders', 'lastDay': '2020-08-01'}", "awarded");
        post(
                "/outside-decisions/OD-T/outcomes",
                "{'outcome': 'TAKEN', 'wording': 'Agreed', 'evidence': [{'document': 'DOC-T'}]}",
                "taken");
        post("/workforce-controls/WC-T/figures", "{'offers': 120}", "offered");
        post("/risks/R-T/scores", "{'score': 'RESIDUAL', 'probability': 4, 'impact': 4}", "scored");
        post("/protective-markings/PM-T/changes", "{'marking': 'OFFICIAL_SENSITIVE'}", "classified");
        post("/benefits/BEN-T/profiles", PROFILE.formatted(-400), "profiled");
        post("/measures/ME-T/values", "{'number': 120}", "counted");
        post("/budgets/BU-T/figures", BUDGET.formatted(9_000_000), "budgeted");
        post("/mappings/MAP-T/versions", MAPPED.formatted("'version': 3, 'reason': 'Other columns'"), "mapped");
    }

    private void backDate() {
        post("/portfolios/PF-T/business-groups", "{'id': 'BG', 'name': 'Dwellings'}");
        post("/portfolios/PF-T/rating-schemes", SCHEME.formatted(3, "on target"));
        post("/registers/TRAVEL/data-standards", TABLES.formatted(2, "Second", "Label"));
        post("/initiatives/PG-T/renames", "{'name': 'Council homes'}");
        post("/initiatives/PG-T/appointments", SRO.formatted("PM-1", "PROGRAMME_MANAGER", "p-secretary"));
        post("/portfolios/PF-T/role-descriptions", ROLE.formatted("Answers to the board"));
        post("/posts/PO-T/holders", "{'person': 'p-secretary', 'kind': 'SUBSTANTIVE'}");
        post("/initiatives/PG-T/rag-assessments", RATING.formatted("AMBER"));
        post("/initiatives/PG-T/milestones/MS-T/forecasts", FORECAST.formatted("2021-01-31"));
        post("/boards/BD-T/limits", LIMIT.formatted(3_000_000));
        post("/boards/BD-T/decisions", ON_POLICY.formatted("D-3", "NOTED"));
        post("/business-cases/BC-T/versions", VERSION.formatted(3, 300_000));
        post("/business-cases/BC-T/submissions", "{'version': 3, 'submittedBy': 'p-sro2'}");
        post("/business-cases/BC-T/decisions", ON_CASE.formatted(3, "NOTED"));
        post(
                "/business-cases/BC-T/conditions/C-1/discharges",
                "{'dischargedBy': 'p-secretary', 'evidence': [{'document': 'DOC-T'}]}");
        post("/initiatives/PJ-T/exits", EXIT.formatted("Set apart"));
        post("/initiatives/PJ-T/moves", BACK);
        post("/initiatives/PJ-T/splits", "{'into': 'PJ-U'}");
        post("/dependencies/DEP-T/promises", "{'promisedFor': '2021-01-01'}");
        dependency("DEP-W", "{'initiative': 'PJ-T'}", "{'description': 'The Ombudsman'}");
        post("/documents/DOC-T/markings", "{'marking': 'NOT_PROTECTIVELY_MARKED'}");
        post("/actions/ACT-T/owners", "{'owner': {'post': 'Head of Roads'}}");
        post("/meetings/M-T/planned-dates", "{'plannedFor': '2020-11-15'}");
        post("/meetings/M-P/papers", CIRCULATED.formatted("b2".repeat(32), "Risks"));
        post("/reviews/RV-T/recommendations/REC-1/answers", "{'answer': 'ACCEPTED'}");
        post("/equality-assessments/EIA-T/reviews", "{'reviewBy': '2020-07-15'}");
        post("/accounting-assessments/AOA-T/reassessments", ASSESSMENT.formatted("false"));
        post("/vacancy-requests/VAC-T/checks", "{'check': 'TRADE_UNIONS', 'met': false, 'finding': 'Against'}");
        post("/delivery-plans/PLAN-T/items/IT-1/assignments", "{'owner': {'post': 'Head of Roads'}}");
        post("/external-requests/REQ-T/owners", "{'owner': {'post': 'Head of Roads'}}");
        post("/reporting-cycles/RC-T/submissions", "{'initiative': 'PJ-T'}");
        post("/contracts/CON-T/suppliers", "{'supplier': 'Movers'}");
        post("/outside-decisions/OD-T/outcomes", "{'outcome': 'SUBMITTED', 'wording': 'With the committee'}");
        post("/workforce-controls/WC-T/figures", "{'offers': 80, 'accepted': 20}");
        post("/risks/R-T/scores", "{'score': 'RESIDUAL', 'probability': 2, 'impact': 2}");
        post("/protective-markings/PM-T/changes", "{'marking': 'RESTRICTED'}");
        post("/benefits/BEN-T/profiles", PROFILE.formatted(-200));
        post("/measures/ME-T/values", "{'number': 80}");
        post("/budgets/BU-T/figures", BUDGET.formatted(8_000_000));
        post("/mappings/MAP-T/versions", MAPPED.formatted("'version': 2, 'reason': 'More columns'"));
    }

    private void correct() {
        correct("opened", "{'name': 'Travel Borough'}");
        correct("group", "{'name': 'Homes and streets'}");
        correct("scheme", SCHEME.formatted(2, "on track"));
        correct("renamed", "{'name': 'Social homes'}");
        correct("tables", TABLES.formatted(1, "First, amended", "Title"));
        correct("appointed", "{'holder': {'person': 'p-assurance'}}");
        correct("described", "{'description': 'Answers for it all'}");
        correct("filled", "{'person': 'p-assurance'}");
        correct("rated", "{'rating': 'RED'}");
        correct("forecast", "{'forecast': {'date': '2021-06-30'}}");
        correct("rebaselined", "{'dates': [{'milestone': 'MS-T', 'date': '2021-05-31'}]}");
        correct("limit", LIMIT.formatted(4_000_000));
        correct("revoked", "{'reason': 'Monthly meetings'}");
        correct("policy", "{'outcome': 'DEFERRED'}");
        correct("version", VERSION.formatted(2, 400_000));
        correct("approved", "{'outcome': 'APPROVED_IN_PRINCIPLE'}");
        correct("submitted", "{'submittedBy': 'p-assurance'}");
        correct("left", "{'reason': 'Handed on'}");
        correct("split", "{'reason': 'One depot for all'}");
        correct("promised", "{'promisedFor': '2020-12-01'}");
        correct("marked", "{'marking': 'OFFICIAL_SENSITIVE'}");
        correct("handed", "{'owner': {'post': 'Head of Homes'}}");
        correct("replanned", "{'plannedFor': '2020-12-15'}");
        correct("received", "{'missing': []}");
        correct("claimed", "{'claimedBy': 'p-sro2'}");
        correct("equality", "{'reviewBy': '2020-08-15'}");
        correct("departed", "{'reassessBy': '2020-12-01'}");
        correct("authorised", "{'until': '2020-08-10'}");
        correct("draft", "{'progress': 'Signed'}");
        correct("promise", "{'promisedFor': '2020-08-15'}");
        correct("awarded", "{'lastDay': '2020-08-20'}");
        correct("taken", "{'wording': 'Agreed in private'}");
        correct("offered", "{'offers': 140}");
        correct("scored", "{'impact': 5}");
        correct("classified", "{'marking': 'PROTECT_COMMERCIAL'}");
        correct("profiled", PROFILE.formatted(-600));
        correct("counted", "{'number': 140}");
        correct("budgeted", BUDGET.formatted(10_000_000));
        correct("mapped", "{'reason': 'Fewer columns'}");
    }

    private void initiative(String id, String level, String name, String placement) {
        post("/initiatives", """
                {'id': '%s', 'register': 'TRAVEL', 'level': '%s', 'name': '%s', 'placement': %s,
                 'owners': ['BG']}""".formatted(id, level, name, placement));
    }

    private void dependency(String id, String giver, String receiver) {
        post("/dependencies", """
                {'id': '%s', 'register': 'TRAVEL', 'giver': %s, 'receiver': %s, 'type': 'INTER_PROGRAMME',
                 'importance': 'HIGH', 'nature': 'One before the other', 'neededBy': '2020-12-01'}""".formatted(id, giver, receiver));
    }

    private void document(String id, String content) {
        post("/documents", """
                {'id': '%s', 'register': 'TRAVEL', 'kind': 'REPORT', 'title': 'Homes in %s', 'sha256': '%s', 'reviewBy': '2020-08-01',
                 'backgroundPapers': [{'description': 'Housing strategy'}]}""".formatted(id, content, content.repeat(32)));
    }

    private void recommendation(String id, String grade) {
        post("/reviews/RV-T/recommendations", """
                {'id': '%s', 'text': 'Secure the loan', 'grade': '%s', 'owner': {'person': 'p-sro1'}, 'dueOn': '2020-07-15'}""".formatted(id, grade));
    }

    private void correct(String fact, String replacement) {
        String body = "{'fact': <%s>, 'reason': 'Read again', 'replacement': %s}".formatted(fact, replacement);
        positions.put(fact + "Corrected", post("/corrections", path(body)));
    }

    private TravelledRegister when(String known, String effective) {
        knownAt = known;
        effectiveOn = effective;
        return this;
    }

    private void post(String path, String body, String fact) {
        positions.put(fact, post(path, body));
    }

    private long post(String path, String body) {
        String dated = effectiveOn.isEmpty() ? body : with(body, "effectiveOn", effectiveOn);
        String known = knownAt.isEmpty() ? dated : with(dated, "knownAt", knownAt);
        String user = knownAt.isEmpty() ? Caller.recorderOf(path) : "migrator";
        Caller.Reply reply = command.post(user, path, known.replace('\'', '"'));
        assertThat(reply.status()).as("%s %s: %s", path, known, reply.text()).isEqualTo(201);
        last = reply.position();
        return last;
    }

    private static String with(String body, String member, String value) {
        return "{'%s': '%s', %s".formatted(member, value, body.substring(1));
    }
}
