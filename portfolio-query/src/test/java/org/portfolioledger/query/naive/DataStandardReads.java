package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.naive.NaiveDeliveryData.Found;
import org.portfolioledger.standard.DefaultDataStandard;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data as the tables of a data standard have it, and what they find wrong. */
final class DataStandardReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/registers/{register}/data-standard", DataStandardReads::tables,
            "/api/v1/initiatives/{initiative}/data-standard", DataStandardReads::records,
            "/api/v1/initiatives/{initiative}/data-standard/report", DataStandardReads::report,
            "/api/v1/portfolios/{portfolio}/data-standard/report", DataStandardReads::ofPortfolio,
            "/api/v1/portfolios/{portfolio}/data-standard/faults", DataStandardReads::faultsOfPortfolio);

    private static final Map<String, Period> FREQUENCIES = Map.of(
            "WEEKLY", Period.ofDays(7),
            "MONTHLY", Period.ofMonths(1),
            "QUARTERLY", Period.ofMonths(3),
            "HALF_YEARLY", Period.ofMonths(6),
            "YEARLY", Period.ofYears(1));

    private DataStandardReads() {}

    private static Optional<ObjectNode> tables(Asked asked) {
        ObjectNode view = head(asked, asked.name("register"));
        view.set("entities", entities(asked, asked.name("register")));
        return Optional.of(view);
    }

    /** The register is the second part of an id. */
    private static String register(String id) {
        return id.split("-", -1)[1];
    }

    private static Optional<JsonNode> defined(Asked asked, String register) {
        return asked.fold()
                .state("register", register, asked.asOf())
                .map(state -> state.path("dataStandard"))
                .filter(JsonNode::isObject);
    }

    private static JsonNode inForce(Asked asked, String register) {
        return defined(asked, register)
                .map(grounded -> grounded.get("value"))
                .orElseGet(() -> Words.JSON.valueToTree(DefaultDataStandard.TABLES));
    }

    private static JsonNode entities(Asked asked, String register) {
        return inForce(asked, register).get("entities");
    }

    private static ObjectNode head(Asked asked, String register) {
        JsonNode tables = inForce(asked, register);
        ObjectNode head = Words.JSON.createObjectNode();
        head.set("version", tables.get("version"));
        head.set("title", tables.get("title"));
        Optional<JsonNode> defined = defined(asked, register);
        head.put("byDefault", defined.isEmpty());
        defined.ifPresent(grounded -> {
            head.set("since", grounded.get("since"));
            head.set("fact", grounded.get("fact"));
        });
        return head;
    }

    private static Optional<NaiveDeliveryData> data(Asked asked, String initiative) {
        return asked.fold()
                .state("initiative", initiative, asked.asOf())
                .map(_ -> new NaiveDeliveryData(asked.fold(), initiative, asked.asOf()));
    }

    private static Optional<ObjectNode> records(Asked asked) {
        String id = asked.name("initiative");
        ObjectNode view = Words.JSON.createObjectNode();
        view.set("standard", head(asked, register(id)));
        ArrayNode items = view.putArray("items");
        data(asked, id).ifPresent(data -> {
            for (JsonNode table : entities(asked, register(id))) {
                String entity = table.get("entity").asString();
                if (!asked.is("entity", table.get("entity"))) continue;
                for (Found record : data.records(entity)) {
                    ObjectNode item = items.addObject()
                            .put("entity", entity)
                            .put("record", record.id())
                            .put("ended", record.ended());
                    ArrayNode attributes = item.putArray("attributes");
                    for (JsonNode attribute : table.get("attributes")) {
                        ObjectNode value =
                                data.value(entity, record, attribute.get("path").asString());
                        ObjectNode shown = attributes.addObject();
                        shown.set("name", attribute.get("name"));
                        shown.set("path", attribute.get("path"));
                        shown.set("value", value == null ? Words.JSON.nullNode() : value);
                    }
                }
            }
        });
        new NaiveGrounds(asked.fold()).seen(items, asked.asOf());
        return Optional.of(view);
    }

    /** All that is wrong with an initiative, in the order of the tables. */
    private static List<ObjectNode> faults(Asked asked, String id) {
        List<ObjectNode> faults = new ArrayList<>();
        NaiveDeliveryData data = data(asked, id).orElse(null);
        if (data == null) return faults;
        for (JsonNode table : entities(asked, register(id))) {
            String entity = table.get("entity").asString();
            List<Found> records = data.records(entity);
            for (JsonNode attribute : table.get("attributes")) {
                boolean required = attribute.get("required").asBoolean();
                if (records.isEmpty() && required && table.get("required").asBoolean())
                    faults.add(fault(id, entity, attribute, "MISSING", null, null)
                            .put("detail", "nothing of the entity is on record"));
                for (Found record : records) judge(asked, id, data, entity, attribute, record, faults);
            }
        }
        return faults;
    }

    private static void judge(
            Asked asked,
            String id,
            NaiveDeliveryData data,
            String entity,
            JsonNode attribute,
            Found record,
            List<ObjectNode> faults) {
        ObjectNode value = data.value(entity, record, attribute.get("path").asString());
        if (value == null) {
            if (attribute.get("required").asBoolean())
                faults.add(fault(id, entity, attribute, "MISSING", record, null).put("detail", "it is not stated"));
            return;
        }
        for (JsonNode text : value.get("value")) {
            String wrong = wrong(attribute, text.asString());
            if (wrong == null) continue;
            faults.add(fault(id, entity, attribute, "MALFORMED", record, value).put("detail", wrong));
            break;
        }
        LocalDate until = record.ended() ? null : until(attribute, value);
        if (until != null && until.isBefore(asked.asOf()))
            faults.add(fault(id, entity, attribute, "STALE", record, value)
                    .put("detail", "it was to be stated again by " + until)
                    .put("freshUntil", until.toString()));
    }

    private static ObjectNode fault(
            String id,
            String entity,
            JsonNode attribute,
            String kind,
            @Nullable Found record,
            @Nullable ObjectNode value) {
        ObjectNode fault = Words.JSON.createObjectNode().put("initiative", id).put("entity", entity);
        if (record != null) fault.put("record", record.id());
        fault.set("attribute", attribute.get("name"));
        fault.set("path", attribute.get("path"));
        if (value != null) fault.set("value", value.deepCopy());
        return fault.put("fault", kind);
    }

    private static @Nullable String wrong(JsonNode attribute, String text) {
        String format = attribute.path("format").asString("");
        boolean fits = switch (format) {
            case "DATE" -> text.matches("\\d{4}-\\d\\d-\\d\\d");
            case "WHOLE_NUMBER" -> text.matches("\\d+");
            case "NUMBER" -> text.matches("\\d+(\\.\\d+)?");
            default -> true;
        };
        if (!fits) return "it is not in the form " + format;
        if (attribute.has("longest") && text.length() > attribute.get("longest").asInt())
            return "it is longer than %s characters".formatted(attribute.get("longest"));
        JsonNode allowed = attribute.get("allowedValues");
        boolean known = allowed.isEmpty();
        for (JsonNode each : allowed) known |= each.asString().equalsIgnoreCase(text);
        return known ? null : "it is not one of the allowed values";
    }

    private static @Nullable LocalDate until(JsonNode attribute, ObjectNode value) {
        LocalDate stated = LocalDate.parse(value.get("since").asString());
        if (value.has("datePrecision"))
            stated = DatePrecision.valueOf(value.get("datePrecision").asString())
                    .endOfPeriod(stated)
                    .minusDays(1);
        if (attribute.has("withinDays"))
            return stated.plusDays(attribute.get("withinDays").asInt());
        return attribute.has("updated")
                ? stated.plus(Objects.requireNonNull(
                        FREQUENCIES.get(attribute.get("updated").asString())))
                : null;
    }

    private static boolean isAskedFor(Asked asked, ObjectNode fault) {
        return asked.is("entity", fault.get("entity"))
                && asked.is("fault", fault.get("fault"))
                && asked.is("attribute", fault.get("attribute"));
    }

    private static Optional<ObjectNode> report(Asked asked) {
        String id = asked.name("initiative");
        ObjectNode view = Words.JSON.createObjectNode();
        view.set("standard", head(asked, register(id)));
        List<ObjectNode> faults = faults(asked, id);
        ArrayNode entities = view.putArray("entities");
        data(asked, id).ifPresent(data -> {
            for (JsonNode table : entities(asked, register(id))) {
                String entity = table.get("entity").asString();
                entities.addObject()
                        .put("entity", entity)
                        .put("records", data.records(entity).size())
                        .put("missing", count(faults, entity, null, "MISSING"))
                        .put("malformed", count(faults, entity, null, "MALFORMED"))
                        .put("stale", count(faults, entity, null, "STALE"));
            }
        });
        ArrayNode items = view.putArray("items");
        for (ObjectNode fault : faults) if (isAskedFor(asked, fault)) items.add(fault);
        new NaiveGrounds(asked.fold()).seen(items, asked.asOf());
        return Optional.of(view);
    }

    private static long count(List<ObjectNode> faults, String entity, @Nullable String attribute, String kind) {
        return faults.stream()
                .filter(fault -> fault.get("entity").asString().equals(entity)
                        && (attribute == null
                                || fault.get("attribute").asString().equals(attribute))
                        && fault.get("fault").asString().equals(kind))
                .count();
    }

    private static List<String> open(Asked asked) {
        return new NaivePlacement(asked.fold(), asked.asOf())
                .openMembers(asked.name("portfolio")).stream()
                        .filter(id -> asked.fold()
                                .state("initiative", id, asked.asOf())
                                .isPresent())
                        .toList();
    }

    private static Optional<ObjectNode> ofPortfolio(Asked asked) {
        String register = register(asked.name("portfolio"));
        List<String> open = open(asked);
        List<ObjectNode> faults =
                open.stream().flatMap(id -> faults(asked, id).stream()).toList();
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode table : entities(asked, register)) {
            String entity = table.get("entity").asString();
            int records = 0;
            for (String id : open)
                records += data(asked, id).orElseThrow().records(entity).size();
            for (JsonNode attribute : table.get("attributes")) {
                String name = attribute.get("name").asString();
                Set<String> in = new HashSet<>();
                for (ObjectNode fault : faults)
                    if (fault.get("entity").asString().equals(entity)
                            && fault.get("attribute").asString().equals(name))
                        in.add(fault.get("initiative").asString());
                long missing = count(faults, entity, name, "MISSING");
                long malformed = count(faults, entity, name, "MALFORMED");
                long stale = count(faults, entity, name, "STALE");
                ObjectNode row =
                        Words.JSON.createObjectNode().put("entity", entity).put("attribute", name);
                row.set("path", attribute.get("path"));
                row.set("required", attribute.get("required"));
                row.put("records", records).put("initiatives", in.size());
                row.put("missing", missing).put("malformed", malformed).put("stale", stale);
                rows.add(row.put("faults", missing + malformed + stale));
            }
        }
        rows.sort(Comparator.<ObjectNode>comparingLong(row -> row.get("faults").asLong())
                .reversed());
        ObjectNode view = Words.JSON.createObjectNode().put("initiatives", open.size());
        view.set("standard", head(asked, register));
        ArrayNode items = view.putArray("items");
        for (ObjectNode row : rows) if (asked.is("entity", row.get("entity"))) items.add(row);
        return Optional.of(view);
    }

    private static Optional<ObjectNode> faultsOfPortfolio(Asked asked) {
        ObjectNode view = Words.JSON.createObjectNode();
        view.set("standard", head(asked, register(asked.name("portfolio"))));
        ArrayNode items = view.putArray("items");
        for (String id : open(asked).stream().sorted().toList())
            for (ObjectNode fault : faults(asked, id))
                if (isAskedFor(asked, fault) && asked.is("initiative", fault.get("initiative"))) items.add(fault);
        new NaiveGrounds(asked.fold()).seen(items, asked.asOf());
        return Optional.of(view);
    }
}
