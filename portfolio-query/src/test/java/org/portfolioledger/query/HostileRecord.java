package org.portfolioledger.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/**
 * Writes registers into a ledger in no order of time: back-dated, future-dated, many of one day, moved, closed, corrected,
 * corrections corrected and retracted; two registers are migrated, one is live. Notes each fact as it goes.
 */
final class HostileRecord {

    static final List<String> REGISTERS = List.of("MPS", "GMPP", "LIVE");
    static final int PORTFOLIOS = 2;
    static final int INITIATIVES = 5;
    static final LocalDate FIRST_DAY = LocalDate.of(2011, 6, 1);
    static final int DAYS = 20;

    private final Random random;
    private final Ledger ledger;
    private final History history;
    private final List<Noted> noted = new ArrayList<>();
    private Instant knownAt = Instant.parse("2011-05-20T09:00:00Z");

    HostileRecord(Random random, Ledger ledger, History history) {
        this.random = random;
        this.ledger = ledger;
        this.history = history;
    }

    List<Noted> write(int facts) {
        for (String register : REGISTERS) {
            for (int n = 0; n < PORTFOLIOS; n++) add(register, portfolio(register, n));
            for (int n = 0; n < INITIATIVES; n++) add(register, opened(register, n));
        }
        while (noted.size() < facts) {
            String register = any(REGISTERS);
            if (random.nextInt(100) < 40) correct(register);
            else add(register, any(register, random.nextInt(INITIATIVES)));
        }
        return noted;
    }

    private void add(String register, GovernanceFact fact) {
        Instant stated = stated(register);
        history.in(register);
        note(stated == null ? history.append(fact) : history.known(stated.toString(), fact), 0, fact);
    }

    /** Any fact or correction of the register; only what opens is never retracted, as the rules would have it. */
    private void correct(String register) {
        Noted target = any(
                noted.stream().filter(each -> each.register().equals(register)).toList());
        GovernanceFact root = root(target).content();
        boolean opens = root instanceof InitiativeOpened || root instanceof PortfolioOpened;
        boolean retracted = random.nextInt(100) < 40 && (target.corrects() != 0 || !opens);
        GovernanceFact instead = retracted ? null : instead(register, root);
        history.in(register);
        note(history.correct(stated(register), target.position(), "mended", instead), target.position(), instead);
    }

    private Noted root(Noted fact) {
        return fact.corrects() == 0
                ? fact
                : root(noted.stream()
                        .filter(each -> each.position() == fact.corrects())
                        .findFirst()
                        .orElseThrow());
    }

    private void note(long place, long corrects, @Nullable GovernanceFact says) {
        StoredEvent stored = ledger.at(place).orElseThrow();
        noted.add(new Noted(place, stored.register(), stored.stream(), stored.knownAt(), corrects, says));
    }

    /** Often the same instant as before; null where the register is live. */
    private @Nullable Instant stated(String register) {
        if (register.equals("LIVE")) return null;
        if (random.nextBoolean()) knownAt = knownAt.plusSeconds(random.nextInt(60_000));
        return knownAt;
    }

    private GovernanceFact any(String register, int n) {
        String id = initiative(register, n);
        return switch (random.nextInt(9)) {
            case 0 -> new InitiativeRenamed(id, name(), null, on());
            case 1, 2 -> new InitiativeMoved(id, placement(register, n), null, on());
            case 3 -> new InitiativeOwnersChanged(id, owners(), null, on());
            case 4 -> new InitiativeClosed(id, "done", List.of(), on());
            case 5, 6 -> appointed(id);
            case 7 -> new AppointmentEnded(id, appointment(), "left", on());
            default -> rated(id);
        };
    }

    /** Another fact of the same kind about the same thing. */
    private GovernanceFact instead(String register, @Nullable GovernanceFact root) {
        return switch (root) {
            case PortfolioOpened opened -> portfolio(register, number(opened.portfolio()));
            case InitiativeOpened opened -> opened(register, number(opened.initiative()));
            case InitiativeRenamed renamed -> new InitiativeRenamed(renamed.initiative(), name(), null, on());
            case InitiativeMoved moved ->
                new InitiativeMoved(moved.initiative(), placement(register, number(moved.initiative())), null, on());
            case InitiativeOwnersChanged changed ->
                new InitiativeOwnersChanged(changed.initiative(), owners(), null, on());
            case InitiativeClosed closed -> new InitiativeClosed(closed.initiative(), "ended", List.of(), on());
            case RoleAppointed role -> appointed(role.initiative());
            case AppointmentEnded ended -> new AppointmentEnded(ended.initiative(), appointment(), "left", on());
            case RagAssessed assessed -> rated(assessed.initiative());
            case null, default -> throw new AssertionError("nothing can stand for " + root);
        };
    }

    static String portfolioId(String register, int n) {
        return "PF-" + register + "-" + n;
    }

    static String initiative(String register, int n) {
        return "PG-" + register + "-" + n;
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    private GovernanceFact portfolio(String register, int n) {
        return new PortfolioOpened(
                portfolioId(register, n), register, name(), null, null, List.of(), new TreeMap<>(), on());
    }

    private GovernanceFact opened(String register, int n) {
        return new InitiativeOpened(
                initiative(register, n),
                register,
                any(List.of(InitiativeLevel.values())),
                name(),
                null,
                null,
                random.nextInt(8) == 0 ? null : placement(register, n),
                owners(),
                List.of(),
                new TreeMap<>(),
                on());
    }

    /** In a portfolio, under an initiative before it (so that none is above itself), or nowhere. */
    private Placement placement(String register, int n) {
        if (n > 0 && random.nextInt(3) == 0) return new Placement(initiative(register, random.nextInt(n)), null);
        return new Placement(null, random.nextInt(6) == 0 ? null : portfolioId(register, random.nextInt(PORTFOLIOS)));
    }

    private RoleAppointed appointed(String initiative) {
        AppointmentKind kind =
                any(List.of(AppointmentKind.SUBSTANTIVE, AppointmentKind.ACTING, AppointmentKind.VACANT));
        Holder holder = kind == AppointmentKind.VACANT ? null : new Holder("P-" + random.nextInt(4), null);
        Role role = random.nextInt(3) == 0 ? any(List.of(Role.values())) : Role.SRO;
        return new RoleAppointed(initiative, appointment(), role, kind, holder, null, null, null, null, on());
    }

    private RagAssessed rated(String initiative) {
        return new RagAssessed(
                initiative,
                "MPS_2011",
                1,
                any(List.of("OVERALL", "COST")),
                any(List.of(RagRating.GREEN, RagRating.AMBER, RagRating.RED)),
                any(List.of(Assessor.PORTFOLIO_OFFICE, Assessor.SRO)),
                "because " + random.nextInt(3),
                null,
                on());
    }

    private Provenance on() {
        int far = random.nextInt(20) == 0 ? 365 * 20 : 0;
        return Provenance.on(FIRST_DAY.plusDays(random.nextInt(DAYS) + far));
    }

    private String name() {
        return "Name " + random.nextInt(5);
    }

    private List<String> owners() {
        return random.nextBoolean() ? List.of("TP") : List.of("TP", "SCD");
    }

    private String appointment() {
        return "A" + random.nextInt(4);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
