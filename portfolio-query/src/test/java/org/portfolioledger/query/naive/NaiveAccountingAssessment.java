package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about an Accounting Officer's assessment. */
final class NaiveAccountingAssessment {

    private NaiveAccountingAssessment() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof AccountingAssessmentMade made) {
            state.put("id", made.accountingAssessment()).put("register", made.register());
            words.put(state, "businessCase", made.businessCase());
            words.put(state, "version", made.version());
            words.put(state, "accountingOfficer", made.accountingOfficer());
            words.put(state, "attributes", made.attributes());
            find(state, made.findings(), words);
            // What came of it for an earlier day stays.
            if (!state.has("departure")) words.put(state, "status", "CURRENT");
        }
        if (words.content() instanceof AccountingSummaryPublished published)
            words.put(state, "summary", published.summary());
        if (words.content() instanceof AccountingAssessmentDeparted) {
            words.put(state, "status", "REASSESSMENT_DUE");
            words.put(state, "departure", words.members("accountingAssessment"));
        }
        if (words.content() instanceof AccountingAssessmentRepeated again) {
            words.put(state, "version", again.version());
            words.put(state, "accountingOfficer", again.accountingOfficer());
            words.put(state, "status", "CURRENT");
            find(state, again.findings(), words);
            state.remove(List.of("summary", "departure"));
        }
    }

    private static void find(ObjectNode state, List<StandardFinding> findings, Words words) {
        ObjectNode standards = state.putObject("standards");
        for (StandardFinding finding : findings) {
            ObjectNode verdict = Words.JSON.createObjectNode();
            verdict.put("met", finding.met()).put("reason", finding.reason());
            words.put(standards, finding.standard().name(), verdict);
        }
    }

    static SortedSet<String> alerts(JsonNode assessment, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        for (JsonNode standard : assessment.get("standards"))
            if (!standard.at("/value/met").asBoolean()) alerts.add("STANDARD_NOT_MET");
        if (assessment.has("departure")) alerts.add("REASSESSMENT_DUE");
        if (isOverdue(assessment, day)) alerts.add("REASSESSMENT_OVERDUE");
        return alerts;
    }

    static boolean isOverdue(JsonNode assessment, LocalDate day) {
        return NaiveAlerts.hasPassed(assessment.at("/departure/value/reassessBy"), day);
    }

    /** The initiative of the business case that is assessed; an empty text: the case is not there. */
    static String initiative(Asked asked, JsonNode assessment) {
        return asked.fold()
                .state("business-case", assessment.at("/businessCase/value").asString(), asked.asOf())
                .map(found -> found.get("initiative").asString())
                .orElse("");
    }

    /** Those of the cases of a portfolio. */
    static Optional<ObjectNode> ofPortfolio(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        List<String> members = new NaivePlacement(asked.fold(), asked.asOf()).members(asked.name("portfolio"));
        for (String id : asked.fold().facts.ids("accounting-assessment"))
            asked.fold().state("accounting-assessment", id, asked.asOf()).ifPresent(assessment -> {
                String initiative = initiative(asked, assessment);
                boolean overdue = NaiveAlerts.hasPassed(assessment.at("/departure/value/reassessBy"), asked.asOf());
                if (members.contains(initiative)
                        && asked.is("initiative", Words.JSON.valueToTree(initiative))
                        && asked.is("status", assessment.at("/status/value"))
                        && asked.isOverdue(overdue))
                    items.add(assessment.put("initiative", initiative).put("overdue", overdue));
            });
        return EntityReads.page(asked, items);
    }
}
