package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts over the initiatives of a portfolio what should not be overlooked. */
final class NaiveTotals {

    private NaiveTotals() {}

    static boolean isCritical(JsonNode recommendation) {
        return recommendation.get("open").asBoolean()
                && recommendation.at("/grade/value").asString("").equals("CRITICAL_DO_NOW");
    }

    static ObjectNode of(Asked asked) {
        ObjectNode totals = Words.JSON.createObjectNode();
        List<String> open = PortfolioReads.openMembers(asked).stream()
                .filter(id -> asked.fold().state("initiative", id, asked.asOf()).isPresent())
                .toList();
        totals.set("initiatives", figure(asked, open.size(), "status?"));
        int overdue = 0;
        int slipped = 0;
        for (String id : PortfolioReads.openMembers(asked)) {
            ObjectNode state =
                    asked.fold().state("milestones", id, asked.asOf()).orElse(null);
            if (state == null) continue;
            for (JsonNode milestone : NaiveMilestones.listed(state, null, asked.asOf())) {
                List<String> alerts = NaiveMilestones.alerts(milestone);
                if (alerts.contains("MILESTONE_OVERDUE")) overdue++;
                if (alerts.contains("MILESTONE_SLIPPED")) slipped++;
            }
        }
        totals.set("milestonesOverdue", figure(asked, overdue, "milestones?overdue=TRUE&"));
        totals.set("milestonesSlipped", figure(asked, slipped, "milestones?slippedBy=1&status=PLANNED&"));
        totals.set("risks", risks(asked));
        List<String> members = PortfolioReads.members(asked);
        long conflicts = PortfolioReads.all(asked, "dependency").stream()
                .filter(dependency ->
                        PortfolioReads.touches(dependency, members) && NaiveDependency.isConflict(dependency))
                .count();
        totals.set("dependencyConflicts", figure(asked, conflicts, "dependencies?conflict=TRUE&"));
        long critical = PortfolioReads.reviewsOf(asked).stream()
                .flatMap(review ->
                        NaiveReview.recommendations(review, asked.asOf()).valueStream())
                .filter(NaiveTotals::isCritical)
                .count();
        totals.set(
                "criticalRecommendations", figure(asked, critical, "recommendations?grade=CRITICAL_DO_NOW&open=TRUE&"));
        totals.set("lateReports", NaiveReportingCycle.lateCounts(asked, asked.name("portfolio")));
        totals.set("benefits", BenefitReads.inBrief(asked));
        return totals;
    }

    private static ArrayNode risks(Asked asked) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (ObjectNode risk : RiskReads.counted(asked)) {
            int level = NaiveRisk.LEVELS.indexOf(risk.at("/level/value").asString());
            int[] count = counts.computeIfAbsent(level, _ -> new int[2]);
            count[0]++;
            if (NaiveRisk.present(risk).path("critical").asBoolean(false)) count[1]++;
        }
        ArrayNode levels = Words.JSON.createArrayNode();
        counts.forEach((level, count) -> {
            String name = NaiveRisk.LEVELS.get(level);
            levels.add(figure(asked, count[0], "risk-heat-map?level=" + name + "&")
                    .put("level", name)
                    .put("critical", count[1]));
        });
        return levels;
    }

    private static ObjectNode figure(Asked asked, long count, String list) {
        return Words.JSON
                .createObjectNode()
                .put("count", count)
                .put("href", "/api/v1/portfolios/" + asked.name("portfolio") + "/" + list + "asOf=" + asked.asOf());
    }
}
