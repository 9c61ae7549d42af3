package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The papers of gates of a portfolio that changed in the last days before each. */
final class NaiveGatePapers {

    private final Asked asked;
    private final ObjectNode review;
    private final String gateOn;
    private final String initiative;
    private final NaivePlacement then;
    private final List<JsonNode> found = new ArrayList<>();

    private NaiveGatePapers(Asked asked, ObjectNode review) {
        this.asked = asked;
        this.review = review;
        this.initiative = review.at("/subject/value/initiative").asString("");
        this.gateOn = review.has("held")
                ? review.at("/held/since").asString()
                : review.at("/plannedFor/value").asString("");
        String today = asked.asOf().toString();
        this.then = new NaivePlacement(
                asked.fold(), gateOn.isEmpty() || gateOn.compareTo(today) > 0 ? asked.asOf() : LocalDate.parse(gateOn));
    }

    static Optional<ObjectNode> read(Asked asked) {
        List<JsonNode> all = new ArrayList<>();
        for (ObjectNode review : all(asked, "review")) all.addAll(new NaiveGatePapers(asked, review).papers());
        ArrayNode items = Words.JSON.createArrayNode();
        all.stream()
                .sorted(Comparator.<JsonNode, String>comparing(
                                item -> item.get("gateOn").asString())
                        .thenComparing(item -> item.get("id").asString()))
                .forEach(items::add);
        return EntityReads.page(asked, items);
    }

    private static List<ObjectNode> all(Asked asked, String kind) {
        List<ObjectNode> all = new ArrayList<>();
        for (String id : asked.fold().facts.ids(kind))
            asked.fold().state(kind, id, asked.asOf()).ifPresent(all::add);
        return all;
    }

    private List<JsonNode> papers() {
        boolean gate = review.at("/kind/value").asString().contains("GATE") && !review.has("closure");
        if (!gate || gateOn.isEmpty() || initiative.isEmpty() || !then.belongs(asked.name("portfolio"), initiative))
            return found;
        Set<String> cases = new HashSet<>();
        Set<String> contents = new HashSet<>();
        for (ObjectNode written : all(asked, "business-case")) {
            if (!isBelow(written.get("initiative"))) continue;
            String id = written.get("id").asString();
            cases.add(id);
            for (JsonNode version : written.get("versions")) {
                contents.add(version.at("/value/paper/sha256").asString());
                if (isFirst(version, written.get("versions"))) continue;
                String number = version.at("/value/version").asString();
                add(id + ":" + number, version).ifPresent(item -> item.put("businessCase", id));
            }
        }
        for (ObjectNode meeting : all(asked, "meeting"))
            for (JsonNode paper : meeting.get("papers")) {
                if (!isAbout(meeting, paper.get("value"), cases)) continue;
                contents.add(paper.at("/value/paper/sha256").asString());
                String id = meeting.get("id").asString();
                if (paper.get("value").has("replaces"))
                    add(id + ":" + PartReads.place(paper), paper).ifPresent(item -> item.put("meeting", id));
            }
        for (ObjectNode document : all(asked, "document")) {
            boolean own = false;
            for (JsonNode version : document.get("versions"))
                own |= contents.contains(version.at("/value/sha256").asString(""));
            if (own)
                for (JsonNode version : document.get("versions")) {
                    if (isFirst(version, document.get("versions"))) continue;
                    String id = document.get("id").asString();
                    String number = version.at("/value/version").asString();
                    add(id + ":" + number, version).ifPresent(item -> item.put("document", id));
                }
        }
        return found;
    }

    private boolean isBelow(JsonNode other) {
        return other.isString() && then.isBelow(other.asString(), initiative);
    }

    private static boolean isFirst(JsonNode version, JsonNode versions) {
        for (JsonNode other : versions) {
            int days =
                    other.get("since").asString().compareTo(version.get("since").asString());
            if (days < 0 || (days == 0 && PartReads.place(other) < PartReads.place(version))) return false;
        }
        return true;
    }

    private boolean isAbout(JsonNode meeting, JsonNode paper, Set<String> cases) {
        for (JsonNode item : meeting.at("/agenda/value")) {
            boolean own = !paper.has("item") || paper.get("item").equals(item.get("item"));
            if (own && (cases.contains(item.path("businessCase").asString("")) || isBelow(item.path("initiative"))))
                return true;
        }
        return false;
    }

    private Optional<ObjectNode> add(String id, JsonNode changed) {
        long before = NaiveRound.between(changed.get("since").asString(), gateOn);
        if (before < 0 || before > Long.parseLong(asked.filters().getOrDefault("days", "5"))) return Optional.empty();
        ObjectNode item = PartReads.part(review.get("id").asString() + ":" + id, changed);
        item.remove(List.of("cost", "dimensions", "figures", "item", "change"));
        item.set("initiative", review.at("/subject/value/initiative"));
        item.set("review", review.get("id"));
        item.set("kind", review.at("/kind/value"));
        item.put("gateOn", gateOn).put("daysBefore", before);
        found.add(item);
        return Optional.of(item);
    }
}
