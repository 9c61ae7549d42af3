package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The entities of a data standard, read out of the states of one initiative by hand. */
final class NaiveDeliveryData {

    private final NaiveFold fold;
    private final String id;
    private final LocalDate day;
    private final ObjectNode initiative;

    NaiveDeliveryData(NaiveFold fold, String id, LocalDate day) {
        this.fold = fold;
        this.id = id;
        this.day = day;
        this.initiative = fold.state("initiative", id, day).orElseThrow();
    }

    /**
     * A record of an entity.
     *
     * @param at where its values are
     */
    record Found(
            String id, boolean ended, JsonNode at, @Nullable Integer figure) {}

    List<Found> records(String entity) {
        List<Found> records = new ArrayList<>();
        switch (entity) {
            case "PROJECT_FEATURES" -> records.add(new Found(id, false, initiative, null));
            case "RISK", "ISSUE" -> {
                for (String risk : fold.facts.ids("risk"))
                    fold.state("risk", risk, day)
                            .filter(state -> state.at("/subject/value/initiative")
                                            .asString("")
                                            .equals(id)
                                    && state.at("/kind/value").asString().equals(entity)
                                    && !state.has("closure"))
                            .ifPresent(state -> records.add(new Found(risk, false, state, null)));
                records.sort(Comparator.comparing(Found::id));
            }
            case "MILESTONE" ->
                milestones().forEach(milestone -> {
                    String status = milestone.at("/status/value").asString();
                    if (!status.equals("DROPPED"))
                        records.add(new Found(
                                milestone.get("milestone").asString(), status.equals("ACHIEVED"), milestone, null));
                });
            case "PEOPLE" -> {
                JsonNode roles = NaiveAppointments.at(fold, id, day)
                        .<JsonNode>map(state -> state.get("roles"))
                        .orElseGet(Words.JSON::missingNode);
                for (Role role : Role.values())
                    if (NaiveAppointments.isRunning(roles.path(role.name()).path("value")))
                        records.add(new Found(role.name(), false, roles.get(role.name()), null));
            }
            case "COST", "BENEFIT" -> amounts(entity, records);
            default -> throw new AssertionError(entity);
        }
        return initiative.has("closure")
                ? records.stream()
                        .map(each -> new Found(each.id(), true, each.at(), each.figure()))
                        .toList()
                : records;
    }

    private List<JsonNode> milestones() {
        return fold.state("milestones", id, day)
                .map(state -> state.get("milestones").propertyNames().stream()
                        .sorted()
                        .<JsonNode>map(each -> state.get("milestones").get(each))
                        .toList())
                .orElse(List.of());
    }

    /** In the order in which they began. */
    private List<ObjectNode> cases() {
        List<ObjectNode> cases = new ArrayList<>();
        for (String each : fold.facts.ids("business-case"))
            fold.state("business-case", each, day)
                    .filter(state -> state.get("initiative").asString().equals(id))
                    .ifPresent(cases::add);
        cases.sort(Comparator.<ObjectNode, String>comparing(
                        state -> state.at("/title/since").asString())
                .thenComparingLong(state -> PartReads.place(state.get("title"))));
        return cases;
    }

    private void amounts(String entity, List<Found> records) {
        boolean cost = entity.equals("COST");
        boolean[] stated = {false};
        for (String each : fold.facts.ids(cost ? "budget" : "benefit")) {
            ObjectNode state =
                    fold.state(cost ? "budget" : "benefit", each, day).orElse(null);
            if (state == null
                    || state.has("closure")
                    || !state.at("/subject/value/initiative").asString("").equals(id)) continue;
            int before = records.size();
            if (cost)
                for (String figure : List.of("BUDGET", "FORECAST", "ACTUAL", "CONTINGENCY", "TARGET"))
                    stated(
                            each + ":" + figure,
                            state,
                            state.get("figures").path(figure),
                            state.get("preferred").path(figure),
                            figure,
                            records);
            else stated(each, state, state.get("profiles"), state.path("preferred"), "", records);
            if (records.size() > before) stated[0] = true;
            else records.add(new Found(each, isAssessed(state), of(state, Words.JSON.missingNode(), "", ""), -1));
        }
        JsonNode version = version();
        if (version == null) return;
        String prefix = version.get("case").asString() + ":" + version.at("/value/version") + ":";
        if (cost) records.add(new Found(prefix + "WHOLE_LIFE", false, version, -1));
        if (stated[0]) return;
        int n = 0;
        for (JsonNode figure : version.at("/value/figures")) {
            if (figure.get("kind").asString().equals(entity)) records.add(new Found(prefix + n, false, version, n));
            n++;
        }
    }

    /** Each amount of each source, or of the preferred one alone. */
    private static void stated(
            String id, ObjectNode state, JsonNode sources, JsonNode preferred, String figure, List<Found> records) {
        for (String source : sources.propertyNames().stream().sorted().toList()) {
            String only = preferred.at("/value/statedIn").asString(source);
            if (!only.equalsIgnoreCase(source)) continue;
            JsonNode last = sources.get(source).get("last");
            int n = 0;
            for (JsonNode money : last.at("/value/money")) {
                String year = money.has("year") ? ":" + money.get("year").asString() : "";
                records.add(
                        new Found(id + ":" + source + year, isAssessed(state), of(state, last, figure, source), n++));
            }
        }
    }

    private static boolean isAssessed(JsonNode state) {
        return state.has("assessment");
    }

    /** What is stated, together with what states it. */
    private static ObjectNode of(ObjectNode state, JsonNode stated, String figure, String source) {
        ObjectNode of = Words.JSON.createObjectNode().put("figure", figure).put("source", source);
        of.set("entity", state);
        of.set("stated", stated);
        return of;
    }

    /** The last of the case that began last and has one, with the id of the case; null: there is none. */
    private @Nullable ObjectNode version() {
        ObjectNode last = null;
        for (ObjectNode each : cases()) if (!each.get("versions").isEmpty()) last = each;
        if (last == null) return null;
        int latest = 0;
        for (String number : last.get("versions").propertyNames()) latest = Math.max(latest, Integer.parseInt(number));
        ObjectNode at = ((ObjectNode) last.get("versions").get(Integer.toString(latest))).deepCopy();
        at.set("case", last.get("id"));
        return at;
    }

    /** The value of a record under a path of ours, as texts on its grounds; null: nothing is stated. */
    @Nullable
    ObjectNode value(String entity, Found record, String path) {
        return switch (entity) {
            case "PROJECT_FEATURES" -> feature(path);
            case "RISK", "ISSUE" -> risk(record.at(), path);
            case "MILESTONE" -> milestone(record.at(), path);
            case "PEOPLE" -> role(record, path);
            default -> amount(record, path);
        };
    }

    private @Nullable ObjectNode feature(String path) {
        String key = path.substring(path.indexOf('.') + 1);
        if (path.startsWith("attributes."))
            return own(initiative.get("attributes").path(key));
        if (path.startsWith("aliases.")) return own(initiative.get("aliases").path(key));
        if (path.startsWith("ratings.")) return rating(key);
        if (path.startsWith("measures.")) return measured(key);
        return switch (path) {
            case "id" -> on(initiative.get("openedAs"), initiative.get("id"));
            case "parent", "portfolio" -> on(initiative.get("placement"), initiative.at("/placement/value/" + path));
            case "closure" -> own(initiative.path("closure"));
            case "stage" -> {
                List<ObjectNode> cases = cases();
                yield cases.isEmpty() ? null : own(cases.getLast().path("stage"));
            }
            case "start" -> date("START", false);
            case "end" -> date("END", true);
            default -> own(initiative.path(path));
        };
    }

    private @Nullable ObjectNode measured(String measure) {
        for (String each : fold.facts.ids("measure")) {
            ObjectNode state = fold.state("measure", each, day).orElse(null);
            if (state == null
                    || !each.equalsIgnoreCase(measure)
                    || !state.at("/initiative/value").asString("").equals(id)
                    || NaiveMeasure.isContradictory(state)) continue;
            for (JsonNode value : NaiveMeasure.counted(state)) return on(value, value.at("/value/number"));
        }
        return null;
    }

    private @Nullable ObjectNode rating(String criterion) {
        JsonNode latest = null;
        for (JsonNode rating : NaiveShownRatings.of(fold, id, day).orElseGet(Words.JSON::createObjectNode)) {
            if (!NaiveShownRatings.isInForce(rating.get("value"))
                    || !rating.at("/value/criterion").asString().equalsIgnoreCase(criterion)) continue;
            if (latest == null || comesBefore(latest, rating)) latest = rating;
        }
        return latest == null ? null : on(latest, latest.at("/value/rating"));
    }

    private static boolean comesBefore(JsonNode one, JsonNode other) {
        int order = one.get("since").asString().compareTo(other.get("since").asString());
        return order < 0 || (order == 0 && PartReads.place(one) < PartReads.place(other));
    }

    /** The first day of the first milestone of a kind, or the last day of the last. */
    private @Nullable ObjectNode date(String kind, boolean last) {
        ObjectNode found = null;
        LocalDate best = null;
        for (JsonNode milestone : milestones()) {
            if (!milestone.at("/kind/value").asString("").equals(kind)) continue;
            JsonNode date = switch (milestone.at("/status/value").asString()) {
                case "ACHIEVED" -> milestone.path("actual");
                case "PLANNED" -> milestone.path("forecast");
                default -> Words.JSON.missingNode();
            };
            if (!date.isObject()) continue;
            LocalDate own = last ? NaiveMilestones.end(date.get("value")) : NaiveMilestones.first(date.get("value"));
            // Of some that are alike, the first that is first and the last that is last.
            boolean better = best == null || (last ? !own.isBefore(best) : own.isBefore(best));
            if (!better) continue;
            best = own;
            found = own(date);
        }
        return found;
    }

    private static @Nullable ObjectNode risk(JsonNode risk, String path) {
        if (path.startsWith("attributes."))
            return on(risk.get("attributes"), risk.at("/attributes/value").path(path.substring(11)));
        for (String number : List.of("probability", "impact", "score")) {
            if (path.equals(number)) {
                JsonNode scores = risk.get("scores");
                JsonNode present = scores.has("RESIDUAL") ? scores.get("RESIDUAL") : scores.path("INHERENT");
                return on(present, present.path("value").path(number));
            }
            if (path.endsWith("." + number)) {
                JsonNode score = risk.get("scores")
                        .path(path.substring(0, path.indexOf('.')).toUpperCase(Locale.ROOT));
                return on(score, score.path("value").path(number));
            }
        }
        return switch (path) {
            case "id" -> on(risk.get("title"), risk.get("id"));
            case "owner" -> on(risk.path("owner"), holder(risk.at("/owner/value")));
            case "owner.person", "owner.post" -> on(risk.path("owner"), risk.at("/owner/value/" + path.substring(6)));
            case "proximity" -> on(risk.path("proximity"), risk.at("/proximity/value/on"));
            case "proximity.words" -> on(risk.path("proximity"), risk.at("/proximity/value/words"));
            case "response" -> on(risk.path("response"), risk.at("/response/value/description"));
            case "response.kind" -> on(risk.path("response"), risk.at("/response/value/response"));
            default -> own(risk.path(path));
        };
    }

    private @Nullable ObjectNode milestone(JsonNode milestone, String path) {
        if (path.startsWith("attributes."))
            return on(
                    milestone.get("attributes"),
                    milestone.at("/attributes/value").path(path.substring(11)));
        return switch (path) {
            case "id" -> on(milestone.get("name"), milestone.get("milestone"));
            case "baseline" -> inBaseline(milestone, true);
            case "firstBaseline" -> inBaseline(milestone, false);
            default -> own(milestone.path(path));
        };
    }

    private @Nullable ObjectNode inBaseline(JsonNode milestone, boolean last) {
        JsonNode baselines = fold.state("milestones", id, day).orElseThrow().get("baselines");
        Integer number = null;
        for (String each : baselines.propertyNames()) {
            int own = Integer.parseInt(each);
            if (number == null || (last ? own > number : own < number)) number = own;
        }
        JsonNode set = baselines.path(String.valueOf(number));
        return on(set, set.at("/value/dates").path(milestone.get("milestone").asString()));
    }

    private static @Nullable ObjectNode role(Found record, String path) {
        JsonNode holding = record.at();
        JsonNode value = holding.get("value");
        boolean held = NaiveAppointments.isHeld(value);
        return switch (path) {
            case "role" -> on(holding, text(record.id()));
            case "holder" -> on(holding, held ? holder(value.path("holder")) : Words.JSON.missingNode());
            case "holder.person", "holder.post" ->
                on(holding, held ? value.path("holder").path(path.substring(7)) : Words.JSON.missingNode());
            case "kind" -> on(holding, held ? value.get("kind") : text("VACANT"));
            case "appointedOn" -> {
                ObjectNode date = Words.JSON.createObjectNode();
                date.set("date", holding.get("since"));
                if (holding.has("datePrecision")) date.set("precision", holding.get("datePrecision"));
                yield on(holding, date);
            }
            case "expectedEnd" -> on(holding, value.path(path));
            default -> on(holding, held ? value.path(path) : Words.JSON.missingNode());
        };
    }

    private static @Nullable ObjectNode amount(Found record, String path) {
        int n = Objects.requireNonNull(record.figure());
        if (record.at().has("entity")) return amountOfEntity(record.at(), n, path);
        JsonNode version = record.at();
        JsonNode money = n < 0
                ? version.at("/value/cost")
                : version.at("/value/figures").get(n).get("money");
        return switch (path) {
            case "name" ->
                on(
                        version,
                        n < 0
                                ? text("Whole-life cost")
                                : version.at("/value/figures").get(n).get("name"));
            case "businessCase" -> on(version, version.get("case"));
            case "currency", "amount", "priceBasis", "priceYear", "confidence" -> on(version, money.path(path));
            default -> null;
        };
    }

    /** @param n of the amount among those of its source; below 0: there is none */
    private static @Nullable ObjectNode amountOfEntity(JsonNode at, int n, String path) {
        JsonNode state = at.get("entity");
        JsonNode stated = at.get("stated");
        JsonNode amount =
                n < 0 ? Words.JSON.missingNode() : stated.at("/value/money").get(n);
        String name = state.has("title") ? "title" : "name";
        if (path.startsWith("attributes."))
            return on(state.get("attributes"), state.at("/attributes/value").path(path.substring(11)));
        return switch (path) {
            case "id" -> on(state.get(name), state.get("id"));
            case "name" -> own(state.get(name));
            case "class" -> own(state.path("benefitClass"));
            case "owner" -> on(state.path("owner"), holder(state.at("/owner/value")));
            case "owner.person", "owner.post" -> on(state.path("owner"), state.at("/owner/value/" + path.substring(6)));
            case "statedIn" -> on(stated, text(at.get("source").asString()));
            case "figure" -> on(stated, text(at.get("figure").asString()));
            case "year" -> on(stated, amount.path("year"));
            case "achievedBy" -> on(stated, stated.at("/value/achievedBy"));
            case "currency", "amount", "priceBasis", "priceYear", "confidence" ->
                on(stated, amount.path("money").path(path));
            default -> own(state.path(path));
        };
    }

    private static JsonNode holder(JsonNode holder) {
        return holder.has("person") ? holder.get("person") : holder.path("post");
    }

    private static JsonNode text(String text) {
        return Words.JSON.getNodeFactory().stringNode(text);
    }

    private static @Nullable ObjectNode own(JsonNode grounded) {
        return on(grounded, grounded.path("value"));
    }

    /** A value as texts on the grounds of another. */
    private static @Nullable ObjectNode on(JsonNode grounded, JsonNode value) {
        ArrayNode texts = Words.JSON.createArrayNode();
        for (JsonNode each : value.isArray() ? value.valueStream().toList() : List.of(value)) {
            String text = asText(each);
            if (!text.isBlank() && !text.equals("NOT_STATED")) texts.add(text);
        }
        if (!grounded.isObject() || texts.isEmpty()) return null;
        ObjectNode on = ((ObjectNode) grounded).deepCopy();
        on.remove("case");
        on.set("value", texts);
        return on;
    }

    private static String asText(JsonNode value) {
        if (value.isNumber()) return value.decimalValue().toPlainString();
        if (!value.has("date")) return value.isString() ? value.asString() : "";
        LocalDate date = LocalDate.parse(value.get("date").asString());
        int year = date.getYear();
        return switch (value.path("precision").asString("DAY")) {
            case "MONTH" -> date.toString().substring(0, 7);
            case "QUARTER" -> year + "-Q" + (date.getMonthValue() + 2) / 3;
            case "HALF_YEAR" -> year + (date.getMonthValue() <= 6 ? "-H1" : "-H2");
            case "YEAR" -> Integer.toString(year);
            default -> date.toString();
        };
    }
}
