package org.portfolioledger.query.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.History;
import org.portfolioledger.query.naive.HostileFamily.Some;
import org.portfolioledger.serialization.FactType;

/**
 * Writes registers into a ledger in no order of time: back-dated, future-dated, many of one day, corrected, corrections
 * corrected and retracted. One register migrates, one goes live, one was live from the start. Notes each fact as it goes.
 */
final class HostileRecord {

    /** The register that was live from the start. */
    static final String LIVE = "LIVE";

    private static final String GOES_LIVE = "MPS";
    static final List<String> REGISTERS = List.of(GOES_LIVE, "GMPP", LIVE);

    /** Types by which whole lists live. */
    private static final List<Class<? extends GovernanceFact>> OFTEN = List.of(
            RoleAppointed.class,
            RagAssessed.class,
            MilestonePlanned.class,
            BusinessCaseVersionRecorded.class,
            BusinessCaseSubmitted.class,
            BusinessCaseDecided.class);

    private final Random random;
    private final Ledger ledger;
    private final History history;
    private final HostileFacts facts;
    private final List<Noted> noted = new ArrayList<>();
    private final Set<String> live = new HashSet<>(Set.of(LIVE));
    private Instant knownAt = Instant.parse("2011-05-20T09:00:00Z");

    HostileRecord(Random random, Ledger ledger, History history) {
        this.random = random;
        this.ledger = ledger;
        this.history = history;
        this.facts = new HostileFacts(random);
    }

    List<Noted> write(int number) {
        for (String register : REGISTERS) {
            add(register, facts.of(RegisterOpened.class, register));
            for (Some some : facts.entities())
                for (int n = 0; n < some.count(); n++) add(register, facts.of(some.opening(), some.id(register, n)));
        }
        writeOneOfEach();
        List<Class<? extends GovernanceFact>> types = types();
        while (noted.size() < number) {
            String register = any(REGISTERS);
            Class<? extends GovernanceFact> type = any(random.nextInt(4) == 0 ? OFTEN : types);
            if (noted.size() > number / 2 && !live.contains(GOES_LIVE)) goLive();
            else if (random.nextInt(60) == 0) retractInitiative(register);
            else if (random.nextInt(50) == 0) addTogether(register, facts.approval(register));
            else if (random.nextInt(20) == 0) addTogether(register, some(types, register));
            else if (random.nextInt(100) < 40) correct(register);
            else add(register, facts.of(type, facts.entity(facts.kind(type), register)));
        }
        return noted;
    }

    /** In every register a fact of each type, and an approval. */
    void writeOneOfEach() {
        for (Class<? extends GovernanceFact> type : types())
            for (String register : REGISTERS) add(register, facts.of(type, facts.entity(facts.kind(type), register)));
        for (String register : REGISTERS) addTogether(register, facts.approval(register));
    }

    /** Types that may be on record more than once. */
    private List<Class<? extends GovernanceFact>> types() {
        return facts.types().stream()
                .filter(type -> !Opening.class.isAssignableFrom(type) && type != RegisterWentLive.class)
                .toList();
    }

    /** One to three facts of any types. */
    private List<GovernanceFact> some(List<Class<? extends GovernanceFact>> types, String register) {
        List<GovernanceFact> some = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            Class<? extends GovernanceFact> type = any(random.nextInt(3) == 0 ? OFTEN : types);
            some.add(facts.of(type, facts.entity(facts.kind(type), register)));
        }
        return some;
    }

    private void goLive() {
        live.add(GOES_LIVE);
        add(GOES_LIVE, facts.of(RegisterWentLive.class, GOES_LIVE));
    }

    private void add(String register, GovernanceFact fact) {
        List<String> unmet = unmet();
        List<Long> restsOn = restsOn(register);
        history.in(register);
        note(history.append(fact, stated(register), unmet, restsOn), fact, unmet, restsOn);
    }

    /** Any fact or correction of the register; what opens an entity is retracted seldom, and what opens a register never. */
    private void correct(String register) {
        Noted target = any(noted.stream()
                .filter(each -> each.register().equals(register) && !(each.fact() instanceof RegisterWentLive))
                .toList());
        GovernanceFact root = root(target).fact();
        boolean stays = target.corrects() == 0 && root instanceof Opening && random.nextInt(4) != 0;
        boolean retracted = random.nextInt(100) < 40 && !stays && !(root instanceof RegisterOpened);
        String id = target.stream().substring(facts.kind(root.getClass()).length() + 1);
        GovernanceFact instead = retracted ? null : facts.of(root.getClass(), id);
        Corrected corrected = new Corrected(
                target.position(),
                "mended " + random.nextInt(3),
                instead == null ? null : FactType.of(instead.getClass()).revision(),
                instead,
                instead == null ? root.provenance() : instead.provenance());
        List<String> unmet = unmet();
        List<Long> restsOn = restsOn(register);
        history.in(register);
        note(history.append(target.stream(), corrected, stated(register), unmet, restsOn), corrected, unmet, restsOn);
    }

    /** Retracts all that the stream of an initiative holds, so that only its parts are left. */
    private void retractInitiative(String register) {
        String stream = "initiative-" + facts.entity("initiative", register);
        for (Noted fact : List.copyOf(noted)) {
            if (!fact.stream().equals(stream) || fact.corrects() != 0) continue;
            Corrected retracted = new Corrected(
                    fact.position(), "entered in error", null, null, fact.fact().provenance());
            history.in(register);
            note(
                    history.append(stream, retracted, stated(register), List.of(), List.of()),
                    retracted,
                    List.of(),
                    List.of());
        }
    }

    private Noted root(Noted fact) {
        return fact.corrects() == 0 ? fact : root(noted.get((int) fact.corrects() - 1));
    }

    /** As one command, each on grounds of its own, now and then on another of them. */
    private void addTogether(String register, List<GovernanceFact> facts) {
        List<List<Long>> restsOn = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            List<Long> own = new ArrayList<>(restsOn(register));
            int other = random.nextInt(facts.size());
            if (other != i) own.add(-1L - other);
            restsOn.add(own);
        }
        history.in(register);
        long last = history.together(stated(register), facts, restsOn);
        long before = last - facts.size();
        for (int i = 0; i < facts.size(); i++) {
            List<Long> positions = restsOn.get(i).stream()
                    .map(ground -> ground > 0 ? ground : before + Math.abs(ground))
                    .sorted()
                    .toList();
            note(before + 1 + i, last, facts.get(i), List.of(), positions);
        }
    }

    private void note(long position, GovernanceFact fact, List<String> unmet, List<Long> restsOn) {
        note(position, position, fact, unmet, restsOn);
    }

    private void note(long position, long command, GovernanceFact fact, List<String> unmet, List<Long> restsOn) {
        StoredEvent stored = ledger.at(position).orElseThrow();
        noted.add(new Noted(
                position,
                command,
                stored.sequence(),
                stored.register(),
                stored.stream(),
                stored.knownAt(),
                fact,
                unmet,
                restsOn));
    }

    private List<String> unmet() {
        if (random.nextInt(10) != 0) return List.of();
        return List.of(random.nextBoolean() ? "SOME_RULE" : "OVERLAPPING_APPOINTMENT");
    }

    /** Now and then some facts of the register, sorted. */
    private List<Long> restsOn(String register) {
        List<Noted> own =
                noted.stream().filter(each -> each.register().equals(register)).toList();
        if (own.isEmpty() || random.nextInt(5) != 0) return List.of();
        return random.ints(1 + random.nextInt(2), 0, own.size())
                .mapToObj(n -> own.get(n).position())
                .distinct()
                .sorted()
                .toList();
    }

    /** Often the same instant as before; null where the register is live. */
    private @Nullable Instant stated(String register) {
        if (live.contains(register)) return null;
        if (random.nextBoolean()) knownAt = knownAt.plusSeconds(random.nextInt(60_000));
        return knownAt;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
