package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portfolioledger.events.BoardDecision;
import org.portfolioledger.vocabulary.BoardOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known against a decision of a board: who was the SRO, and what happened in the meeting and to the papers. */
final class NaiveContradictions {

    private final NaiveFold fold;
    private final SortedMap<String, SortedSet<Long>> found = new TreeMap<>();

    private NaiveContradictions(NaiveFold fold) {
        this.fold = fold;
    }

    /**
     * By alert the positions of the facts that speak against the decision that a fact states.
     *
     * @param day on which the decision is shown
     */
    static SortedMap<String, SortedSet<Long>> of(NaiveFold fold, long position, LocalDate day) {
        NaiveContradictions against = new NaiveContradictions(fold);
        Noted fact = fold.facts.at(position);
        if (fact == null) return against.found;
        for (Words words : fold.facts.words(fact.stream()))
            if (words.fact() == position
                    && words.content() instanceof BoardDecision decision
                    && decision.outcome() != BoardOutcome.WITHDRAWN) against.judge(fact.stream(), words, day);
        return against.found;
    }

    private void judge(String stream, Words words, LocalDate day) {
        String kind = NaiveFold.kindOf(stream);
        ObjectNode shown =
                fold.state(kind, stream.substring(kind.length() + 1), day).orElseGet(Words.JSON::createObjectNode);
        // A later decision on the same request leaves nothing of an earlier one but until when it is authorised.
        if (kind.equals("vacancy-request") && !hasDecision(shown, words.fact())) return;
        JsonNode said = words.members();
        List<String> deciders = new ArrayList<>();
        for (JsonNode person : said.path("decidedBy")) deciders.add(person.asString());
        List<String> there = new ArrayList<>(deciders);
        for (JsonNode dissent : said.path("dissent"))
            there.add(dissent.get("person").asString());
        if (said.at("/waiver/waivedBy").isString())
            deciders.add(said.at("/waiver/waivedBy").asString());
        JsonNode initiative = switch (kind) {
            case "business-case" -> shown.path("initiative");
            case "vacancy-request" -> shown.at("/initiative/value");
            default -> said.path("initiative");
        };
        if (initiative.isString()) againstSro(initiative.asString(), words.from(), deciders);
        for (JsonNode paper : said.path("papers"))
            againstPaper(paper.get("sha256").asString(), words.from());
        boolean inMeeting = said.path("manner").asString("IN_MEETING").equals("IN_MEETING");
        if (!inMeeting || !said.path("meeting").isString()) return;
        String id = said.get("meeting").asString();
        fold.state("meeting", id, words.from())
                .or(() -> fold.days("meeting", id).stream()
                        .findFirst()
                        .flatMap(first -> fold.state("meeting", id, first)))
                .ifPresent(meeting -> againstMeeting(
                        meeting, said, kind.equals("business-case") ? stream : "", initiative.asString(""), there));
    }

    private static boolean hasDecision(ObjectNode vacancy, long fact) {
        List<JsonNode> decisions = new ArrayList<>();
        for (JsonNode ask : vacancy.path("asks")) decisions.add(ask.path("decision"));
        for (JsonNode retracted : vacancy.path("retractedDecisions")) decisions.add(retracted);
        return decisions.stream().anyMatch(decision -> decision.path("fact").asLong(0) == fact);
    }

    private void againstSro(String initiative, LocalDate on, List<String> deciders) {
        JsonNode role = NaiveAppointments.at(fold, initiative, on)
                .<JsonNode>map(state -> state.at("/roles/SRO"))
                .orElseGet(Words.JSON::missingNode);
        JsonNode holding = role.path("value");
        if (!NaiveAppointments.isHeld(holding)
                || !deciders.contains(holding.at("/holder/person").asString(""))) return;
        if (!holding.has("heldByPost")) {
            note("DECIDED_BY_SRO", role);
            return;
        }
        note("DECIDED_BY_SRO", holding.get("heldByPost"));
        fold.state("post", holding.at("/heldByPost/value").asString(), on)
                .ifPresent(post -> note("DECIDED_BY_SRO", post.get("holder")));
    }

    /** Where it is still the last version of any document that none replaced, nothing is against it. */
    private void againstPaper(String sha256, LocalDate on) {
        List<JsonNode> replacing = new ArrayList<>();
        for (String id : fold.facts.ids("document")) {
            ObjectNode document = fold.state("document", id, on).orElse(null);
            if (document == null) continue;
            boolean has = false;
            int last = 0;
            for (JsonNode version : document.get("versions")) {
                has |= version.at("/value/sha256").asString("").equals(sha256);
                last = Math.max(last, version.at("/value/version").asInt());
            }
            if (!has) continue;
            JsonNode newest = document.get("versions").get(Integer.toString(last));
            if (!newest.at("/value/sha256").asString("").equals(sha256)) replacing.add(newest);
            else if (document.has("closure")) replacing.add(document.get("closure"));
            else return;
        }
        for (JsonNode later : replacing) note("DECIDED_ON_REPLACED_PAPER", later);
    }

    private void againstMeeting(
            ObjectNode meeting, JsonNode said, String caseStream, String initiative, List<String> there) {
        for (JsonNode paper : said.path("papers"))
            for (JsonNode circulated : meeting.get("papers"))
                if (circulated.at("/value/replaces").equals(paper.get("sha256"))) {
                    note("DECIDED_ON_REPLACED_PAPER", circulated);
                    break;
                }
        for (JsonNode interest : meeting.get("interests"))
            if (interest.at("/value/withdrew").asBoolean()
                    && there.contains(interest.at("/value/person").asString())
                    && isIn(meeting, interest.at("/value/item"), said, caseStream, initiative))
                note("DECIDED_DESPITE_INTEREST", interest);
        List<String> present = new ArrayList<>();
        for (JsonNode person : meeting.at("/attendance/value/present")) present.add(person.asString());
        if (!present.isEmpty() && !present.containsAll(there))
            note("DECIDED_WITHOUT_ATTENDING", meeting.get("attendance"));
    }

    /** Whether an interest is in what was decided: in all that the meeting did, in its item, its case or its initiative. */
    private static boolean isIn(
            ObjectNode meeting, JsonNode item, JsonNode said, String caseStream, String initiative) {
        if (!item.isString()) return true;
        if (item.asString().equalsIgnoreCase(said.path("item").asString(""))) return true;
        for (JsonNode on : meeting.at("/agenda/value")) {
            if (!on.get("item").asString().equalsIgnoreCase(item.asString())) continue;
            String businessCase = on.path("businessCase").asString("");
            if (!businessCase.isEmpty() && caseStream.equals("business-case-" + businessCase)) return true;
            return !initiative.isEmpty() && on.path("initiative").asString("").equals(initiative);
        }
        return false;
    }

    private void note(String alert, JsonNode grounds) {
        found.computeIfAbsent(alert, _ -> new TreeSet<>())
                .add(grounds.get("fact").asLong());
    }
}
