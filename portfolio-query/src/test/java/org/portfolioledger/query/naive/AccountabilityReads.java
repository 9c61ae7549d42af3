package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.naive.NaiveTenures.Held;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How roles are held through time. */
final class AccountabilityReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/portfolios/{portfolio}/accountability", AccountabilityReads::ofPortfolio,
            "/api/v1/initiatives/{initiative}/accountability", AccountabilityReads::ofInitiative,
            "/api/v1/portfolios/{portfolio}/role-holders", AccountabilityReads::holders,
            "/api/v1/portfolios/{portfolio}/role-changes-near-approvals", AccountabilityReads::nearApprovals);

    private static final Set<String> APPROVALS =
            Set.of("APPROVED", "APPROVED_IN_PRINCIPLE", "APPROVED_WITH_CONDITIONS");

    private AccountabilityReads() {}

    private static int number(Asked asked, String name, int otherwise) {
        return Integer.parseInt(asked.filters().getOrDefault(name, Integer.toString(otherwise)));
    }

    private static String role(Asked asked) {
        return asked.filters().getOrDefault("role", "SRO");
    }

    private static List<String> open(Asked asked) {
        return new NaivePlacement(asked.fold(), asked.asOf())
                .openMembers(asked.name("portfolio")).stream()
                        .filter(id -> asked.fold()
                                .state("initiative", id, asked.asOf())
                                .isPresent())
                        .toList();
    }

    /** The open ones, where nothing else is asked for. */
    private static List<String> askedFor(Asked asked) {
        String wanted = asked.filters().getOrDefault("initiatives", "OPEN");
        return new NaivePlacement(asked.fold(), asked.asOf())
                .members(asked.name("portfolio")).stream()
                        .filter(id -> asked.fold()
                                .state("initiative", id, asked.asOf())
                                .filter(state ->
                                        wanted.equals("ANY") || wanted.equals(state.has("closure") ? "CLOSED" : "OPEN"))
                                .isPresent())
                        .toList();
    }

    private static Optional<ObjectNode> ofPortfolio(Asked asked) {
        ObjectNode view = Words.JSON.createObjectNode();
        ArrayNode items = view.putArray("items");
        SortedMap<String, Integer> with = new TreeMap<>();
        List<Long> days = new ArrayList<>();
        int all = 0;
        int changes = 0;
        int recent = 0;
        String wanted = asked.filters().get("concern");
        long lives = 0;
        long held = 0;
        for (String id : askedFor(asked)) {
            ObjectNode item = item(asked, id, role(asked));
            all++;
            changes += item.get("changes").asInt();
            recent += item.get("recentChanges").asInt();
            lives += item.get("lifeDays").asLong();
            held += item.get("heldDays").asLong();
            for (JsonNode tenure : item.get("tenures"))
                days.add(tenure.get("days").asLong());
            boolean meets = wanted == null
                    || (wanted.equals("ANY") && !item.get("concerns").isEmpty());
            for (JsonNode concern : item.get("concerns")) {
                with.merge(concern.asString(), 1, Integer::sum);
                meets |= concern.asString().equals(wanted);
            }
            if (meets) items.add(item);
        }
        view.putObject("summary")
                .put("initiatives", all)
                .put("withoutHolder", with.getOrDefault("NO_HOLDER", 0))
                .put("actingBeyondTerm", with.getOrDefault("ACTING_BEYOND_TERM", 0))
                .put("withFrequentChanges", with.getOrDefault("FREQUENT_CHANGES", 0))
                .put("withOverlap", with.getOrDefault("OVERLAP", 0))
                .put("changes", changes)
                .put("recentChanges", recent)
                .put("lifeDays", lives)
                .put("heldDays", held)
                .set("shareHeld", share(held, lives))
                .set("medianTenureDays", median(days));
        return Optional.of(view);
    }

    private static Optional<ObjectNode> ofInitiative(Asked asked) {
        ObjectNode view = Words.JSON.createObjectNode();
        ArrayNode items = view.putArray("items");
        String id = asked.name("initiative");
        if (asked.fold().state("initiative", id, asked.asOf()).isEmpty()) return Optional.of(view);
        for (Role role : Role.values()) {
            boolean wanted = asked.filters().getOrDefault("role", role.name()).equals(role.name());
            boolean isShown = role == Role.SRO
                    || !NaiveTenures.of(asked.fold(), id, role.name(), asked.asOf())
                            .isEmpty();
            if (wanted && isShown) items.add(item(asked, id, role.name()));
        }
        return Optional.of(view);
    }

    private static ObjectNode item(Asked asked, String id, String role) {
        LocalDate asOf = asked.asOf();
        NaiveGrounds grounds = new NaiveGrounds(asked.fold());
        ObjectNode initiative = asked.fold().state("initiative", id, asOf).orElseThrow();
        LocalDate opened = LocalDate.parse(initiative.at("/openedAs/since").asString());
        boolean isOpen = !initiative.has("closure");
        LocalDate end = isOpen
                ? asOf.plusDays(1)
                : LocalDate.parse(initiative.at("/closure/since").asString());
        List<Held> tenures = NaiveTenures.of(asked.fold(), id, role, asOf);
        JsonNode now = tenures.isEmpty() || tenures.getLast().to() != null
                ? null
                : tenures.getLast().last();
        LocalDate after = asOf.minusMonths(number(asked, "months", 24));
        int recent = 0;
        int changes = 0;
        Held before = null;
        for (Held tenure : tenures) {
            boolean isOther = before != null && !NaiveTenures.isSame(before.holder(), tenure.holder());
            if (isOther) changes++;
            if (isOther && tenure.from().isAfter(after)) recent++;
            before = tenure;
        }
        ObjectNode item = Words.JSON.createObjectNode().put("initiative", id).put("role", role);
        item.set("name", grounds.seen(initiative.get("name").deepCopy(), asOf));
        item.set("holder", now == null ? Words.JSON.nullNode() : grounds.seen(now.deepCopy(), asOf));
        ArrayNode concerns = item.putArray("concerns");
        if (isOpen && now == null) concerns.add("NO_HOLDER");
        if (isOpen && now != null && isOver(now.get("value"), asOf)) concerns.add("ACTING_BEYOND_TERM");
        if (isOpen && recent >= number(asked, "changes", 3)) concerns.add("FREQUENT_CHANGES");
        if (isOpen && now != null && tenures.getLast().overlaps()) concerns.add("OVERLAP");
        item.put("changes", changes).put("recentChanges", recent);
        item.set(
                "medianTenureDays",
                median(tenures.stream().map(tenure -> tenure.days(asOf)).toList()));
        // Day by day, of the days of its life those on which somebody held it.
        long life = Math.max(0, ChronoUnit.DAYS.between(opened, end));
        long held = days(opened, end)
                .filter(day -> tenures.stream().anyMatch(tenure -> holds(tenure, day, asOf)))
                .count();
        item.put("lifeDays", life).put("heldDays", held).set("shareHeld", share(held, life));
        ArrayNode all = item.putArray("tenures");
        for (Held tenure : tenures) {
            long own = days(opened, end).filter(day -> holds(tenure, day, asOf)).count();
            all.add(view(tenure, own, life, asOf));
        }
        item.set("gaps", gaps(opened, end, isOpen, tenures, asOf));
        return item;
    }

    private static LongStream days(LocalDate from, LocalDate end) {
        return from.isBefore(end) ? LongStream.range(from.toEpochDay(), end.toEpochDay()) : LongStream.empty();
    }

    private static boolean holds(Held tenure, long day, LocalDate asOf) {
        return day >= tenure.from().toEpochDay() && day < tenure.end(asOf).toEpochDay();
    }

    private static boolean isOver(JsonNode holding, LocalDate day) {
        return !holding.get("kind").asString().equals("SUBSTANTIVE")
                && holding.has("expectedEnd")
                && holding.get("expectedEnd").asString().compareTo(day.toString()) <= 0;
    }

    private static ObjectNode view(Held tenure, long own, long life, LocalDate asOf) {
        ObjectNode view = Words.JSON.createObjectNode();
        view.set("holder", tenure.holder());
        view.set("kind", tenure.last().at("/value/kind"));
        ArrayNode appointments = view.putArray("appointments");
        tenure.held().stream()
                .map(each -> each.at("/value/appointment").asString())
                .distinct()
                .forEach(appointments::add);
        view.put("from", tenure.from().toString());
        if (tenure.to() != null) view.put("to", tenure.to().toString());
        view.put("days", tenure.days(asOf));
        if (life > 0) view.set("shareOfLife", share(own, life));
        return view.put("overlaps", tenure.overlaps())
                .put("fact", tenure.last().get("fact").asLong());
    }

    /** Neighbouring days on which nobody holds it. */
    private static ArrayNode gaps(LocalDate opened, LocalDate end, boolean isOpen, List<Held> tenures, LocalDate asOf) {
        ArrayNode gaps = Words.JSON.createArrayNode();
        long[] free = days(opened, end)
                .filter(day -> tenures.stream().noneMatch(tenure -> holds(tenure, day, asOf)))
                .toArray();
        for (int n = 0; n < free.length; ) {
            int next = n;
            while (next + 1 < free.length && free[next + 1] == free[next] + 1) next++;
            ObjectNode gap =
                    gaps.addObject().put("from", LocalDate.ofEpochDay(free[n]).toString());
            LocalDate to = LocalDate.ofEpochDay(free[next] + 1);
            if (!isOpen || to.isBefore(end)) gap.put("to", to.toString());
            gap.put("days", next - n + 1);
            n = next + 1;
        }
        return gaps;
    }

    private static JsonNode median(List<Long> days) {
        if (days.isEmpty()) return Words.JSON.nullNode();
        List<Long> sorted = days.stream().sorted().toList();
        long sum = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
        return sum % 2 == 0 ? Words.JSON.valueToTree(sum / 2) : Words.JSON.valueToTree(sum / 2.0);
    }

    /** In tenths of a percent, half of one counted as a whole. */
    private static JsonNode share(long part, long whole) {
        if (whole == 0) return Words.JSON.nullNode();
        long tenths = (2000 * part + whole) / (2 * whole);
        return Words.JSON.valueToTree(tenths / 10.0);
    }

    private static Optional<ObjectNode> holders(Asked asked) {
        SortedMap<String, List<ObjectNode>> held = new TreeMap<>();
        for (String id : open(asked))
            NaiveAppointments.at(asked.fold(), id, asked.asOf()).ifPresent(state -> {
                for (Role role : Role.values()) {
                    JsonNode holding = state.at("/roles/" + role);
                    if (NaiveAppointments.isHeld(holding.path("value")))
                        add(held, ofInitiative(asked, id, role, holding));
                }
            });
        for (String id : asked.fold().facts.ids("post"))
            asked.fold()
                    .state("post", id, asked.asOf())
                    .filter(post -> post.has("holder")
                            && post.at("/role/value/portfolio").asString("").equals(asked.name("portfolio")))
                    .ifPresent(post -> add(held, ofPost(asked, post)));
        ObjectNode view = Words.JSON.createObjectNode();
        ArrayNode items = view.putArray("items");
        held.forEach((name, roles) -> {
            ObjectNode item = item(name, roles);
            if (asked.is("person", item.get("person"))) items.add(item);
        });
        return Optional.of(view);
    }

    /** Persons first. */
    private static void add(SortedMap<String, List<ObjectNode>> held, ObjectNode role) {
        JsonNode holder = role.remove("holder");
        String name = holder.has("person")
                ? "1" + holder.get("person").asString()
                : "2" + holder.get("post").asString();
        held.computeIfAbsent(name, _ -> new ArrayList<>()).add(role);
    }

    private static ObjectNode ofInitiative(Asked asked, String id, Role role, JsonNode holding) {
        ObjectNode part = PartReads.part(holding.at("/value/appointment").asString(), holding);
        JsonNode holder = part.get("holder");
        JsonNode post = part.path("heldByPost");
        part.remove(List.of(
                "appointment",
                "heldByPost",
                "appointmentLetter",
                "delegatedAuthority",
                "delegatedLimit",
                "handoverNote",
                "replaces"));
        part.put("role", role.name()).put("initiative", id);
        if (post.isObject()) part.set("post", post.get("value"));
        if (holder.has("post")) part.set("title", holder.get("post"));
        seen(asked, part);
        // What is wrong with the appointment is wrong with the role.
        part.set(
                "alerts", NaiveAlerts.of(asked, new NaiveGrounds(asked.fold()).seen(holding.deepCopy(), asked.asOf())));
        return part;
    }

    private static ObjectNode ofPost(Asked asked, ObjectNode post) {
        ObjectNode part = PartReads.part(post.get("id").asString(), post.get("holder"));
        part.remove(List.of("appointmentLetter", "delegatedAuthority", "delegatedLimit", "handoverNote"));
        part.putObject("holder").set("person", part.remove("person"));
        part.set("role", post.at("/role/value/role"));
        part.set("portfolio", post.at("/role/value/portfolio"));
        part.set("post", post.get("id"));
        part.set("title", post.at("/title/value"));
        return seen(asked, part);
    }

    private static ObjectNode seen(Asked asked, ObjectNode part) {
        new NaiveGrounds(asked.fold()).seen(part, asked.asOf());
        NaiveAlerts.add(asked, part);
        return part;
    }

    private static ObjectNode item(String name, List<ObjectNode> roles) {
        ObjectNode item = Words.JSON.createObjectNode();
        if (name.startsWith("1")) item.put("person", name.substring(1));
        else item.putNull("person").put("post", name.substring(1));
        ArrayNode all = item.putArray("roles");
        SortedSet<String> alerts = new TreeSet<>();
        int sum = 0;
        for (ObjectNode role : roles) {
            all.add(role);
            sum += role.path("timeCommitment").asInt(0);
            role.get("alerts").forEach(alert -> alerts.add(alert.asString()));
        }
        if (sum > 100) alerts.add("OVERCOMMITTED");
        boolean stated = roles.stream().anyMatch(role -> role.has("timeCommitment"));
        if (stated) item.put("timeCommitment", sum);
        else item.putNull("timeCommitment");
        item.set("alerts", Words.JSON.valueToTree(alerts));
        return item;
    }

    private static Optional<ObjectNode> nearApprovals(Asked asked) {
        List<ObjectNode> near = new ArrayList<>();
        for (String id : asked.fold().facts.ids("business-case"))
            asked.fold().state("business-case", id, asked.asOf()).ifPresent(businessCase -> {
                String initiative = businessCase.get("initiative").asString();
                if (!asked.is("initiative", businessCase.get("initiative"))) return;
                for (JsonNode outcome : businessCase.get("outcomes"))
                    if (APPROVALS.contains(outcome.at("/value/outcome").asString(""))
                            && PortfolioReads.sawIn(asked, initiative, outcome.get("since"))) {
                        ObjectNode item = near(asked, businessCase, outcome);
                        if (!item.get("changes").isEmpty()) near.add(item);
                    }
            });
        near.sort(Comparator.comparingLong(PartReads::place));
        ObjectNode view = Words.JSON.createObjectNode();
        near.forEach(view.putArray("items")::add);
        return Optional.of(view);
    }

    private static ObjectNode near(Asked asked, ObjectNode businessCase, JsonNode outcome) {
        ObjectNode part = PartReads.part(Long.toString(PartReads.place(outcome)), outcome);
        seen(asked, part);
        part.retain(
                "id",
                "board",
                "outcome",
                "finalApproval",
                "since",
                "fact",
                "inPlaceOf",
                "datePrecision",
                "inferred",
                "dateQualifier",
                "imprecise",
                "statedFrom",
                "unmetRules",
                "restsOn",
                "restsOnCorrected",
                "restsOnSuperseded",
                "contradictedBy",
                "alerts");
        part.set("initiative", businessCase.get("initiative"));
        part.set("businessCase", businessCase.get("id"));
        part.put("role", role(asked));
        LocalDate approved = LocalDate.parse(outcome.get("since").asString());
        int days = number(asked, "days", 90);
        ArrayNode changes = part.putArray("changes");
        Held before = null;
        for (Held tenure :
                NaiveTenures.of(asked.fold(), businessCase.get("initiative").asString(), role(asked), asked.asOf())) {
            boolean follows = before != null && tenure.from().equals(before.to());
            if (before != null && !follows) change(changes, before.to(), before, null, approved, days);
            if (before != null) change(changes, tenure.from(), follows ? before : null, tenure, approved, days);
            before = tenure;
        }
        if (before != null && before.to() != null) change(changes, before.to(), before, null, approved, days);
        return part;
    }

    private static void change(
            ArrayNode changes,
            @Nullable LocalDate on,
            @Nullable Held before,
            @Nullable Held after,
            LocalDate approved,
            int most) {
        long days = Objects.requireNonNull(on).toEpochDay() - approved.toEpochDay();
        if (Math.abs(days) > most) return;
        ObjectNode change = changes.addObject().put("on", on.toString()).put("days", days);
        if (before != null) change.set("before", before.holder());
        if (after != null) change.set("after", after.holder());
    }
}
