package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A council's portfolio with one of everything, made of commands as an office sends them. */
final class Council {

    private static final String MAPPED = """
            "portfolio": "PF", "columns": [{"name": "project", "kind": "TEXT"}], "recognition": {"called": "project", "oneRowEach": true},
                 "commands": [{"step": "rating", "post": "/initiatives/{@initiative}/rag-assessments",
                               "body": [{"at": "/rating", "value": "GREEN"}]}]""";

    /** Position of what a board decided on the case. */
    static final String DECISION_ON_CASE = "17";

    private final Caller command;
    private final List<Caller.Reply> replies = new ArrayList<>();

    private Council(Caller command) {
        this.command = command;
    }

    /**
     * Puts everything on record; the person {@code p-sro1} owns it, {@code p-secretary} decides.
     *
     * @return position of the last fact
     */
    static long settle(Caller command) {
        return settled(command).getLast().position();
    }

    /** The same; answers what each command was answered. */
    static List<Caller.Reply> settled(Caller command) {
        Council council = new Council(command);
        council.tell();
        return council.replies;
    }

    private void tell() {
        String paper =
                "{\"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\", \"title\": \"Case\"}";
        String limit =
                "{\"amount\": 5000000, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"APPROVED\"}";
        String board =
                "\"register\": \"ACME\", \"functions\": [\"approves\"], \"decisionTypes\": [\"SOC\", \"OBC\", \"FBC\", \"REBASELINE\"],"
                        + " \"limit\": " + limit + ", \"quorum\": 3, \"effectiveOn\": \"2026-01-02\"}";
        post("/registers", "{\"id\": \"ACME\", \"name\": \"Acme Council\", \"effectiveOn\": \"2026-01-01\"}");
        post("/portfolios", """
                {"id": "PF", "register": "ACME", "name": "Housing", "effectiveOn": "2026-01-01"}""");
        post("/portfolios/PF/business-groups", """
                {"id": "HR", "name": "Human Resources", "effectiveOn": "2026-01-01"}""");
        post("/portfolios/PF/rating-schemes", """
                {"scheme": "RAG", "criteria": ["OVERALL"], "effectiveOn": "2026-01-01",
                 "ratings": [{"rating": "GREEN", "definition": "on target"}, {"rating": "RED", "definition": "off"}]}""");
        post("/boards", "{\"id\": \"BD-INV\", \"name\": \"Investments\", \"level\": \"INVESTMENT\", " + board);
        post("/boards", "{\"id\": \"BD-PROG\", \"name\": \"Programme\", \"level\": \"PROGRAMME\", " + board);
        post("/meetings", """
                {"id": "M-1", "register": "ACME", "board": "BD-INV", "plannedFor": "2026-02-01", "effectiveOn": "2026-01-15"}""");
        post("/boards/BD-INV/decisions", """
                {"id": "D-1", "matter": "REBASELINE", "subject": "Later", "outcome": "APPROVED", "meeting": "M-1", "attendance": 4,
                 "papers": [%s], "decidedBy": ["p-secretary"], "effectiveOn": "2026-02-01"}""".formatted(paper));
        for (String id : new String[] {"PG-1", "PG-2"}) post("/initiatives", """
                    {"id": "%s", "register": "ACME", "level": "PROGRAMME", "name": "Homes", "owners": ["HR"],
                     "placement": {"portfolio": "PF"}, "effectiveOn": "2026-01-05"}""".formatted(id));
        post("/initiatives/PG-1/renames", "{\"name\": \"New homes\", \"effectiveOn\": \"2026-06-01\"}");
        post("/initiatives/PG-1/appointments", """
                {"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "appointmentLetter": "HO/14", "effectiveOn": "2026-01-05",
                 "holder": {"person": "p-sro1", "post": "Director"}, "expectedEnd": "2028-01-05", "timeCommitment": 50}""");
        post("/initiatives/PG-1/rag-assessments", """
                {"scheme": "RAG", "criterion": "OVERALL", "rating": "GREEN", "assessor": "SRO", "rationale": "Good",
                 "effectiveOn": "2026-02-01"}""");
        post("/business-cases", """
                {"id": "BC-1", "register": "ACME", "initiative": "PG-1", "stage": "SOC", "title": "New homes",
                 "route": ["BD-PROG", "BD-INV"], "owners": ["p-sro1"], "effectiveOn": "2026-02-01"}""");
        post("/business-cases/BC-1/versions", """
                {"cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"},
                 "paper": %s, "dimensions": ["STRATEGIC", "ECONOMIC", "COMMERCIAL", "FINANCIAL", "MANAGEMENT"],
                 "effectiveOn": "2026-02-10"}""".formatted(paper));
        post("/business-cases/BC-1/submissions", """
                {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-02-12"}""");
        post("/business-cases/BC-1/decisions", """
                {"board": "BD-PROG", "version": 1, "outcome": "ENDORSED", "manner": "BY_WRITTEN_PROCEDURE", "papers": [%s], "attendance": 4,
                 "decidedBy": ["p-secretary"], "rationale": "Best value",
                 "conditions": [{"condition": "C-1", "text": "A cost plan"}], "effectiveOn": "2026-03-18"}""".formatted(paper));
        post("/boards/BD-INV/delegations", """
                {"id": "DG-1", "delegate": {"post": "Director of Finance"}, "decisionTypes": ["OBC"], "effectiveOn": "2026-02-05"}""");
        post("/meetings/M-1/agendas", """
                {"items": [{"item": "1", "subject": "New homes", "purpose": "FOR_DECISION", "businessCase": "BC-1"}], "effectiveOn": "2026-01-20"}""");
        post("/meetings/M-1/papers", """
                {"item": "1", "paper": %s, "effectiveOn": "2026-01-25"}""".formatted(paper));
        post("/dependencies", """
                {"id": "DEP-1", "register": "ACME", "giver": {"initiative": "PG-2"}, "receiver": {"initiative": "PG-1"},
                 "type": "ENABLING_AREA", "importance": "HIGH", "nature": "Loans", "neededBy": "2026-09-01", "effectiveOn": "2026-02-01"}""");
        post("/dependencies/DEP-1/agreements", """
                {"side": "GIVER", "agreedBy": "p-secretary", "effectiveOn": "2026-02-05"}""");
        for (int n = 1; n < 3; n++)
            post("/documents", """
                    {"id": "DOC-%s", "register": "ACME", "kind": "REPORT", "title": "Progress", "sha256": "%s", "marking": "OFFICIAL",
                     "reviewBy": "2027-02-01", "effectiveOn": "2026-02-01"}""".formatted(n, Integer.toString(n).repeat(64)));
        post("/documents/DOC-1/markings", """
                {"marking": "OFFICIAL_SENSITIVE", "effectiveOn": "2026-02-02"}""");
        post("/actions", """
                {"id": "ACT-1", "register": "ACME", "subject": "Confirm the loan", "owner": {"person": "p-sro1"}, "dueOn": "2026-06-30",
                 "initiative": "PG-1", "effectiveOn": "2026-02-01"}""");
        post("/actions/ACT-1/progress-reports", """
                {"progress": "Terms agreed", "effectiveOn": "2026-02-02"}""");
        post("/reviews", """
                {"id": "RV-1", "register": "ACME", "kind": "GATE_2", "subject": {"initiative": "PG-1"}, "plannedFor": "2026-02-10",
                 "effectiveOn": "2026-02-01"}""");
        post("/reviews/RV-1/recommendations", """
                {"id": "REC-1", "text": "Secure the loan", "grade": "ESSENTIAL_DO_BY", "owner": {"person": "p-sro1"},
                 "dueOn": "2026-09-30", "effectiveOn": "2026-02-10"}""");
        post("/reviews/RV-1/recommendations/REC-1/answers", """
                {"answer": "ACCEPTED", "effectiveOn": "2026-02-11"}""");
        oversee();
        post("/portfolios/PF/role-descriptions", """
                {"role": "SRO", "description": "Is accountable", "accountableFor": ["Delivery"], "effectiveOn": "2026-01-01"}""");
        post("/posts", """
                {"id": "PO-1", "register": "ACME", "title": "Head of the portfolio office", "portfolio": "PF", "role": "PORTFOLIO_MANAGER",
                 "effectiveOn": "2026-01-01"}""");
        post("/posts/PO-1/holders", """
                {"person": "p-sro1", "kind": "SUBSTANTIVE", "timeCommitment": 60, "effectiveOn": "2026-01-02"}""");
        post("/initiatives/PG-1/appointments", """
                {"id": "RISK-1", "role": "RISK_OWNER", "kind": "SUBSTANTIVE", "heldByPost": "PO-1", "effectiveOn": "2026-01-05"}""");
        post("/initiatives/PG-1/aliases", """
                {"scheme": "GMPP", "alias": "HO_12", "effectiveOn": "2026-02-01"}""");
        post("/initiatives/PG-1/milestones", """
                {"id": "HANDOVER", "name": "First homes handed over", "kind": "DELIVERY",
                 "forecast": {"date": "2027-06-01", "precision": "MONTH"}, "effectiveOn": "2026-02-01"}""");
        post("/initiatives/PG-1/baselines", """
                {"effectiveOn": "2026-02-01"}""");
        post("/initiatives/PG-1/milestones/HANDOVER/forecasts", """
                {"forecast": {"date": "2027-09-30"}, "cause": "SUPPLIER", "reason": "Timber frames come late",
                 "effectiveOn": "2026-05-01"}""");
        post("/corrections", """
                {"fact": 11, "reason": "Typing error", "replacement": {"name": "Newer homes"}}""");
    }

    private void oversee() {
        post("/equality-assessments", """
                {"id": "EIA-1", "register": "ACME", "kind": "INITIAL", "subjects": [{"initiative": "PG-1"}], "sha256": "%s",
                 "effectiveOn": "2026-02-01"}""".formatted("e".repeat(64)));
        post("/equality-assessments/EIA-1/subjects", """
                {"subject": {"businessCase": "BC-1"}, "effectiveOn": "2026-02-02"}""");
        post("/accounting-assessments", """
                {"id": "AOA-1", "register": "ACME", "businessCase": "BC-1", "accountingOfficer": {"post": "Chief Executive"},
                 "findings": [{"standard": "REGULARITY", "met": true, "reason": "Lawful"},
                  {"standard": "PROPRIETY", "met": true, "reason": "No interest"},
                  {"standard": "VALUE_FOR_MONEY", "met": true, "reason": "Best option"},
                  {"standard": "FEASIBILITY", "met": true, "reason": "Can be done"}], "effectiveOn": "2026-02-15"}""");
        post("/vacancy-requests", """
                {"id": "VAC-1", "register": "ACME", "post": "Planner", "tenure": "PERMANENT", "funding": "Budget",
                 "requestedBy": {"person": "p-sro1"}, "board": "BD-INV", "initiative": "PG-1", "effectiveOn": "2026-02-01"}""");
        post("/vacancy-requests/VAC-1/checks", """
                {"check": "FUNDING", "met": true, "effectiveOn": "2026-02-02"}""");
        post("/delivery-plans", """
                {"id": "PLAN-1", "register": "ACME", "name": "Hundred days", "days": 100, "initiative": "PG-1", "effectiveOn": "2026-02-01"}""");
        post("/delivery-plans/PLAN-1/items", """
                {"id": "IT-1", "kind": "PRODUCT", "text": "Strategy", "effectiveOn": "2026-02-01"}""");
        post("/delivery-plans/PLAN-1/items/IT-1/progress-reports", """
                {"progress": "Half", "effectiveOn": "2026-02-02"}""");
        post("/external-requests", """
                {"id": "REQ-1", "register": "ACME", "board": "BD-INV", "number": "8", "text": "Report", "dueOn": "2026-06-30",
                 "effectiveOn": "2026-02-01"}""");
        post("/external-requests/REQ-1/promises", """
                {"promise": "A table", "promisedFor": "2026-06-15", "effectiveOn": "2026-02-02"}""");
        post("/reporting-cycles", """
                {"id": "RC-1", "register": "ACME", "portfolio": "PF", "name": "First quarter", "from": "2026-01-01", "to": "2026-03-31",
                 "dueOn": "2026-04-10", "scope": ["PG-1"], "parts": ["Highlights", "Forecast"],
                 "reports": [{"board": "BD-INV", "coverage": "BY_EXCEPTION", "dueOn": "2026-04-20", "grounds": ["RATED_RED"]}],
                 "effectiveOn": "2026-02-01"}""");
        post("/reporting-cycles/RC-1/submissions", """
                {"initiative": "PG-1", "missing": ["Forecast"], "effectiveOn": "2026-02-10"}""");
        post("/contracts", """
                {"id": "CON-1", "register": "ACME", "subject": "Building", "initiative": "PG-1", "effectiveOn": "2026-02-01"}""");
        post("/contracts/CON-1/suppliers", """
                {"supplier": "Builders", "effectiveOn": "2026-02-10"}""");
        post("/contracts/CON-1/lots", """
                {"id": "LOT-1", "subject": "Roofs", "effectiveOn": "2026-02-10"}""");
        post("/outside-decisions", """
                {"id": "OD-1", "register": "ACME", "subject": "Housing strategy", "outcome": "SUBMITTED", "wording": "With the minister",
                 "initiatives": ["PG-1"], "effectiveOn": "2026-02-01"}""");
        post("/outside-decisions/OD-1/outcomes", """
                {"outcome": "TAKEN", "wording": "Agreed", "evidence": [{"document": "DOC-1"}], "effectiveOn": "2026-02-10"}""");
        post("/workforce-controls", """
                {"id": "WC-1", "register": "ACME", "kind": "EARLY_DEPARTURE", "name": "First phase", "groups": ["Wardens"],
                 "portfolio": "PF", "effectiveOn": "2026-02-01"}""");
        post("/workforce-controls/WC-1/figures", """
                {"offers": 120, "effectiveOn": "2026-02-10"}""");
        post("/benefits", """
                {"id": "BEN-1", "register": "ACME", "title": "Lower cost of repairs", "benefitClass": "CASHABLE",
                 "subject": {"initiative": "PG-1"}, "owner": {"person": "p-sro1"}, "effectiveOn": "2026-02-01"}""");
        post("/benefits/BEN-1/profiles", """
                {"statedIn": "Business plan 2026-29", "posts": [{"year": "2027/28", "kind": "STAFF", "number": -4.5}],
                 "effectiveOn": "2026-02-10"}""");
        post("/risks", """
                {"id": "R-1", "register": "ACME", "kind": "RISK", "title": "The lender may withdraw", "level": "PROGRAMME",
                 "subject": {"initiative": "PG-1"}, "owner": {"person": "p-sro1"}, "reviewBy": "2026-07-01", "effectiveOn": "2026-02-01"}""");
        post("/mappings", """
                {"id": "MAP-1", "register": "ACME", "name": "Monthly return", %s, "effectiveOn": "2026-02-01"}""".formatted(MAPPED));
        post("/mappings/MAP-1/versions", """
                {%s, "reason": "Other columns", "effectiveOn": "2026-02-10"}""".formatted(MAPPED));
        post("/risks/R-1/scores", """
                {"score": "RESIDUAL", "probability": 3, "impact": 4, "effectiveOn": "2026-02-10"}""");
        post("/protective-markings", """
                {"id": "PM-1", "register": "ACME", "entity": "risk-R-1", "marking": "OFFICIAL", "effectiveOn": "2026-02-01"}""");
        post("/protective-markings/PM-1/changes", """
                {"publication": "PUBLISH", "effectiveOn": "2026-02-10"}""");
        post("/measures", """
                {"id": "ME-1", "register": "ACME", "name": "Homes handed over", "unit": "homes", "initiative": "PG-1", "effectiveOn": "2026-02-01"}""");
        post("/measures/ME-1/values", """
                {"number": 25, "effectiveOn": "2026-02-10", "source": {"document": "Programme report"}}""");
        post("/budgets", """
                {"id": "BU-1", "register": "ACME", "name": "Building of 400 homes", "kind": "CAPITAL", "subject": {"initiative": "PG-1"},
                 "effectiveOn": "2026-02-01"}""");
        post("/budgets/BU-1/figures", """
                {"figure": "FORECAST", "statedIn": "Monthly return, June 2026", "effectiveOn": "2026-02-10", "money": [{"year": "2025/26",
                 "money": {"amount": 3000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"}}]}""");
    }

    private void post(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isEqualTo(201);
        replies.add(reply);
    }
}
