package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.vocabulary.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about budget lines, and adds them up. */
final class NaiveBudget {

    static final Map<String, NaiveRead> READS = Map.of(
            "/api/v1/initiatives/{initiative}/budgets", NaiveBudget::ofInitiative,
            "/api/v1/portfolios/{portfolio}/budgets", NaiveBudget::ofPortfolio,
            "/api/v1/registers/{register}/budgets", NaiveBudget::ofRegister,
            "/api/v1/portfolios/{portfolio}/budget-totals", NaiveBudget::totalsOfPortfolio,
            "/api/v1/registers/{register}/budget-totals", NaiveBudget::totalsOfRegister,
            "/api/v1/budgets/{budget}/timeline", NaiveBudget::timeline);

    private static final List<String> FIGURES = List.of("BUDGET", "FORECAST", "ACTUAL", "CONTINGENCY", "TARGET");

    private NaiveBudget() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case BudgetOpened opened -> {
                state.put("id", opened.budget()).put("register", opened.register());
                words.put(state, "name", opened.name());
                words.put(state, "kind", opened.kind());
                words.put(state, "subject", opened.subject());
                words.put(state, "managedUnder", opened.managedUnder());
                words.put(state, "attributes", opened.attributes());
                state.withObject("/figures");
                state.withObject("/preferred");
            }
            case BudgetFiguresStated stated -> {
                ObjectNode said = words.members("budget", "figure", "statedIn");
                Source paper = stated.provenance().source();
                if (paper != null) said.set("paper", Words.JSON.valueToTree(paper));
                say(state.withObject("/figures/" + stated.figure() + "/" + stated.statedIn()), words.ground(said));
            }
            case BudgetFiguresWithdrawn withdrawn -> {
                ObjectNode said = object().put("withdrawn", withdrawn.reason());
                said.putArray("money");
                Source paper = withdrawn.provenance().source();
                if (paper != null) said.set("paper", Words.JSON.valueToTree(paper));
                say(
                        state.withObject("/figures/" + withdrawn.figure() + "/" + withdrawn.statedIn()),
                        words.ground(said));
            }
            case BudgetSourcePreferred one ->
                words.put(state.withObject("/preferred"), one.figure().name(), words.members("budget", "figure"));
            case BudgetEnvelopeSet _ -> words.put(state, "envelope", words.members("budget"));
            case BudgetEnded ended -> words.put(state, "closure", ended.reason());
            default -> throw new AssertionError(words);
        }
    }

    private static void say(ObjectNode source, ObjectNode now) {
        ArrayNode earlier = source.withArray("/earlier");
        if (source.has("last")) earlier.add(source.get("last"));
        source.set("last", now);
    }

    /** What may be added up: empty texts stand for what is not stated. */
    private record Cell(String year, String currency, String basis, String priceYear) {

        static final Comparator<Cell> ORDER = Comparator.comparing((Cell cell) -> cell.year.isEmpty())
                .thenComparing(Cell::year)
                .thenComparing(Cell::currency)
                .thenComparingInt(
                        cell -> List.of("NOMINAL", "REAL", "NOT_STATED").indexOf(cell.basis))
                .thenComparing(Cell::priceYear);

        static Cell of(@Nullable String year, JsonNode money) {
            return new Cell(
                    year == null ? "" : year,
                    money.get("currency").asString(),
                    money.get("priceBasis").asString(),
                    money.path("priceYear").asString(""));
        }

        ObjectNode put(ObjectNode into) {
            if (!year.isEmpty()) into.put("year", year);
            into.put("currency", currency).put("priceBasis", basis);
            if (!priceYear.isEmpty()) into.put("priceYear", priceYear);
            return into;
        }
    }

    private record Said(String source, Cell cell, BigDecimal number, long fact) {}

    /** A number with all that it was made from. */
    private record Made(BigDecimal number, List<String> sources, List<Long> facts) {

        static final Made NOTHING = new Made(BigDecimal.ZERO, List.of(), List.of());

        Made plus(Made other) {
            SortedSet<String> both = new TreeSet<>(sources);
            both.addAll(other.sources);
            SortedSet<Long> all = new TreeSet<>(facts);
            all.addAll(other.facts);
            return new Made(number.add(other.number), List.copyOf(both), List.copyOf(all));
        }
    }

    /** By year what sources say of a figure, of which the preferred alone is heard. */
    private static SortedMap<String, List<Said>> said(JsonNode line, String figure) {
        TreeMap<String, List<Said>> years =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.<String>naturalOrder()));
        String only = line.at("/preferred/" + figure + "/value/statedIn").asString("");
        new TreeMap<>(Map.copyOf(asMap(line.path("figures").path(figure)))).forEach((source, stated) -> {
            if (!only.isEmpty() && !only.equals(source)) return;
            JsonNode last = stated.get("last");
            for (JsonNode one : last.at("/value/money")) {
                Cell cell = Cell.of(one.path("year").asString(null), one.get("money"));
                years.computeIfAbsent(cell.year(), _ -> new ArrayList<>())
                        .add(new Said(
                                source,
                                cell,
                                one.at("/money/amount").decimalValue(),
                                last.get("fact").asLong()));
            }
        });
        return years;
    }

    private static Map<String, JsonNode> asMap(JsonNode object) {
        Map<String, JsonNode> map = new TreeMap<>();
        object.properties().forEach(member -> map.put(member.getKey(), member.getValue()));
        return map;
    }

    private static boolean agree(List<Said> said) {
        Said first = said.getFirst();
        return said.stream()
                .allMatch(one -> one.cell().equals(first.cell()) && one.number().compareTo(first.number()) == 0);
    }

    private static SortedMap<Cell, Made> own(JsonNode line, String figure) {
        TreeMap<Cell, Made> own = new TreeMap<>(Cell.ORDER);
        said(line, figure).values().forEach(said -> {
            if (agree(said))
                own.put(
                        said.getFirst().cell(),
                        new Made(
                                said.getFirst().number(),
                                said.stream().map(Said::source).toList(),
                                said.stream().map(Said::fact).toList()));
        });
        return own;
    }

    static boolean isContradictory(JsonNode line) {
        return FIGURES.stream()
                .anyMatch(figure -> said(line, figure).values().stream().anyMatch(said -> !agree(said)));
    }

    /** Those that have not ended, of a register. */
    private static Map<String, ObjectNode> open(Asked asked) {
        Map<String, ObjectNode> open = new TreeMap<>();
        for (String id : asked.fold().facts.ids("budget"))
            asked.fold()
                    .state("budget", id, asked.asOf())
                    .filter(line -> !line.has("closure"))
                    .ifPresent(line -> open.put(id, line));
        return open;
    }

    /** Under which of some lines one is managed, unless it would be under itself. */
    private static @Nullable String above(Map<String, ObjectNode> lines, String id) {
        List<String> way = new ArrayList<>();
        String next = id;
        while (next != null && !way.contains(next)) {
            way.add(next);
            JsonNode line = lines.get(next);
            String up = line == null ? null : line.at("/managedUnder/value").asString(null);
            next = up == null || !lines.containsKey(up) ? null : up;
        }
        return id.equals(next) || way.size() < 2 ? null : way.get(1);
    }

    private static List<String> under(Map<String, ObjectNode> lines, String id) {
        return lines.keySet().stream()
                .filter(line -> id.equals(above(lines, line)))
                .toList();
    }

    private static SortedMap<Cell, Made> below(Map<String, ObjectNode> lines, String id, String figure) {
        TreeMap<Cell, Made> below = new TreeMap<>(Cell.ORDER);
        for (String line : under(lines, id))
            counted(lines, line, figure)
                    .forEach((cell, made) -> below.merge(cell, Made.NOTHING.plus(made), Made::plus));
        return below;
    }

    private static SortedMap<Cell, Made> counted(Map<String, ObjectNode> lines, String id, String figure) {
        ObjectNode line = Objects.requireNonNull(lines.get(id));
        SortedMap<Cell, Made> counted = own(line, figure);
        var stated = said(line, figure).keySet();
        below(lines, id, figure).forEach((cell, made) -> {
            if (!stated.contains(cell.year())) counted.put(cell, made);
        });
        return counted;
    }

    private static ObjectNode beside(ObjectNode into, Made number, Made budget) {
        BigDecimal above = number.number().subtract(budget.number());
        into.put("number", number.number()).put("budget", budget.number()).put("above", above);
        if (budget.number().signum() != 0)
            into.put("percent", above.movePointRight(2).divide(budget.number(), 1, RoundingMode.HALF_UP));
        ArrayNode facts = into.putArray("facts");
        Made.NOTHING.plus(number).plus(budget).facts().stream().limit(100).forEach(facts::add);
        return into;
    }

    private static ObjectNode object() {
        return Words.JSON.createObjectNode();
    }

    /** Adds what is shown of a line besides, of lines among which are those managed under it. */
    private static void show(ObjectNode line, Map<String, ObjectNode> lines) {
        String id = line.get("id").asString();
        line.put("open", !line.has("closure"));
        ObjectNode counted = line.putObject("counted");
        ArrayNode contradictions = line.putArray("contradictions");
        ArrayNode variances = line.putArray("variances");
        for (String figure : FIGURES) {
            if (!line.get("figures").has(figure)) continue;
            ArrayNode all = counted.putArray(figure);
            own(line, figure).forEach((cell, made) -> {
                ObjectNode one = cell.put(all.addObject()).put("number", made.number());
                made.sources().forEach(one.withArray("/statedIn")::add);
                made.facts().forEach(one.withArray("/facts")::add);
            });
            said(line, figure).forEach((year, said) -> {
                if (agree(said)) return;
                ObjectNode one = contradictions.addObject().put("figure", figure);
                if (!year.isEmpty()) one.put("year", year);
                for (Said each : said)
                    each.cell()
                            .put(one.withArray("/figures").addObject())
                            .put("statedIn", each.source())
                            .put("number", each.number())
                            .put("fact", each.fact());
            });
        }
        SortedMap<Cell, Made> budgets = own(line, "BUDGET");
        for (String figure : List.of("FORECAST", "ACTUAL"))
            own(line, figure).forEach((cell, made) -> {
                if (budgets.containsKey(cell))
                    beside(cell.put(variances.addObject().put("figure", figure)), made, budgets.get(cell));
            });
        ArrayNode managed = line.putArray("managed");
        ArrayNode over = line.putArray("overProgramming");
        if (lines.containsKey(id)) {
            under(lines, id).forEach(managed::add);
            below(lines, id, "BUDGET").forEach((cell, made) -> {
                if (budgets.containsKey(cell)) beside(cell.put(over.addObject()), made, budgets.get(cell));
            });
        }
        BigDecimal left = left(line);
        if (left != null) line.put("envelopeLeft", left);
    }

    private static @Nullable BigDecimal left(JsonNode line) {
        JsonNode envelope = line.at("/envelope/value");
        if (!envelope.has("firstYear")) return null;
        BigDecimal left = envelope.at("/money/amount").decimalValue();
        int first = Integer.parseInt(envelope.get("firstYear").asString().substring(0, 4));
        Cell prices = Cell.of(null, envelope.get("money"));
        for (Map.Entry<Cell, Made> one : own(line, "BUDGET").entrySet()) {
            Cell cell = one.getKey();
            if (cell.year().isEmpty() || !new Cell("", cell.currency(), cell.basis(), cell.priceYear()).equals(prices))
                continue;
            int year = Integer.parseInt(cell.year().substring(0, 4));
            if (year >= first && year < first + envelope.get("years").asInt())
                left = left.subtract(one.getValue().number());
        }
        return left;
    }

    static SortedSet<String> alerts(JsonNode line) {
        SortedSet<String> alerts = new TreeSet<>();
        if (line.has("closure")) return alerts;
        if (isContradictory(line)) alerts.add("BUDGET_SOURCES_CONTRADICT");
        SortedMap<Cell, Made> budgets = own(line, "BUDGET");
        for (String figure : List.of("FORECAST", "ACTUAL"))
            own(line, figure).forEach((cell, made) -> {
                if (budgets.containsKey(cell)
                        && made.number().compareTo(budgets.get(cell).number()) > 0)
                    alerts.add(figure + "_ABOVE_BUDGET");
            });
        BigDecimal left = left(line);
        if (left != null && left.signum() < 0) alerts.add("BUDGETS_ABOVE_ENVELOPE");
        return alerts;
    }

    /** Adds what is shown of a line on a day. */
    static void show(Asked asked, ObjectNode line) {
        show(line, open(asked));
    }

    private static boolean isOf(JsonNode line, List<String> initiatives, String portfolio) {
        JsonNode subject = line.at("/subject/value");
        return initiatives.contains(subject.path("initiative").asString(""))
                || (!portfolio.isEmpty()
                        && portfolio.equals(subject.path("portfolio").asString("")));
    }

    private static Optional<ObjectNode> ofInitiative(Asked asked) {
        return list(asked, line -> isOf(line, List.of(asked.name("initiative")), ""));
    }

    private static Optional<ObjectNode> ofPortfolio(Asked asked) {
        return list(asked, line -> isOf(line, members(asked), asked.name("portfolio")));
    }

    private static Optional<ObjectNode> ofRegister(Asked asked) {
        return list(asked, line -> isOfRegister(asked, line));
    }

    private static boolean isOfRegister(Asked asked, JsonNode line) {
        return line.get("register").asString().equals(asked.name("register"));
    }

    private static List<String> members(Asked asked) {
        return new NaivePlacement(asked.fold(), asked.asOf()).members(asked.name("portfolio"));
    }

    private static Optional<ObjectNode> list(Asked asked, Predicate<JsonNode> isOf) {
        ArrayNode items = Words.JSON.createArrayNode();
        String contradictory = asked.filters().get("contradictory");
        String counts = asked.filters().get("counts");
        Map<String, ObjectNode> every = every(asked);
        List<String> own = own(every, isOf);
        Map<String, ObjectNode> lines = atHand(every, own);
        for (String id : own) {
            ObjectNode line = EntityReads.shown(asked, "budget", id).orElseThrow();
            boolean alone = lines.containsKey(id) && above(lines, id) == null;
            if (asked.is("kind", line.at("/kind/value"))
                    && NaiveMeasure.isOpenAsAsked(asked, line)
                    && NaiveSums.isAskedFor(asked, line)
                    && (counts == null || counts.equals("TRUE") == alone)
                    && (contradictory == null || contradictory.equals("TRUE") == isContradictory(line)))
                items.add(line);
        }
        return EntityReads.page(asked, items);
    }

    private static Map<String, ObjectNode> every(Asked asked) {
        Map<String, ObjectNode> every = new TreeMap<>();
        for (String id : asked.fold().facts.ids("budget"))
            asked.fold().state("budget", id, asked.asOf()).ifPresent(line -> every.put(id, line));
        return every;
    }

    private static List<String> own(Map<String, ObjectNode> every, Predicate<JsonNode> isOf) {
        return every.keySet().stream()
                .filter(id -> isOf.test(Objects.requireNonNull(every.get(id))))
                .toList();
    }

    /** Those that have not ended of some lines and of all that are managed under these. */
    private static Map<String, ObjectNode> atHand(Map<String, ObjectNode> every, List<String> own) {
        SortedSet<String> atHand = new TreeSet<>(own);
        boolean more = true;
        while (more) {
            more = false;
            for (String id : every.keySet())
                if (atHand.contains(every.get(id).at("/managedUnder/value").asString(""))) more |= atHand.add(id);
        }
        Map<String, ObjectNode> lines = new TreeMap<>();
        atHand.forEach(id -> {
            ObjectNode line = Objects.requireNonNull(every.get(id));
            if (!line.has("closure")) lines.put(id, line);
        });
        return lines;
    }

    private static Optional<ObjectNode> totalsOfPortfolio(Asked asked) {
        List<String> members = members(asked);
        return totals(asked, line -> isOf(line, members, asked.name("portfolio")));
    }

    private static Optional<ObjectNode> totalsOfRegister(Asked asked) {
        return totals(asked, line -> isOfRegister(asked, line));
    }

    /** The lines that count on their own: of those asked for, those under no other that is at hand. */
    private static List<String> top(Asked asked, Map<String, ObjectNode> lines, List<String> own) {
        return own.stream()
                .filter(lines::containsKey)
                .filter(id -> above(lines, id) == null)
                .filter(id ->
                        asked.is("kind", Objects.requireNonNull(lines.get(id)).at("/kind/value")))
                .filter(id -> NaiveSums.isAskedFor(asked, Objects.requireNonNull(lines.get(id))))
                .toList();
    }

    /** A line of the answer, before it is written. */
    private static final class Sum {
        private final TreeMap<String, Made> figures = new TreeMap<>(Comparator.comparingInt(FIGURES::indexOf));
        private Made forecast = Made.NOTHING;
        private Made forecastBudget = Made.NOTHING;
        private Made managed = Made.NOTHING;
        private Made managedBudget = Made.NOTHING;
        private boolean varies;
        private boolean manages;
    }

    private record Row(Cell cell, int level, String kind, List<String> groups) {

        static final Comparator<Row> ORDER = Comparator.comparing(Row::cell, Cell.ORDER)
                .thenComparing(row -> row.level != 0)
                .thenComparingInt(row -> List.of("REVENUE", "CAPITAL", "").indexOf(row.kind))
                .thenComparingInt(Row::level)
                .thenComparing(row -> String.join("\0", row.groups));
    }

    private static Optional<ObjectNode> totals(Asked asked, Predicate<JsonNode> isOf) {
        Map<String, ObjectNode> every = every(asked);
        List<String> own = own(every, isOf);
        Map<String, ObjectNode> lines = atHand(every, own);
        List<String> top = top(asked, lines, own);
        TreeMap<Row, Sum> rows = new TreeMap<>(Row.ORDER);
        for (String id : top) {
            String kind =
                    Objects.requireNonNull(lines.get(id)).at("/kind/value").asString("");
            List<String> groups = NaiveSums.groups(asked, Objects.requireNonNull(lines.get(id)));
            for (String figure : FIGURES)
                counted(lines, id, figure)
                        .forEach((cell, made) -> each(rows, cell, kind, groups)
                                .forEach(sum -> sum.figures.merge(figure, Made.NOTHING.plus(made), Made::plus)));
            SortedMap<Cell, Made> budgets = counted(lines, id, "BUDGET");
            counted(lines, id, "FORECAST").forEach((cell, made) -> {
                if (!budgets.containsKey(cell)) return;
                for (Sum sum : each(rows, cell, kind, groups)) {
                    sum.varies = true;
                    sum.forecast = sum.forecast.plus(made);
                    sum.forecastBudget = sum.forecastBudget.plus(budgets.get(cell));
                }
            });
            SortedMap<Cell, Made> stated = own(lines.get(id), "BUDGET");
            below(lines, id, "BUDGET").forEach((cell, made) -> {
                if (!stated.containsKey(cell)) return;
                for (Sum sum : each(rows, cell, kind, groups)) {
                    sum.manages = true;
                    sum.managed = sum.managed.plus(made);
                    sum.managedBudget = sum.managedBudget.plus(stated.get(cell));
                }
            });
        }
        Map<String, String> filters = NaiveSums.with(asked.filters(), "counts", "TRUE");
        filters.keySet().removeAll(List.of("year", "level"));
        ObjectNode answer = object().put("budgets", top.size()).put("href", href(asked, filters));
        answer.put(
                "contradicting",
                top.stream()
                        .filter(id -> isContradictory(Objects.requireNonNull(lines.get(id))))
                        .count());
        ArrayNode items = answer.putArray("items");
        rows.forEach((row, sum) -> {
            ObjectNode item = written(row, sum);
            Map<String, String> of = new TreeMap<>(filters);
            if (row.level() > 0) of.put("kind", row.kind().isEmpty() ? "NOT_STATED" : row.kind());
            if (row.level() == 2) of.put("businessGroups", NaiveSums.together(row.groups()));
            item.put("href", href(asked, of));
            String year = asked.filters().get("year");
            if ((year == null || year.equals(row.cell().year())) && asked.is("level", item.get("level")))
                items.add(item);
        });
        return Optional.of(answer);
    }

    private static List<Sum> each(Map<Row, Sum> rows, Cell cell, String kind, List<String> groups) {
        return List.of(
                rows.computeIfAbsent(new Row(cell, 0, "", List.of()), _ -> new Sum()),
                rows.computeIfAbsent(new Row(cell, 1, kind, List.of()), _ -> new Sum()),
                rows.computeIfAbsent(new Row(cell, 2, kind, groups), _ -> new Sum()));
    }

    private static String href(Asked asked, Map<String, String> filters) {
        return NaiveSums.href(asked, NaiveSums.whole(asked) + "/budgets", filters);
    }

    private static ObjectNode written(Row row, Sum sum) {
        ObjectNode item =
                object().put("level", List.of("YEAR", "KIND", "BUSINESS_GROUP").get(row.level()));
        row.cell().put(item);
        if (!row.kind().isEmpty()) item.put("kind", row.kind());
        if (row.level() == 2) item.set("businessGroups", Words.JSON.valueToTree(row.groups()));
        ObjectNode figures = item.putObject("figures");
        sum.figures.forEach((figure, made) -> {
            ObjectNode one = figures.putObject(figure).put("number", made.number());
            one.set(
                    "facts",
                    Words.JSON.valueToTree(made.facts().stream().limit(100).toList()));
        });
        if (sum.varies) item.set("variance", beside(object(), sum.forecast, sum.forecastBudget));
        if (sum.manages) item.set("overProgramming", beside(object(), sum.managed, sum.managedBudget));
        return item;
    }

    private static Optional<ObjectNode> timeline(Asked asked) {
        ObjectNode page = object();
        ArrayNode items = page.putArray("items");
        for (NaiveFold.Segment segment : asked.fold().segments("budget", asked.name("budget"))) {
            ObjectNode item = items.addObject().put("from", segment.from().toString());
            item.put("to", segment.to() == null ? null : segment.to().toString());
            LocalDate day = segment.from();
            ObjectNode line =
                    new NaiveGrounds(asked.fold()).seen(segment.state().deepCopy(), day);
            NaiveAlerts.add(asked.on(day), line);
            show(line, Map.of());
            item.set("budget", line);
        }
        return Optional.of(page);
    }
}
