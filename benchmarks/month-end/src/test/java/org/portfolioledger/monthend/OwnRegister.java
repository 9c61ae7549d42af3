package org.portfolioledger.monthend;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A register of one run alone, with ids that no other run has: 40 programmes of four projects each in one portfolio, each
 * with an SRO, and a year in which each was rated at every month's end and known on the fifth of the next month.
 */
final class OwnRegister {

    private static final int INITIATIVES = 200;
    private static final int OF_ONE_PROGRAMME = 5;
    private static final List<String> CRITERIA = List.of("OVERALL", "DELIVERY", "COST", "RISKS");
    private static final List<String> RATINGS = List.of("GREEN", "GREEN", "GREEN", "AMBER", "AMBER", "RED");
    private static final List<String> ASSESSORS = List.of("SRO", "PORTFOLIO_OFFICE");

    private final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private final YearMonth firstMonth = YearMonth.now().minusMonths(15);
    private final LocalDate firstDay = LocalDate.now().minusDays(80);

    String id() {
        return "ME-" + run;
    }

    String portfolio() {
        return "PF-ME-" + run;
    }

    String initiative(int number) {
        return "%s-ME-%s-%03d".formatted(isProgramme(number) ? "PG" : "PJ", run, number);
    }

    /** Some initiatives, which are one person's own. */
    List<String> some(Random random, int many) {
        return random.ints(many, 0, INITIATIVES).mapToObj(this::initiative).toList();
    }

    /** The first of the days for which is rated under load; whatever was imported is for earlier ones. */
    LocalDate firstDay() {
        return firstDay;
    }

    /** Ends of months that lie a while back, each with the day on which its ratings were known, and the one before it. */
    List<Map<String, Object>> pastMonths() {
        return months().skip(1)
                .map(month -> Map.<String, Object>of(
                        "asOf", month.atEndOfMonth().toString(),
                        "knownAt", knownOn(month).toString(),
                        "before",
                                "%s@%s".formatted(month.minusMonths(1).atEndOfMonth(), knownOn(month.minusMonths(1)))))
                .toList();
    }

    /** What makes the register: one import, of which the last line ends the migration. */
    String file() {
        List<String> lines = new ArrayList<>();
        LocalDate begun = firstMonth.atDay(1);
        add(lines, begun, begun, "/registers", """
                "id": "%s", "name": "Month end %s\"""".formatted(id(), run));
        add(lines, begun, begun, "/portfolios", """
                "id": "%s", "register": "%s", "name": "Change\"""".formatted(portfolio(), id()));
        add(lines, begun, begun, "/portfolios/%s/rating-schemes".formatted(portfolio()), """
                "scheme": "RAG", "criteria": ["%s"], "ratings": [{"rating": "GREEN", "definition": "on target"}, \
                {"rating": "AMBER", "definition": "slipping"}, {"rating": "RED", "definition": "off target"}]""".formatted(
                        String.join("\", \"", CRITERIA)));
        for (int number = 0; number < INITIATIVES; number++) open(lines, begun, number);
        months().forEach(month -> {
            for (int number = 0; number < INITIATIVES; number++)
                add(
                        lines,
                        month.atEndOfMonth(),
                        knownOn(month),
                        "/initiatives/%s/rag-assessments".formatted(initiative(number)),
                        rating(
                                "OVERALL",
                                RATINGS.get((number + month.getMonthValue()) % RATINGS.size()),
                                "PORTFOLIO_OFFICE",
                                number));
        });
        lines.add("""
                {"key": "live-%s", "post": "/api/v1/registers/%s/going-live", "body": {}}""".formatted(run, id()));
        return String.join("\n", lines);
    }

    /** Ratings without end: of some initiative, for a day for which it has none, each with a key of its own. */
    Iterator<Map<String, Object>> ratings() {
        Random random = new Random();
        int[] days = new int[INITIATIVES];
        return Stream.generate(() -> {
                    int number = random.nextInt(INITIATIVES);
                    String assessor = any(random, ASSESSORS);
                    String criterion = any(random, CRITERIA);
                    LocalDate day = firstDay.plusDays(days[number]++);
                    return Map.<String, Object>of(
                            "initiative", initiative(number),
                            "user", assessor.equals("SRO") ? sro(number) : "office",
                            "rating", criterion + ":" + assessor,
                            "day", day.toString(),
                            "key", UUID.randomUUID().toString(),
                            "body",
                                    "{%s, \"effectiveOn\": \"%s\"}"
                                            .formatted(
                                                    rating(
                                                            criterion,
                                                            any(random, RATINGS),
                                                            assessor,
                                                            random.nextInt(100)),
                                                    day));
                })
                .iterator();
    }

    private void open(List<String> lines, LocalDate begun, int number) {
        boolean programme = isProgramme(number);
        add(lines, begun, begun, "/initiatives", """
                "id": "%s", "register": "%s", "level": "%s", "name": "%s %03d", "placement": {"%s": "%s"}""".formatted(
                        initiative(number),
                        id(),
                        programme ? "PROGRAMME" : "PROJECT",
                        programme ? "Programme" : "Project",
                        number,
                        programme ? "portfolio" : "parent",
                        programme ? portfolio() : initiative(number - number % OF_ONE_PROGRAMME)));
        add(lines, begun, begun, "/initiatives/%s/appointments".formatted(initiative(number)), """
                "id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-%s"}, \
                "appointmentLetter": "ME/%s", "expectedEnd": "%s", "timeCommitment": 5""".formatted(
                        sro(number), number, begun.plusYears(4)));
    }

    private void add(List<String> lines, LocalDate effectiveOn, LocalDate knownAt, String path, String members) {
        lines.add("""
                {"key": "%s-%s", "post": "/api/v1%s", "body": {%s, "effectiveOn": "%s", "knownAt": "%s"}}""".formatted(run, lines.size(), path, members, effectiveOn, knownAt));
    }

    private static String rating(String criterion, String rating, String assessor, int number) {
        return """
                "scheme": "RAG", "criterion": "%s", "rating": "%s", "assessor": "%s", "rationale": "Milestone %s of 120 \
                was met; spend is %s %% off the plan; the team and its supplier reviewed the risks\"""".formatted(criterion, rating, assessor, number, number % 7);
    }

    private Stream<YearMonth> months() {
        return IntStream.range(0, 12).mapToObj(firstMonth::plusMonths);
    }

    private static LocalDate knownOn(YearMonth month) {
        return month.plusMonths(1).atDay(5);
    }

    private static String sro(int number) {
        return number % 2 == 0 ? "sro1" : "sro2";
    }

    private static boolean isProgramme(int number) {
        return number % OF_ONE_PROGRAMME == 0;
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
