package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RecommendationRef;
import org.portfolioledger.vocabulary.Source;

/** Makes facts of a family about the few entities of a register, for days in no order. */
abstract class HostileFamily {

    /** All hostile facts, of which these are some. */
    final HostileFacts all;

    final Random random;
    final Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers = new LinkedHashMap<>();

    /** A family puts its makers on record when it is made, in the order in which facts of its types are picked. */
    HostileFamily(HostileFacts all) {
        this.all = all;
        this.random = all.random();
    }

    /** The type of all its facts. */
    abstract Class<? extends GovernanceFact> facts();

    /** The name of the kind of entity that they concern. */
    abstract String kind();

    /** The entities of which they are; null: initiatives, or a register. */
    @Nullable
    Some some() {
        return null;
    }

    /**
     * Some entities of a kind.
     *
     * @param prefix of their ids
     * @param count of each register
     * @param opening the type of the facts that open them
     */
    record Some(String prefix, int count, Class<? extends GovernanceFact> opening) {

        String id(String register, int n) {
            return prefix + "-" + register + "-" + n;
        }
    }

    /** An id of a kind in the register of another id. */
    final String near(String kind, String id) {
        return all.entity(kind, register(id));
    }

    /** The same, of a number. */
    final String near(String kind, String id, int n) {
        return all.entity(kind, register(id), n);
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    static String register(String id) {
        return id.split("-", -1)[1];
    }

    final String board(String near, int n) {
        return near("board", near, n);
    }

    List<Dissent> dissent() {
        return random.nextBoolean() ? List.of() : List.of(new Dissent("P-3", maybe("too dear")));
    }

    RecommendationRef recommendation(String id) {
        return new RecommendationRef(near("review", id), recommended());
    }

    String recommended() {
        return "R" + random.nextInt(3);
    }

    List<Citation> evidence(String id) {
        return random.nextBoolean() ? List.of() : List.of(citation(id));
    }

    Citation citation(String id) {
        return random.nextInt(3) == 0 ? new Citation(null, "Minutes") : new Citation(near("document", id), null);
    }

    String hash() {
        return Integer.toString(random.nextInt(4)).repeat(64);
    }

    /** Mostly exact days; now and then far away, or no more than a month or a year. */
    Provenance on() {
        LocalDate day = day();
        return switch (random.nextInt(12)) {
            case 0 -> Provenance.on(day.plusYears(20));
            case 1 -> {
                DatePrecision precision = any(DatePrecision.values());
                yield new Provenance(precision.firstDay(day), precision, null, null, null, null);
            }
            case 2 -> new Provenance(day, null, true, "not in the paper", any(DateQualifier.values()), null);
            default -> Provenance.on(day);
        };
    }

    LocalDate day() {
        return HostileFacts.FIRST_DAY.plusDays(random.nextInt(HostileFacts.DAYS));
    }

    String name() {
        return "Name " + random.nextInt(5);
    }

    String scheme() {
        return any("MPS_2011", "GMPP");
    }

    Holder holder() {
        return new Holder("P-" + random.nextInt(4), maybe("Commander"));
    }

    Money money() {
        return new Money(
                BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(9))),
                "GBP",
                PriceBasis.NOMINAL,
                null,
                Confidence.VALIDATED);
    }

    Paper paper() {
        return new Paper(hash(), name(), null, null);
    }

    List<Paper> papers() {
        return random.nextBoolean() ? List.of() : List.of(paper());
    }

    SortedMap<String, String> attributes() {
        return random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("value", name(), "note", "x"));
    }

    /** One of them, or both. */
    List<String> texts(String one, String other) {
        return random.nextBoolean() ? List.of(one) : List.of(one, other);
    }

    <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    final <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** Often on one of a few days, so that sources meet. */
    final Provenance sourced() {
        LocalDate day = random.nextBoolean() ? HostileFacts.FIRST_DAY.plusDays(random.nextInt(3)) : day();
        DatePrecision precision = random.nextInt(10) == 0 ? any(DatePrecision.values()) : null;
        Source source = random.nextInt(3) == 0 ? null : new Source(any("Report", "Audit"), null, null);
        return new Provenance(precision == null ? day : precision.firstDay(day), precision, null, null, null, source);
    }
}
